import type { FieldProblem } from '../../../../model/errors.ts';
import { didYouMean } from '../../../../model/nearestName.ts';
import type { ReportInput } from '../../../../model/reportInput.ts';

type Shape =
  | 'text'
  | 'flag'
  | { readonly list: Shape }
  | { readonly fields: Readonly<Record<string, Shape>>; readonly needed: readonly string[] };

const texts: Shape = { list: 'text' };
const property: Shape = { fields: { name: 'text', values: texts }, needed: ['name', 'values'] };
const record: Shape = {
  fields: { ref: 'text', kind: 'text', properties: { list: property } },
  needed: ['ref', 'kind', 'properties'],
};
const link: Shape = {
  fields: { kind: 'text', from: 'text', to: 'text', start: 'text', end: 'text', properties: { list: property } },
  needed: ['kind', 'from', 'to'],
};
/** What `ReportInput` says, for a line that may hold anything. */
const report: Shape = {
  fields: {
    agency: 'text',
    kind: 'text',
    externalNumbers: texts,
    occurredAt: 'text',
    receivedAt: 'text',
    timeZone: 'text',
    country: 'text',
    areaCode: 'text',
    narrative: 'text',
    reliability: 'text',
    credibility: 'text',
    audience: 'text',
    outsideAudience: 'text',
    protectEverywhere: 'flag',
    lawfulBasis: 'text',
    reviewDate: 'text',
    officer: 'text',
    contact: 'text',
    cases: texts,
    records: { list: record },
    links: { list: link },
    idempotencyKey: 'text',
  },
  needed: ['kind', 'records', 'links'],
};
const most = 20;

/** Whether a value has the form of a report; what is wrong with it otherwise, up to 20 places. */
export function checkShape(value: unknown): { readonly input: ReportInput } | { readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  look(value, report, '', problems);
  return problems.length === 0 ? { input: value as ReportInput } : { problems };
}

function look(value: unknown, shape: Shape, path: string, problems: FieldProblem[]): void {
  if (problems.length >= most) return;
  if (shape === 'text' || shape === 'flag') {
    const type = shape === 'text' ? 'string' : 'boolean';
    if (typeof value !== type) problems.push({ path, ...wrong[shape] });
  } else if ('list' in shape) {
    if (!Array.isArray(value)) return void problems.push({ path, ...wrong.list });
    for (let at = 0; at < value.length && problems.length < most; at++) look(value[at], shape.list, `${path}[${at}]`, problems);
  } else if (value === null || typeof value !== 'object' || Array.isArray(value))
    problems.push({ path: path || 'report', ...wrong.fields });
  else lookAtFields(value as Record<string, unknown>, shape, path, problems);
}

function lookAtFields(
  value: Record<string, unknown>,
  { fields, needed }: Extract<Shape, { fields: unknown }>,
  path: string,
  problems: FieldProblem[],
): void {
  const below = path === '' ? '' : `${path}.`;
  for (const name of needed)
    if (value[name] === undefined || value[name] === null)
      problems.push({ path: below + name, message: 'This is missing', expected: needed.join(', ') });
  for (const name of Object.keys(value)) {
    const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const field = value[name];
    if (shape === undefined) {
      const known = Object.keys(fields);
      problems.push({
        path: below + name.slice(0, 60),
        message: `There is no such field${didYouMean(name, known)}`,
        expected: `one of ${known.join(', ')}`,
      });
    } else if (field !== null) look(field, shape, below + name, problems);
    if (problems.length >= most) return;
  }
}

const wrong = {
  text: { message: 'This is not text', expected: 'text in quotes' },
  flag: { message: 'This is neither true nor false', expected: 'true or false' },
  list: { message: 'This is not a list', expected: 'a list in [ ]' },
  fields: { message: 'This is not an object', expected: 'an object in { }' },
} as const;
