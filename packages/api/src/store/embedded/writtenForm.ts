import type { Moment, Precision } from '../../model/moment.ts';
import type { PreparedLink, PreparedProperty, PreparedValue } from '../../model/prepared.ts';

/**
 * How properties and times of records and links stand in the file: JSON without what can be told from the rest, a third
 * of their full form. A property is `[name, value]` where it has one value that was given and is shown as it is, else
 * `[name, values, given]`, without `given` where people wrote the values themselves.
 */
export type WrittenProperty =
  | readonly [name: string, value: string]
  | readonly [name: string, values: readonly WrittenValue[], given?: readonly string[]];
/** As it is shown; with how it is shown; with that, and 1 where nobody could verify it. */
type WrittenValue = string | readonly [value: string, display: string, isUnverified?: 1];
type WrittenMoment = readonly [at: number, precision: Precision, zone: string];
type WrittenLink = readonly [start: WrittenMoment | 0, end: WrittenMoment | 0, ...properties: WrittenProperty[]];

export function writeProperties(properties: readonly PreparedProperty[]): string {
  return JSON.stringify(properties.map(writeProperty));
}

/** @param written parsed JSON of the column; the first versions wrote it in full */
export function readProperties(written: readonly (WrittenProperty | PreparedProperty)[]): PreparedProperty[] {
  return written.map((property) => ('name' in property ? property : readProperty(property)));
}

export function writeLinkBody({ start, end, properties }: Pick<PreparedLink, 'start' | 'end' | 'properties'>): string {
  return JSON.stringify([writeMoment(start), writeMoment(end), ...properties.map(writeProperty)] satisfies WrittenLink);
}

type LinkBody = Pick<PreparedLink, 'start' | 'end' | 'properties'>;

export function readLinkBody(text: string): LinkBody {
  const written = JSON.parse(text) as WrittenLink | LinkBody;
  if ('start' in written) return written;
  const [start, end, ...properties] = written;
  return { start: readMoment(start), end: readMoment(end), properties: readProperties(properties) };
}

function writeProperty({ name, given, values }: PreparedProperty): WrittenProperty {
  const [first] = values;
  const areGiven = given.length === values.length && given.every((text, at) => text === values[at]!.value);
  if (!areGiven) return [name, values.map(writeValue), given];
  const only = first && values.length === 1 ? writeValue(first) : null;
  return typeof only === 'string' ? [name, only] : [name, values.map(writeValue)];
}

function readProperty([name, values, given]: WrittenProperty): PreparedProperty {
  if (typeof values === 'string')
    return { name, given: [values], values: [{ value: values, display: values, isUnverified: false }] };
  const read = values.map(readValue);
  return { name, given: given ?? read.map(({ value }) => value), values: read };
}

function writeValue({ value, display, isUnverified }: PreparedValue): WrittenValue {
  if (isUnverified) return [value, display, 1];
  return value === display ? value : [value, display];
}

function readValue(written: WrittenValue): PreparedValue {
  if (typeof written === 'string') return { value: written, display: written, isUnverified: false };
  const [value, display, isUnverified] = written;
  return { value, display, isUnverified: isUnverified === 1 };
}

function writeMoment(moment: Moment | null): WrittenMoment | 0 {
  return moment === null ? 0 : [moment.at, moment.precision, moment.zone];
}

function readMoment(written: WrittenMoment | 0): Moment | null {
  return written === 0 ? null : { at: written[0], precision: written[1], zone: written[2] };
}
