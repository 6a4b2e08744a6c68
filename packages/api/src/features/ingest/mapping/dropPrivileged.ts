import type { PropertyType } from '@linchpin/schema';
import type { ReportInput } from '../../../model/reportInput.ts';
import type { BuiltReport } from './buildReport.ts';

/** Numbers that are dropped on the way in, compared as the vocabulary cleans them. */
export interface PrivilegedNumbers {
  /** The report without their records and links and with their digits struck from texts, and how many there were. */
  drop(report: BuiltReport): { readonly report: BuiltReport; readonly dropped: number };
  dropFrom(input: ReportInput): Dropped;
}

/** `kept`: which records and links are left, by their place before; null where nothing was dropped. */
export interface Dropped {
  readonly input: ReportInput;
  readonly dropped: number;
  readonly keptRecords: readonly number[] | null;
  readonly keptLinks: readonly number[] | null;
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
  const isPrivileged = (value: string): boolean => privileged.has(clean(value) ?? '');
  const dropFrom = (input: ReportInput): Dropped => (privileged.size === 0 ? keepAll(input) : dropNumbers(input, isPrivileged));
  return {
    dropFrom,
    drop(report) {
      const { input, dropped, keptRecords, keptLinks } = dropFrom(report.input);
      if (keptRecords === null || keptLinks === null) return { report, dropped };
      const records = keptRecords.map((at) => report.records[at]!);
      const links = keptLinks.map((at) => report.links[at]!);
      return { dropped, report: { ...report, input, records, links } };
    },
  };
}

function keepAll(input: ReportInput): Dropped {
  return { input, dropped: 0, keptRecords: null, keptLinks: null };
}

function dropNumbers(input: ReportInput, isPrivileged: (value: string) => boolean): Dropped {
  const gone = input.records.filter(
    ({ kind, properties }) =>
      kind === 'PHONE' && properties.some(({ name, values }) => name === 'number' && values.some(isPrivileged)),
  );
  if (gone.length === 0) return keepAll(input);
  const refs = new Set(gone.map(({ ref }) => ref));
  const raws = gone.flatMap(({ properties }) => properties.flatMap(({ name, values }) => (name === 'number' ? values : [])));
  const keptRecords = placesOf(input.records, ({ ref }) => !refs.has(ref));
  const keptLinks = placesOf(input.links, ({ from, to: end }) => !refs.has(from) && !refs.has(end));
  return {
    dropped: gone.length,
    keptRecords,
    keptLinks,
    input: {
      ...input,
      narrative: strike(input.narrative ?? null, raws),
      records: keptRecords.map((at) => input.records[at]!),
      links: keptLinks.map((at) => input.links[at]!),
    },
  };
}

function placesOf<T>(list: readonly T[], isKept: (item: T) => boolean): number[] {
  return list.flatMap((item, at) => (isKept(item) ? [at] : []));
}

function strike(text: string | null, numbers: readonly string[]): string | null {
  return text === null ? null : numbers.reduce((rest, number) => rest.replaceAll(number, '[privileged number]'), text);
}
