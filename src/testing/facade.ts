import type { Found } from "./overrides.ts";

/**
 * A function or class that stands for whatever a member is at the moment, so that who took it before
 * an override gets the override all the same. Everything that is done to it is done to that.
 *
 * A class that extends it has extended what the member was then, and goes on to: an instance with the
 * constructor of one class and the methods of another would be neither.
 *
 * @param current what the member is for the calling code
 */
export function facadeOf(current: () => Found): object {
  /** By prototype, the classes that subclasses have found here. */
  const extended = new WeakMap<object, object>();
  const methods = new WeakMap<object, object>();

  const target = (): object => current().value as object;
  const own = (receiver: unknown): unknown => (receiver === facade ? target() : receiver);

  /** What a subclass extends. */
  const superclassOf = (subclass: { prototype: object }): object => {
    let at: object | null = subclass.prototype;
    for (; at; at = Object.getPrototypeOf(at)) {
      const found = extended.get(at);
      if (found) return found;
    }
    return target();
  };

  /** A static method, which has to be called on the class itself to see its private members. */
  const methodOf = (method: object): object => {
    let standIn = methods.get(method);
    if (!standIn) {
      standIn = new Proxy(method, {
        apply: (_, self, args) => Reflect.apply(method as () => unknown, own(self), args),
      });
      methods.set(method, standIn);
    }
    return standIn;
  };

  const facade: object = new Proxy(
    // Only of what can be constructed is the facade something that can be.
    function constructible() {},
    {
      apply(_, self, args) {
        const { value, holder } = current();
        return Reflect.apply(value as () => unknown, holder ?? self, args);
      },
      construct(_, args, newTarget) {
        if (newTarget !== facade) {
          const superclass = superclassOf(newTarget as unknown as { prototype: object });
          return Reflect.construct(superclass as never, args, newTarget) as object;
        }
        const class_ = target();
        return Reflect.construct(class_ as never, args) as object;
      },
      get(_, key, receiver) {
        const class_ = target();
        const value: unknown = Reflect.get(class_, key, own(receiver));
        if (key === "prototype" && isObject(value)) extended.set(value, class_);
        // `call`, `bind` and their like are to reach the facade.
        const isMethod = typeof value === "function" && !isClass(value);
        return isMethod && receiver === facade && value !== Reflect.get(Function.prototype, key)
          ? methodOf(value)
          : value;
      },
      set: (_, key, value, receiver) => Reflect.set(target(), key, value, own(receiver)),
      has: (_, key) => Reflect.has(target(), key),
      deleteProperty: (_, key) => Reflect.deleteProperty(target(), key),
      defineProperty: (_, key, descriptor) => Reflect.defineProperty(target(), key, descriptor),
      getPrototypeOf: () => Reflect.getPrototypeOf(target()),
      // A proxy has to have the `prototype` of the function that it is made of, as it is there, and may
      // have other properties only if they can be changed (ECMAScript, 10.5.5 and 10.5.11).
      ownKeys: () => [...new Set([...Reflect.ownKeys(target()), "prototype"])],
      getOwnPropertyDescriptor(_, key) {
        const descriptor = Reflect.getOwnPropertyDescriptor(target(), key);
        if (key === "prototype") {
          return {
            value: descriptor?.value,
            writable: true,
            enumerable: false,
            configurable: false,
          };
        }
        return descriptor && { ...descriptor, configurable: true };
      },
    },
  );
  return facade;
}

/** The prototype of a class cannot be replaced, that of a function can. */
export function isClass(value: object): boolean {
  return Object.getOwnPropertyDescriptor(value, "prototype")?.writable === false;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
