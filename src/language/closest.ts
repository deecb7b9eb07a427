/** The one of some names that a mistyped one was probably meant to be; undefined if none is near. */
export function closest(name: string, names: readonly string[]): string | undefined {
  const near = names.map((other) => ({ other, edits: editsBetween(name, other) })).sort((a, b) => a.edits - b.edits)[0];
  // A third of the letters: more, and one would suggest names that only share a few.
  return near && near.edits < name.length && near.edits <= Math.max(1, name.length / 3) ? near.other : undefined;
}

/** Levenshtein's distance: the fewest letters to insert, remove or replace. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]));
    }
    row = next;
  }
  return row[b.length];
}
