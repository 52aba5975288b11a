/**
 * Sorts a list, leaving what is equal in its order: a merge sort, which copies of one problem by the
 * thousand do not slow down. AssemblyScript's own would be there once for each type.
 *
 * @param isAfter whether the first belongs behind the second
 */
export function sort<T>(list: T[], isAfter: (a: T, b: T) => bool): void {
  sortAddresses(changetype<usize[]>(list), changetype<(a: usize, b: usize) => bool>(isAfter));
}

function sortAddresses(list: usize[], isAfter: (a: usize, b: usize) => bool): void {
  const count = list.length;
  const merged = new Array<usize>(count);
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += width * 2) {
      const middle = min(start + width, count);
      const end = min(middle + width, count);
      // Mostly it is sorted already.
      if (middle == end || !isAfter(list[middle - 1], list[middle])) continue;
      let first = start;
      let second = middle;
      for (let i = start; i < end; i++) {
        const isSecond = first == middle || (second < end && isAfter(list[first], list[second]));
        merged[i] = list[isSecond ? second++ : first++];
      }
      for (let i = start; i < end; i++) list[i] = merged[i];
    }
  }
}
