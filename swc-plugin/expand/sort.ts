/**
 * Sorts a list, leaving what is equal in its order. Insertion sort: what is sorted here comes in few
 * runs that are sorted already, and AssemblyScript's own sort is larger than all that calls it.
 *
 * @param isAfter whether the first belongs behind the second
 */
export function sort<T>(list: T[], isAfter: (a: T, b: T) => bool): void {
  for (let i = 1; i < list.length; i++) {
    const item = list[i];
    let at = i;
    for (; at > 0 && isAfter(list[at - 1], item); at--) list[at] = list[at - 1];
    list[at] = item;
  }
}
