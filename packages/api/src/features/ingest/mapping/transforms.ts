import type { PropertyType } from '@linchpin/schema';
import { DateTime } from 'luxon';
import { didYouMean } from '../../../model/nearestName.ts';
import type { Transform } from './mappingShape.ts';

export interface TransformFailure {
  readonly message: string;
  readonly expected: string;
}

/** One value in, none or several out. */
export type TransformValue = (value: string) => readonly string[] | TransformFailure;

/** @param phone the vocabulary's type of a phone number */
export function compileTransform(transform: Transform, phone: PropertyType | null): TransformValue {
  if (transform === 'trim') return (value) => [value.trim()];
  if (transform === 'upper') return (value) => [value.toUpperCase()];
  if (transform === 'lower') return (value) => [value.toLowerCase()];
  if (transform === 'digits') return (value) => [value.replaceAll(/\D/g, '')];
  if ('date' in transform) return readDate([transform.date].flat());
  if ('split' in transform) return (value) => value.split(transform.split).map((part) => part.trim());
  if ('map' in transform) return mapCodes(transform.map, transform.else);
  if ('money' in transform) return readMoney(transform.money.decimal);
  return (value) => {
    const cleaned = phone?.clean(value, { country: transform.phone });
    return [cleaned?.ok && !cleaned.isUnverified ? cleaned.value : value];
  };
}

/** To ISO 8601, as exactly as the format says. */
function readDate(formats: readonly string[]): TransformValue {
  const readers = formats.map((format) => ({ format, iso: isoFor(format) }));
  const now = DateTime.fromObject({ year: 2024, month: 3, day: 9, hour: 21, minute: 5 }, { zone: 'utc' });
  const examples = formats.map((format) => `${format} such as ${now.toFormat(format, { locale: 'en' })}`).join(', or ');
  const failure = { message: 'This is not a date as the mapping expects it', expected: `a date written ${examples}` };
  return (value) => {
    for (const { format, iso } of readers) {
      const read = DateTime.fromFormat(value.trim(), format, { zone: 'utc', locale: 'en' });
      if (read.isValid) return [read.toFormat(iso)];
    }
    return failure;
  };
}

function isoFor(format: string): string {
  const tokens = format.replaceAll(/'[^']*'/g, '');
  if (/s/.test(tokens)) return "yyyy-MM-dd'T'HH:mm:ss";
  if (/[hHmtT]/.test(tokens)) return "yyyy-MM-dd'T'HH:mm";
  if (/[do]/.test(tokens)) return 'yyyy-MM-dd';
  return /[ML]/.test(tokens) ? 'yyyy-MM' : 'yyyy';
}

function mapCodes(codes: Readonly<Record<string, string>>, otherwise: 'keep' | 'drop' | 'refuse'): TransformValue {
  const known = new Map(Object.entries(codes));
  return (value) => {
    const meaning = known.get(value.trim());
    if (meaning !== undefined) return [meaning];
    if (otherwise !== 'refuse') return otherwise === 'keep' ? [value] : [];
    const names = [...known.keys()];
    return { message: `The mapping knows no such code${didYouMean(value, names)}`, expected: `one of ${names.join(', ')}` };
  };
}

/** `$1,234.50` or `1.234,50 EUR` to `1234.50`; the currency is a property of its own. */
function readMoney(decimal: '.' | ','): TransformValue {
  const failure = { message: 'This is not an amount of money', expected: decimal === '.' ? '1,234.50' : '1.234,50' };
  return (value) => {
    const figures = value
      .replaceAll(/[^\d.,+-]/g, '')
      .replaceAll(decimal === '.' ? ',' : '.', '')
      .replace(',', '.');
    return /^[+-]?\d+(\.\d+)?$/.test(figures) ? [figures] : failure;
  };
}
