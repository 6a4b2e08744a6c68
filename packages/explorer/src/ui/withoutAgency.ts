/** A report's number where its agency stands before it already: "2026-000431". */
export function withoutAgency(number: string, agency: string): string {
  return number.startsWith(`${agency}-`) ? number.slice(agency.length + 1) : number;
}
