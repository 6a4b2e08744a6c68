import { coreVocabulary } from '@linchpin/schema';
import { expect, test } from 'vitest';
import { LinchpinError, type FieldProblem } from '../../../model/errors.ts';
import { compileMapping } from './compileMapping.ts';
import { readMapping } from './readMapping.ts';
import { compileTransform } from './transforms.ts';
import { transform } from './mappingShape.ts';

const person = { ref: 'p', kind: 'PERSON', properties: { name: '{name}' } };
const tips = (report: object = {}) => ({
  name: 'tips',
  files: { tips: { path: 'tips.csv' }, phones: { path: 'phones.csv' } },
  reports: [{ name: 'tip', rows: 'tips', key: '{id}', report: { kind: 'TIP' }, records: [person], ...report }],
});
const columns = new Map([
  ['tips', new Map(['id', 'name'].map((column, at) => [column, at]))],
  ['phones', new Map(['tip', 'number'].map((column, at) => [column, at]))],
]);

function problems(mapping: unknown): readonly FieldProblem[] {
  try {
    const read = readMapping(typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
    compileMapping(read, { vocabulary: coreVocabulary, agency: 'BAYOU-SO', columns, fileName: (file) => `${file}.csv` });
  } catch (error) {
    if (error instanceof LinchpinError) return error.fields;
    throw error;
  }
  return [];
}

test('a mapping that fits files and vocabulary has no problems', () => {
  const joins = { phone: { file: 'phones', on: { tip: '{id}' } } };
  const records = [person, { rows: 'phone', ref: 'n{number}', kind: 'PHONE', properties: { number: '{number}' } }];
  expect(problems(tips({ joins, records, links: [{ rows: 'phone', kind: 'USES', from: 'p', to: 'n{number}' }] }))).toEqual([]);
});

test.each([
  ['what is no JSON', '{', 'mapping', 'not JSON'],
  ['a field that does not exist', { ...tips(), colour: 'red' }, 'mapping', 'colour'],
  ['a report kind', tips({ report: { kind: 'TIPP' } }), 'reports[0].report.kind', ''],
  [
    'an unknown transform',
    tips({ records: [{ ...person, properties: { name: { value: '{name}', do: ['shout'] } } }] }),
    'reports[0].records[0].properties.name',
    '',
  ],
  [
    'an unknown entity kind',
    tips({ records: [{ ...person, kind: 'PRESON' }] }),
    'reports[0].records[0].kind',
    'did you mean PERSON?',
  ],
  [
    'an unknown property',
    tips({ records: [{ ...person, properties: { nmae: '{name}' } }] }),
    'reports[0].records[0].properties.nmae',
    'did you mean name?',
  ],
  [
    'an unknown link kind',
    tips({ links: [{ kind: 'USE', from: 'p', to: 'p' }] }),
    'reports[0].links[0].kind',
    'did you mean USES?',
  ],
  ['a field that is missing', { ...tips(), files: undefined }, 'files', 'This is missing'],
  ['a field of another sort', { ...tips(), reports: 'none' }, 'reports', 'This is not a list in [ ]'],
  [
    'two reports of one name',
    { ...tips(), reports: [tips().reports[0], tips().reports[0]] },
    'reports[1].name',
    'Another report',
  ],
  [
    'a separator that separates nothing',
    { ...tips(), files: { tips: { path: 'tips.csv', delimiter: '"' } } },
    'files.tips.delimiter',
    'separates no columns',
  ],
  [
    'a name that would fill the screen, or steer it',
    tips({ rows: `\u001b[2J${'x'.repeat(100_000)}` }),
    'reports[0].rows',
    'a name of letters, digits and _',
  ],
  [
    'a kind that would fill the screen, or steer it',
    tips({ records: [{ ...person, kind: `\u001b[2J${'x'.repeat(1_000)}` }] }),
    'reports[0].records[0].kind',
    'There is no \ufffd[2Jxxx',
  ],
  ['an unknown file', tips({ rows: 'tip' }), 'reports[0].rows', 'did you mean tips?'],
  ['a missing column', tips({ key: '{idd}' }), 'reports[0].key', 'tips.csv has no column idd; did you mean id?'],
  [
    'a missing key column',
    tips({ joins: { phone: { file: 'phones', on: { tipp: '{id}' } } } }),
    'reports[0].joins.phone.on',
    'phones.csv has no column tipp',
  ],
  ['an unknown join', tips({ records: [{ ...person, rows: 'phone' }] }), 'reports[0].records[0].rows', 'There is no phone'],
  [
    'one value of many rows',
    tips({
      joins: { phone: { file: 'phones', on: { tip: '{id}' } } },
      records: [{ ...person, properties: { name: '{phone.number}' } }],
    }),
    'reports[0].records[0].properties.name',
    'A row of root has no single row of phone',
  ],
])('%s is named by its JSON path', (_what, mapping, path, message) => {
  const found = problems(mapping);
  expect(found[0]?.path.startsWith(path)).toBe(true);
  expect(found[0]?.message).toContain(message);
  expect(found[0]?.message.length).toBeLessThan(1_000);
});

test.each([
  ['trim', ' a ', ['a']],
  ['upper', 'la', ['LA']],
  ['lower', 'LA', ['la']],
  ['digits', '(504) 555-0142', ['5045550142']],
  [{ date: 'd/M/yyyy' }, '13/11/1978', ['1978-11-13']],
  [{ date: ['M/d/yyyy', 'yyyy'] }, '1978', ['1978']],
  [{ date: 'd/M/yyyy HH:mm' }, '4/08/2017 00:32', ['2017-08-04T00:32']],
  [{ split: ';' }, 'a; b', ['a', 'b']],
  [{ map: { M: 'male' } }, 'M', ['male']],
  [{ map: { M: 'male' }, else: 'keep' }, 'X', ['X']],
  [{ map: { M: 'male' }, else: 'drop' }, 'X', []],
  [{ money: { decimal: '.' } }, '$1,234.50', ['1234.50']],
  [{ money: { decimal: ',' } }, '1.234,50 EUR', ['1234.50']],
  [{ phone: 'US' }, '(504) 555-0142', ['+15045550142']],
  [{ phone: 'US' }, '12', ['12']],
])('%j makes %j to %j', (written, value, expected) => {
  const phone = coreVocabulary.entityKinds.get('PHONE')!.properties.find(({ name }) => name === 'number')!.type;
  expect(compileTransform(transform.parse(written), phone)(value)).toEqual(expected);
});

test.each([
  [{ date: 'd/M/yyyy' }, '13/31/1978', 'a date written d/M/yyyy such as 9/3/2024'],
  [{ map: { M: 'male' } }, 'X', 'one of M'],
  [{ money: { decimal: '.' } }, 'much', '1,234.50'],
])('%j cannot read %j and says what would be right', (written, value, expected) => {
  expect(compileTransform(transform.parse(written), null)(value)).toMatchObject({ expected });
});
