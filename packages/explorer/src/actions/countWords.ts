export function showNumber(count: number): string {
  return count.toLocaleString('en-US');
}

/** "1 item", "1,204 links". */
export function countOf(count: number, one: string, several = `${one}s`): string {
  return `${showNumber(count)} ${count === 1 ? one : several}`;
}
