import type { ReportInput } from '@linchpin/api/src/model/reportInput.ts';
import { seeded } from '../../src/seeded.ts';

/** Which number of the generated reports this is; the same again for the same report. */
export const nameOf = (seed: number, nth: number): string => `FIRE-${seed}-${nth}`;

const areaCodes = [601, 504, 225, 318, 337, 769, 662, 228, 205, 251];
/** Of one plan, at most. */
const phonesOfPlan = 450;

/**
 * A number that the reports of a plan share, as people write it. Another plan has others: hundreds of rounds over one
 * database do not meet, but for rare chance.
 */
export function phoneNumber(seed: number, nth: number): string {
  const [area, exchange, block] = [seed % 10, Math.floor(seed / 10) % 790, Math.floor(seed / 7_900) % 20];
  return `(${areaCodes[area]}) ${200 + exchange}-${1_000 + block * phonesOfPlan + (nth % phonesOfPlan)}`;
}

export interface Plan {
  readonly seed: number;
  /** How many phones the people share. */
  readonly phones: number;
  /** People per report, at most. */
  readonly people: number;
}

/**
 * Report `nth` of a plan: people, each using one of the shared phones. The same plan and number give the same report, so
 * that it can be sent again and looked for. Every person is an entity of their own.
 */
export function fireReport(plan: Plan, nth: number): ReportInput {
  const random = seeded(plan.seed * 7_919 + nth);
  const people = Array.from({ length: 1 + random.int(plan.people) }, (_, at) => ({
    ref: `p${at}`,
    phone: random.int(plan.phones),
  }));
  const phones = [...new Set(people.map(({ phone }) => phone))];
  return {
    agency: 'BAYOU-SO',
    kind: 'TIP',
    externalNumbers: [nameOf(plan.seed, nth)],
    occurredAt: `2026-0${1 + random.int(9)}-1${random.int(10)}`,
    timeZone: 'America/Chicago',
    country: 'US',
    audience: random.int(2) === 0 ? 'GULF-TF' : 'BAYOU-SO',
    narrative: `Report ${nth} of the plan`,
    idempotencyKey: `fire/${plan.seed}/${nth}`,
    records: [
      ...people.map(({ ref }) => ({
        ref,
        kind: 'PERSON',
        properties: [{ name: 'name', values: [`Fire Person ${nth} ${ref}`] }],
      })),
      ...phones.map((phone) => ({
        ref: `n${phone}`,
        kind: 'PHONE',
        properties: [{ name: 'number', values: [phoneNumber(plan.seed, phone)] }],
      })),
    ],
    links: people.map(({ ref, phone }) => ({ kind: 'USES', from: ref, to: `n${phone}` })),
  };
}
