type Same<A, B> =
  (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

/**
 * Asserts the exact type of a value; a difference is an error that shows both types.
 *
 * @example
 * type_of(1 + 1).is<number>();
 */
export declare function type_of<Actual>(value: Actual): {
  is<Expected>(
    ...difference: Same<Actual, Expected> extends true ? [] : [expected: Expected, actual: Actual]
  ): void;
};
