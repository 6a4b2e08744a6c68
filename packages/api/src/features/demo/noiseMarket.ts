import type { ReportInput } from '../../model/reportInput.ts';
import { addDays, at } from './calendar.ts';
import { ReportDraft, type Thing } from './reportDraft.ts';
import { reportHead } from './reportHead.ts';
import { seededRandom } from './seededRandom.ts';
import { ad, appAccount, onlineAccount, payment } from './things.ts';

const wares = [
  'sofa',
  'used tyres',
  'guitar lessons',
  'piano tuning',
  'garden work',
  'moving help',
  'house cleaning',
  'boat trailer',
];
const cities = ['New Orleans', 'Baton Rouge', 'Mobile', 'Pensacola', 'Houston'];

/** Small ads for what people sell, and the payments that follow: numbers in ads are not a ring by themselves. */
export function noiseMarket(seed: number, numbers: readonly Thing[]): ReportInput[] {
  const chance = seededRandom(seed, 'market');
  return Array.from({ length: 44 }, (_, nth) => {
    const agency = chance.pick(['BAYOU-SO', 'GULF-PD', 'TERN-PD'] as const);
    const postedAt = at(addDays('2026-01-05', chance.between(0, 56)), chance.between(8, 20), chance.between(0, 59));
    const ware = chance.pick(wares);
    const city = chance.pick(cities);
    const seller = appAccount(`market_${100 + nth}`);
    const posted = ad({
      platform: 'cornerboard',
      postId: `cb-${5_000 + nth}`,
      title: ware,
      text: `${ware} in ${city}, call me`,
      postedAt,
      city,
    });
    const paid = payment({
      time: postedAt,
      amount: `${chance.between(20, 300)}.50`,
      currency: 'USD',
      channel: 'app',
      reference: `TP-M-${nth}`,
    });
    return new ReportDraft(
      reportHead({
        agency,
        kind: 'AD_CAPTURE',
        sharing: chance.happens(0.4) ? 'SHARED' : 'POINTER',
        occurredAt: postedAt,
        grade: 'C3',
      }),
    )
      .say(posted, 'ADVERTISES', numbers[nth]!, { start: postedAt })
      .say(posted, 'ADVERTISES', onlineAccount('cornerboard', `seller_${nth}`), { start: postedAt })
      .say(paid, 'PAID_TO', seller, { start: postedAt })
      .say(paid, 'PAID_FROM', appAccount(`buys_${100 + nth}`), { start: postedAt })
      .finish();
  });
}
