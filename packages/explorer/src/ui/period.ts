export type Period = 'any' | '30' | '90' | '365';

export const periods: readonly { readonly value: Period; readonly label: string }[] = [
  { value: 'any', label: 'Any date' },
  { value: '30', label: 'Last 30 days' },
  { value: '90', label: 'Last 90 days' },
  { value: '365', label: 'Last year' },
];

/** The first moment of a period that ends now, as the API takes it; null for any date. Whole days, so that the same day asks the same. */
export function sinceOf(period: Period, now = new Date()): string | null {
  if (period === 'any') return null;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - Number(period)).toISOString();
}
