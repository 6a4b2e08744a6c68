import type { PropertyType } from '@linchpin/schema';
import type { BuiltReport } from './buildReport.ts';

/** Numbers that are dropped on the way in, compared as the vocabulary cleans them. */
export interface PrivilegedNumbers {
  /** The report without their records and links and with their digits struck from texts, and how many there were. */
  drop(report: BuiltReport): { readonly report: BuiltReport; readonly dropped: number };
}

export function privilegedNumbers(
  numbers: readonly string[],
  to: { readonly phone: PropertyType | null; readonly country: string | undefined; readonly areaCode: string | undefined },
): PrivilegedNumbers {
  const clean = (raw: string): string | null => {
    const cleaned = to.phone?.clean(raw, { country: to.country, areaCode: to.areaCode });
    return cleaned?.ok ? cleaned.value : null;
  };
  const privileged = new Set(numbers.map(clean).filter((number) => number !== null));
  if (privileged.size === 0) return { drop: (report) => ({ report, dropped: 0 }) };
  return {
    drop(report) {
      const { input } = report;
      const isPrivileged = (value: string): boolean => privileged.has(clean(value) ?? '');
      const gone = input.records.filter(
        ({ kind, properties }) =>
          kind === 'PHONE' && properties.some(({ name, values }) => name === 'number' && values.some(isPrivileged)),
      );
      if (gone.length === 0) return { report, dropped: 0 };
      const refs = new Set(gone.map(({ ref }) => ref));
      const raws = gone.flatMap(({ properties }) => properties.flatMap(({ name, values }) => (name === 'number' ? values : [])));
      const keptRecord = input.records.map(({ ref }) => !refs.has(ref));
      const keptLink = input.links.map(({ from, to: end }) => !refs.has(from) && !refs.has(end));
      return {
        dropped: gone.length,
        report: {
          ...report,
          input: {
            ...input,
            narrative: strike(input.narrative ?? null, raws),
            records: input.records.filter((_, index) => keptRecord[index]),
            links: input.links.filter((_, index) => keptLink[index]),
          },
          records: report.records.filter((_, index) => keptRecord[index]),
          links: report.links.filter((_, index) => keptLink[index]),
        },
      };
    },
  };
}

function strike(text: string | null, numbers: readonly string[]): string | null {
  return text === null ? null : numbers.reduce((rest, number) => rest.replaceAll(number, '[privileged number]'), text);
}
