import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, phoneNumber } from './fireReports.ts';

const mapping = {
  name: 'fire',
  timeZone: 'America/Chicago',
  country: 'US',
  files: { tips: { path: 'tips.csv' } },
  reports: [
    {
      name: 'tip',
      rows: 'tips',
      key: '{name}',
      report: { kind: 'TIP', externalNumbers: '{name}' },
      records: [
        { ref: 'person', kind: 'PERSON', properties: { name: 'Row {id}' } },
        { ref: 'phone', kind: 'PHONE', properties: { number: '{phone}' } },
      ],
      links: [{ kind: 'USES', from: 'person', to: 'phone' }],
    },
  ],
};

/** A mapping and a file of so many rows, each a report of a person and one of a few phones. */
export function writeFireFiles(folder: string, rows: number, seed = 0): { readonly mapping: string; readonly tips: string } {
  mkdirSync(folder, { recursive: true });
  const files = { mapping: join(folder, 'fire.json'), tips: join(folder, 'tips.csv') };
  writeFileSync(files.mapping, JSON.stringify(mapping));
  const lines = Array.from({ length: rows }, (_, nth) => `${nth},${nameOf(seed, nth)},${phoneNumber(seed, nth % 50)}\n`);
  writeFileSync(files.tips, `id,name,phone\n${lines.join('')}`);
  return files;
}
