import type { Seeded } from '../../src/seeded.ts';
import { hostileBytes, hostileCells, otherFormats } from './hostileValues.ts';

type Mutation = (bytes: Buffer, random: Seeded) => Buffer;

/** Changes a file in one to six ways, as transfers, spreadsheets, editors and people do. */
export function mutateBytes(bytes: Buffer, random: Seeded): Buffer {
  let changed = bytes;
  // What gets past the reader of files tries the rest.
  const ways = random.int(2) === 0 ? values : mutations;
  for (let times = 1 + random.int(6); times > 0; times--) changed = random.pick(ways)(changed, random).subarray(0, 4_000_000);
  return changed;
}

const splice = (bytes: Buffer, at: number, removed: number, put: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + removed)]);

const at = (bytes: Buffer, random: Seeded): number => random.int(bytes.length + 1);

const flipBit: Mutation = (bytes, random) => {
  const copy = Buffer.from(bytes);
  if (copy.length > 0) copy[random.int(copy.length)]! ^= 1 << random.int(8);
  return copy;
};
const cut: Mutation = (bytes, random) => bytes.subarray(0, at(bytes, random));
const remove: Mutation = (bytes, random) => splice(bytes, at(bytes, random), 1 + random.int(20), Buffer.alloc(0));
const repeat: Mutation = (bytes, random) => {
  const from = at(bytes, random);
  return splice(bytes, from, 0, bytes.subarray(from, from + 1 + random.int(400)));
};
const insert: Mutation = (bytes, random) => splice(bytes, at(bytes, random), 0, random.pick(hostileBytes));
const noise: Mutation = (bytes, random) => splice(bytes, at(bytes, random), random.int(4), random.bytes(1 + random.int(8)));
const beSomethingElse: Mutation = (bytes, random) =>
  Buffer.concat([random.pick(otherFormats), random.int(2) === 0 ? bytes : random.bytes(random.int(300))]);

/** Puts a hostile value where a cell was, quoted or not. */
const putCell: Mutation = (bytes, random) => {
  const lines = bytes.toString('utf8').split('\n');
  const row = random.int(lines.length);
  const cells = lines[row]!.split(',');
  const value = random.pick(hostileCells);
  cells[random.int(cells.length)] = random.int(3) === 0 ? value : `"${value.replaceAll('"', '""')}"`;
  lines[row] = cells.join(',');
  return Buffer.from(lines.join('\n'));
};
const changeRows: Mutation = (bytes, random) => {
  const lines = bytes.toString('utf8').split('\n');
  const [one, other] = [random.int(lines.length), random.int(lines.length)];
  const way = random.int(4);
  if (way === 0) lines.splice(one, 0, lines[other]!);
  else if (way === 1) lines.splice(one, 1);
  else if (way === 2) [lines[one], lines[other]] = [lines[other]!, lines[one]!];
  else lines.splice(one, 0, ...Array.from({ length: 1 + random.int(200) }, () => lines[other]!));
  return Buffer.from(lines.join('\n'));
};
const changeHeader: Mutation = (bytes, random) => {
  const [header = '', ...rows] = bytes.toString('utf8').split('\n');
  const columns = header.split(',');
  const column = random.int(columns.length);
  const way = random.int(4);
  if (way === 0) columns.push(columns[column]!);
  else if (way === 1) columns.splice(column, 1);
  else columns[column] = way === 2 ? random.pick(hostileCells) : columns[column]!.toUpperCase();
  return Buffer.from([columns.join(','), ...rows].join('\n'));
};
const encode: Mutation = (bytes, random) => {
  const text = bytes.toString('utf8');
  const mark = random.int(2) === 0 ? '\ufeff' : '';
  const way = random.int(4);
  if (way === 0) return Buffer.from(mark + text, 'utf16le');
  if (way === 1) return Buffer.from(mark + text, 'utf16le').swap16();
  return way === 2 ? Buffer.from(text, 'latin1') : Buffer.from(mark + text);
};
const changeSigns: Mutation = (bytes, random) => {
  const [from, to] = random.pick([
    [',', ';'],
    [',', '\t'],
    [',', '|'],
    ['\n', '\r\n'],
    ['\n', '\r'],
    ['"', "'"],
    [',', ', '],
  ] as const);
  return Buffer.from(bytes.toString('utf8').replaceAll(from, to));
};

const values: readonly Mutation[] = [putCell, putCell, putCell, changeRows];
const bytesAndRows = [flipBit, cut, remove, repeat, insert, noise, encode, changeSigns, changeRows, changeHeader];
const mutations: readonly Mutation[] = [...bytesAndRows, putCell, putCell, beSomethingElse];
