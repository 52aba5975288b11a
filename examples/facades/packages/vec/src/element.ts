/** How a value lies in memory. */
export interface Element<T> {
  /** Bytes. */
  size: number;
  read(view: DataView, offset: number): T;
  write(view: DataView, offset: number, value: T): void;
}

export const f64: Element<number> = {
  size: 8,
  read: (view, offset) => view.getFloat64(offset),
  write: (view, offset, value) => view.setFloat64(offset, value),
};

export const bool: Element<boolean> = {
  size: 1,
  read: (view, offset) => view.getUint8(offset) === 1,
  write: (view, offset, value) => view.setUint8(offset, value ? 1 : 0),
};
