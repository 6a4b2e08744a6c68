/** Optimal string alignment distance: letters added, lost, changed, or two neighbours swapped. */
export function osaDistance(a: string, b: string): number {
  let older: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(at(row, j) + 1, at(next, j - 1) + 1, change);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) next[j] = Math.min(at(next, j), at(older, j - 2) + 1);
    }
    [older, row] = [row, next];
  }
  return at(row, b.length);
}

/** 1 - distance / longer length. */
export function osaSimilarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - osaDistance(a, b) / longer;
}

/** Jaro-Winkler similarity (Winkler 1990): weight .1 for a common beginning of up to four letters. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const matchedA = matchWithin(a, b);
  const matchedB = matchWithin(b, a);
  const matches = matchedA.length;
  if (matches === 0) return 0;
  let swapped = 0;
  for (let i = 0; i < matches; i++) if (matchedA[i] !== matchedB[i]) swapped++;
  const jaro = (matches / a.length + matches / b.length + (matches - swapped / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < Math.min(4, a.length, b.length) && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Letters of `a` that stand in `b` within the window of the measure, in the order of `a`. */
function matchWithin(a: string, b: string): string[] {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  return Array.from(a).filter((letter, i) => {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (taken.has(j) || b[j] !== letter) continue;
      taken.add(j);
      return true;
    }
    return false;
  });
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
