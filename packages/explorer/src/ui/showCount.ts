const figures = new Intl.NumberFormat('en-US');

/** Thousands with a comma. */
export function showNumber(value: number): string {
  return figures.format(value);
}

/** "1 report", "14 reports". */
export function showCount(value: number, one: string, many = `${one}s`): string {
  return `${showNumber(value)} ${value === 1 ? one : many}`;
}

/** "3 agencies", or the name when it is one alone. */
export function showAgencies(agencies: readonly { readonly id: string }[]): string {
  return agencies.length === 1 ? agencies[0]!.id : showCount(agencies.length, 'agency', 'agencies');
}
