/** The known name that was most likely meant; null when none is near. Case, blanks and underscores do not count. */
export function nearestName(typed: string, known: Iterable<string>): string | null {
  const wanted = squeeze(typed);
  if (wanted === '') return null;
  let best: string | null = null;
  let least = Infinity;
  for (const name of known) {
    const distance = distanceTo(wanted, squeeze(name));
    if (distance < least) [best, least] = [name, distance];
  }
  return least <= Math.max(1, Math.ceil(wanted.length / 3)) ? best : null;
}

/** How to say it: `; did you mean PERSON?`, or nothing. */
export function didYouMean(typed: string, known: Iterable<string>): string {
  const name = nearestName(typed, known);
  return name === null ? '' : `; did you mean ${name}?`;
}

function squeeze(text: string): string {
  return text
    .slice(0, 60)
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
}

/** Edit distance; a name that holds the other whole counts as near (`phoneNumber`, `number`). */
function distanceTo(a: string, b: string): number {
  if (a === b) return 0;
  if (Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a))) return 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
