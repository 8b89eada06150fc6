/** The known word that a person most likely meant. */

/**
 * The word with the fewest slips, at most one in three letters; undefined where none is so near.
 * Where it is only offered and nothing rests on it, `slips` may allow more.
 */
export function nearest(written: string, known: readonly string[], slips = 0): string | undefined {
  const word = written.toLowerCase();
  let best: { name: string; slips: number } | undefined;
  for (const name of known) {
    const allowance = Math.max(slips, Math.floor(Math.max(word.length, name.length) / 3));
    if (Math.abs(name.length - word.length) > allowance) continue;
    const own = slipsBetween(word, name.toLowerCase());
    if (own > allowance || own >= Math.min(best?.slips ?? word.length, word.length)) continue;
    best = { name, slips: own };
  }
  return best?.name;
}

/** As `nearest`, else the only word that is a part of the written one or has it as a part. */
export function nearestOrPart(written: string, known: readonly string[]): string | undefined {
  const close = nearest(written, known);
  if (close !== undefined || written.length < 2) return close;
  const parts = known.filter(
    (name) => name.length > 1 && (name.includes(written) || written.includes(name)),
  );
  return parts.length === 1 ? parts[0] : undefined;
}

/** Letters left out, put in, changed, or swapped with their neighbour. */
function slipsBetween(a: string, b: string): number {
  let [older, old]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    [older, old] = [old, row];
  }
  return old[b.length] ?? 0;
}
