import type { PublicIds } from '../../../model/publicIds.ts';
import type { DraftValues, RecordDraft } from '../buildReport.ts';
import { agencies, base, day } from './places.ts';
import type { SeededRandom } from './seededRandom.ts';

/** Few values, so that reports meet; accents, cases and near misses, so that search has work. */
const names = [
  'José Núñez',
  'Jose Nunez',
  'JOSE NUNES',
  'Mary Ann Fox',
  'Marie-Anne Fox',
  'Łukasz Ørsted',
  'Ann Foxx',
  'Peter Martin',
  'Martin Peters',
];
const statuses = ['Open', 'Closed', 'Closed by arrest', 'Disclosed', 'Under investigation'];

type Draft = (random: SeededRandom, ids: PublicIds) => RecordDraft;

const drafts: Readonly<Record<string, Draft>> = {
  PERSON: (random, ids) => {
    const caption = random.chance(0.8) ? random.pick(names) : null;
    const numbers = random.chance(0.4) ? [`${random.pick(agencies)}/person/${random.int(6)}`] : [];
    const isOwn = numbers.length > 0 && random.chance(0.5);
    return {
      kind: 'PERSON',
      key: isOwn ? `PERSON ${numbers[0]}` : null,
      lookupKeys: numbers.map((number) => `PERSON ${number}`),
      entityId: ids.random(),
      caption,
      values: { ...(caption === null ? {} : { name: [caption] }), ...(numbers.length === 0 ? {} : { identityNumber: numbers }) },
      isMinor: random.chance(0.05),
      adultFrom: random.chance(0.12) ? base + (random.int(60) - 15) * day : null,
    };
  },
  ORGANIZATION: (random) => {
    const name = `${random.pick(['Gulf', 'Golf', 'Bayou'])} ${random.pick(['Laundry', 'Nails', 'Spa'])}`;
    return { kind: 'ORGANIZATION', caption: name, values: { name: [name] } };
  },
  PHONE: (random) => {
    const number = `+1504555010${random.int(8)}`;
    const display = random.pick([number, `(504) 555-010${number.at(-1)}`]);
    return {
      kind: 'PHONE',
      key: random.chance(0.95) ? `PHONE ${number}` : null,
      caption: random.chance(0.9) ? display : null,
      values: { number: [{ value: number, display, isUnverified: random.chance(0.3) }] },
      isGeneric: random.chance(0.02),
    };
  },
  ADDRESS: (random) => {
    const full = `${1 + random.int(5)} Canal St`;
    return { kind: 'ADDRESS', key: `ADDRESS ${full}|70112|US`, caption: full, values: { full: [full] } };
  },
  VEHICLE: (random) => {
    const vin = random.chance(0.6) ? `1HGCM82633A00435${random.int(4)}` : null;
    const plate = vin === null || random.chance(0.6) ? `LA${random.int(5)}00` : null;
    const keys = [vin && `VEHICLE vin/${vin}`, plate && `VEHICLE US-LA/${plate}`].filter((key) => key !== null);
    return {
      kind: 'VEHICLE',
      key: keys[0],
      lookupKeys: keys,
      caption: plate ?? vin,
      values: { ...(vin === null ? {} : { vin: [vin] }), ...(plate === null ? {} : { plate: [plate] }) },
      isGeneric: random.chance(0.02),
    };
  },
  CASE: (random) => {
    const number = `C-${random.int(4)}`;
    const status: DraftValues = random.chance(0.6) ? { status: [random.pick(statuses)] } : {};
    return { kind: 'CASE', key: `CASE ALPHA|${number}`, caption: number, values: { number: [number], ...status } };
  },
};

const likely = ['PERSON', 'PERSON', 'PERSON', 'PHONE', 'PHONE', 'ADDRESS', 'VEHICLE', 'CASE', 'ORGANIZATION'];

export function draftRecord(random: SeededRandom, ids: PublicIds, kind: string = random.pick(likely)): RecordDraft {
  return drafts[kind]!(random, ids);
}

export const draftedKinds: readonly string[] = Object.keys(drafts);
