/**
 * The name that an author may have meant: the nearest by letters added, lost, changed or swapped, if it is near enough
 * for the length of the name.
 *
 * @example
 * nearest("effciency", ["efficiency", "fuel"]); // "efficiency"
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const limit = name.length <= 3 ? 1 : name.length <= 7 ? 2 : 3;
  let best: string | undefined;
  let least = limit + 1;
  for (const one of known) {
    if (Math.abs(one.length - name.length) > limit || one === name) {
      continue;
    }
    const far = distance(name, one);
    if (far < least && far < Math.max(one.length, name.length)) {
      best = one;
      least = far;
    }
  }
  return best;
}

/** Optimal string alignment: a swap of neighbours counts as one slip. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] as number) + 1,
        (next[column - 1] as number) + 1,
        (last[column - 1] as number) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] as number) + 1);
      }
      next.push(least);
    }
    before = last;
    last = next;
  }
  return last[b.length] as number;
}
