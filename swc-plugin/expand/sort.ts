/**
 * Sorts a list, leaving what is equal in its order. Insertion sort: what is sorted here comes in few
 * runs that are sorted already, and AssemblyScript's own sort is larger than all that call this.
 *
 * @param isAfter whether the first belongs behind the second
 */
export function sort<T>(list: T[], isAfter: (a: T, b: T) => bool): void {
  for (let i = 1; i < list.length; i++) {
    const item = list[i];
    if (!isAfter(list[i - 1], item)) continue;
    let place = 0;
    for (let end = i - 1; place < end; ) {
      const middle = (place + end) >> 1;
      if (isAfter(list[middle], item)) end = middle;
      else place = middle + 1;
    }
    for (let k = i; k > place; k--) list[k] = list[k - 1];
    list[place] = item;
  }
}
