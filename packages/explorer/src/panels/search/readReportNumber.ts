/** A whole report number (`GULF-PD-2026-000377`) in capitals, or null. */
export function readReportNumber(text: string): string | null {
  const number = text.trim().toUpperCase();
  return /^[A-Z][A-Z0-9-]*-\d{4}-\d{6}$/.test(number) ? number : null;
}
