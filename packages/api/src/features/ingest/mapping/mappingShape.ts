import { z } from 'zod';
import { credibilities, reliabilities, reportKinds } from '../../../model/prepared.ts';

/**
 * The mapping language: JSON, never code. A mapping names files and says which of their rows make one report, and
 * which records and links it holds.
 *
 * A template (`{surname}, {name}`) is filled from the row at hand; `{home.postcode}` from a row joined to it, and
 * `{$agency}` is the importing agency. A template with a blank column is blank itself, and blank values say nothing.
 */
const template = z.string();
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'a name of letters, digits and _');

export const transform = z.union([
  z.enum(['trim', 'upper', 'lower', 'digits']),
  /** Luxon format in which the value is written, e.g. `d/M/yyyy HH:mm`; several are tried in order. */
  z.strictObject({ date: z.union([z.string(), z.array(z.string()).min(1)]) }),
  z.strictObject({ split: z.string().min(1) }),
  z.strictObject({ map: z.record(z.string(), z.string()), else: z.enum(['keep', 'drop', 'refuse']).default('refuse') }),
  /** Region of numbers without a country. */
  z.strictObject({ phone: z.string().length(2) }),
  z.strictObject({ money: z.strictObject({ decimal: z.enum(['.', ',']) }) }),
]);

const shaped = z.strictObject({ value: template, do: z.array(transform).default([]) });
const joined = z.strictObject({
  join: z.array(template).min(1),
  with: z.string().default(' '),
  do: z.array(transform).default([]),
});
export const value = z.union([template, shaped, joined]);
const values = z.union([value, z.array(value)]);

/** True where the value is one of `is` (or, without `is`, is not blank), or rows are joined under the name `has`. */
const condition = z.union([
  z.strictObject({ value, is: z.array(z.string()).optional(), not: z.boolean().default(false) }),
  z.strictObject({ has: name, not: z.boolean().default(false) }),
]);
const conditions = z.array(condition).default([]);

const file = z.strictObject({
  /** Name of the file inside the folder given. */
  path: z.string().min(1),
  isOptional: z.boolean().default(false),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
  delimiter: z
    .string()
    .length(1)
    .refine((sign) => !'"\r\n'.includes(sign), 'This separates no columns: a sign that is no quote and no line break')
    .optional(),
});

const join = z.strictObject({
  file: name,
  /** Rows that it is joined to: `root` or an earlier join. */
  to: name.default('root'),
  /** Column of the joined file: template over the row it is joined to. */
  on: z.record(z.string(), template).refine((on) => Object.keys(on).length > 0, 'at least one column'),
  /** At most one row is meant: its columns can be used wherever the row it is joined to can. */
  isOne: z.boolean().default(false),
});

const head = z.strictObject({
  kind: z.enum(reportKinds),
  externalNumbers: values.optional(),
  cases: values.optional(),
  occurredAt: value.optional(),
  receivedAt: value.optional(),
  /** One line for each row of the set. */
  narrative: z
    .union([value, z.strictObject({ rows: name.default('root'), line: template, heading: z.string().optional() })])
    .optional(),
  reliability: z.enum(reliabilities).optional(),
  credibility: z.enum(credibilities).optional(),
  lawfulBasis: value.optional(),
  reviewDate: value.optional(),
  officer: value.optional(),
  contact: value.optional(),
});

const record = z.strictObject({
  /** Rows that it is made for, one each: `root` or a join. Rows with the same ref make one record. */
  rows: name.default('root'),
  when: conditions,
  ref: template,
  kind: z.string(),
  properties: z.record(z.string(), values),
});

/** Rows that join the same two records on the same day become one link. Names are those of the link's properties. */
const rollUp = z.strictObject({
  time: value,
  count: z.string(),
  sum: z.record(z.string(), template).default({}),
  first: z.string().optional(),
  last: z.string().optional(),
  /** 24 counts, by hour of the day. */
  hours: z.string().optional(),
});

const link = z.strictObject({
  rows: name.default('root'),
  when: conditions,
  kind: z.string(),
  from: template,
  to: template,
  start: value.optional(),
  end: value.optional(),
  properties: z.record(z.string(), values).default({}),
  rollUp: rollUp.optional(),
});

const report = z.strictObject({
  name,
  /** File whose rows it is made of. */
  rows: name,
  joins: z.record(name, join).default({}),
  /** Rows with the same key (all its parts) make one report; it must stay the same from one delivery of the files to the next. */
  key: values,
  /** Rows for which one of these holds are left out, and counted as skipped. */
  skipIf: conditions,
  report: head,
  records: z.array(record).min(1),
  links: z.array(link).default([]),
});

export const mapping = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and -'),
  description: z.string().optional(),
  timeZone: z.string().optional(),
  country: z.string().length(2).optional(),
  areaCode: z.string().length(3).optional(),
  files: z.record(name, file).refine((files) => Object.keys(files).length > 0, 'at least one file'),
  reports: z.array(report).min(1),
  /** Phone numbers of attorneys, clergy, shelters and hotlines: dropped on the way in, and counted. */
  privilegedNumbers: z.array(z.string()).default([]),
});

export type Mapping = z.infer<typeof mapping>;
export type ReportMapping = Mapping['reports'][number];
export type RecordMapping = ReportMapping['records'][number];
export type LinkMapping = ReportMapping['links'][number];
export type RollUp = NonNullable<LinkMapping['rollUp']>;
export type ValueMapping = z.infer<typeof value>;
export type ValuesMapping = z.infer<typeof values>;
export type Transform = z.infer<typeof transform>;
export type Condition = z.infer<typeof condition>;
