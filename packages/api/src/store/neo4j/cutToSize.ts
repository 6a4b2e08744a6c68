/** Cuts a list, in order, into pieces whose sizes come to at most `largest`; what is larger by itself stays a piece. */
export function cutToSize<T>(items: readonly T[], sizeOf: (item: T) => number, largest: number): T[][] {
  const pieces: T[][] = [];
  let size = 0;
  for (const item of items) {
    const more = sizeOf(item);
    if (pieces.length === 0 || size + more > largest) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)!.push(item);
    size += more;
  }
  return pieces;
}
