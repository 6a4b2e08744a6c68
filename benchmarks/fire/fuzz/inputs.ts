import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pole from '@linchpin/api/mappings/pole.json' with { type: 'json' };
import { demoReports } from '@linchpin/api/src/features/demo/demoCase.ts';
import { poleFiles } from '@linchpin/api/src/features/ingest/testing/poleFiles.ts';
import { fireReport } from '../clients/fireReports.ts';

/** Files and the mapping that reads them. */
export interface FuzzInput {
  readonly name: string;
  /** Null: lines of JSON, each a report. */
  readonly mapping: unknown;
  readonly files: Readonly<Record<string, Buffer>>;
}

const everything = {
  name: 'everything',
  timeZone: 'America/Chicago',
  country: 'US',
  areaCode: '504',
  files: { tips: { path: 'tips.csv' }, calls: { path: 'calls.csv', isOptional: true } },
  reports: [
    {
      name: 'tip',
      rows: 'tips',
      key: ['{id}', '{date}'],
      skipIf: [{ value: '{name}', is: ['TEST'] }],
      joins: { call: { file: 'calls', on: { tip: '{id}' } } },
      report: {
        kind: 'TIP',
        externalNumbers: '{id}',
        occurredAt: { value: '{date}', do: [{ date: ['M/d/yyyy', 'yyyy-MM-dd'] }] },
        narrative: { rows: 'call', line: 'Called {number} for {seconds} s', heading: 'Calls' },
      },
      records: [
        {
          ref: 'p',
          kind: 'PERSON',
          properties: { name: '{name}', age: '{age}', dateOfBirth: { value: '{born}', do: [{ date: 'd/M/yyyy' }] } },
        },
        { ref: 'home', kind: 'ADDRESS', properties: { full: '{home}', latitude: '{lat}', longitude: '{lon}' } },
        {
          ref: 'pay',
          kind: 'PAYMENT',
          properties: { amount: { value: '{paid}', do: [{ money: { decimal: '.' } }] }, reference: '{id}' },
        },
        { ref: 'own', kind: 'PHONE', properties: { number: { value: '{phone}', do: [{ phone: 'US' }] } } },
        { rows: 'call', ref: 'n{number}', kind: 'PHONE', properties: { number: '{number}' } },
      ],
      links: [
        { kind: 'USES', from: 'p', to: 'own' },
        { kind: 'RESIDES_AT', from: 'p', to: 'home', start: '{date}' },
        {
          rows: 'call',
          kind: 'CALLED',
          from: 'own',
          to: 'n{number}',
          rollUp: {
            time: { value: '{at}', do: [{ date: 'M/d/yyyy HH:mm' }] },
            count: 'calls',
            sum: { seconds: '{seconds}' },
            first: 'first',
            last: 'last',
            hours: 'hours',
          },
        },
      ],
    },
  ],
};

const tips = `id,date,name,age,born,home,lat,lon,paid,phone
1,3/9/2024,Ana Ruiz,23,7/5/2001,"12 Elm St, Slidell, LA 70458",30.27,-89.78,"$1,234.50",504-555-0143
2,3/10/2024,"Lane, Bo",17,,77 Heronbill Ln,,,80,(504) 555-0144
3,3/10/2024,TEST,,,,,,,
4,2024-03-11,Zoë O’Brien,40,1/1/1984,,90,180,0,+44 20 7946 0958
`;
const calls = `tip,number,at,seconds
1,(504) 555-0142,3/9/2024 21:30,38
1,(504) 555-0142,3/9/2024 22:10,4
1,985 555 0100,3/10/2024 00:00,12
2,555-0142,3/10/2024 13:15,
`;

/** The fixtures, and, where a folder of data is given, the first lines of each file in it. */
export function fuzzInputs(data: string | null): FuzzInput[] {
  const poleBytes = Object.entries(poleFiles()).map(([name, text]) => [name, Buffer.from(text)] as const);
  return [
    { name: 'everything', mapping: everything, files: { 'tips.csv': Buffer.from(tips), 'calls.csv': Buffer.from(calls) } },
    { name: 'everything', mapping: everything, files: { 'tips.csv': Buffer.from(tips), 'calls.csv': Buffer.from(calls) } },
    { name: 'lines', mapping: null, files: { 'reports.ndjson': Buffer.from(lines()) } },
    { name: 'lines', mapping: null, files: { 'reports.ndjson': Buffer.from(lines()) } },
    { name: 'pole', mapping: pole, files: Object.fromEntries(poleBytes) },
    ...(data !== null && existsSync(data) ? readCuts(data) : []),
  ];
}

/** A few reports of every sort of record that the demo case has. */
function lines(): string {
  const demo = demoReports(1).slice(0, 400);
  const own = demo.filter(({ agency }) => agency === 'BAYOU-SO');
  const plan = { seed: 1, phones: 3, people: 2 };
  const reports = [...own.filter((_, at) => at % 9 === 0).slice(0, 8), fireReport(plan, 1), fireReport(plan, 2)];
  return reports.map((report) => `${JSON.stringify(report)}\n`).join('');
}

const linesOfCut = 25;

function readCuts(folder: string): FuzzInput[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(csv|tsv|txt)$/.test(name));
  return names.sort().map((name) => {
    const lines = readFileSync(join(folder, name)).subarray(0, 65_536).toString('latin1').split('\n').slice(0, linesOfCut);
    const columns = (lines[0] ?? '')
      .replaceAll(/["\r\ufeff]|\u00ef\u00bb\u00bf/g, '')
      .split(',')
      .map((column) => column.trim());
    return { name, mapping: mappingOf(columns), files: { 'rows.csv': Buffer.from(lines.join('\n'), 'latin1') } };
  });
}

/** Every column as something, so that any file has a mapping. */
function mappingOf(columns: readonly string[]): unknown {
  const column = (at: number): string => `{${columns[at % columns.length] ?? 'a'}}`;
  return {
    name: 'cut',
    timeZone: 'Asia/Tokyo',
    country: 'JP',
    files: { rows: { path: 'rows.csv' } },
    reports: [
      {
        name: 'row',
        rows: 'rows',
        key: columns.slice(0, 4).map((_, at) => column(at)),
        report: {
          kind: 'OTHER',
          narrative: columns
            .slice(0, 6)
            .map((_, at) => column(at))
            .join(' / '),
        },
        records: [
          { ref: 'p', kind: 'PERSON', properties: { name: [column(1), column(2)], description: column(3) } },
          { ref: 'n', kind: 'PHONE', properties: { number: column(4) } },
          { ref: 'o', kind: 'ORGANIZATION', properties: { name: column(5) } },
        ],
        links: [{ kind: 'USES', from: 'p', to: 'n' }],
      },
    ],
  };
}
