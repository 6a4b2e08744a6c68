import type { ReportInput } from '../../model/reportInput.ts';
import { addDays, at, daysBetween } from './calendar.ts';
import { ReportDraft, type Thing } from './reportDraft.ts';
import { reportHead } from './reportHead.ts';
import { amaya, hiddenMainPhone, roomCards, talentEmail, tashaAccount } from './ringCast.ts';
import { route, type Halt } from './ringRoute.ts';
import { seededRandom, type Chance } from './seededRandom.ts';
import { ad, image } from './things.ts';

const perHalt = 5;
const perReport = 3;
const titles = ['New here', 'Only for a few days', 'Back in town', 'Carnival week', 'Last night here'];
const ends = ['ask for Sunny', 'no texts', 'rooms on the lake', 'two friends', 'serious only', 'until the weekend'];
const hashes = ['c3a17f0e5b9924d6', '9e04b1d87a6630cf', '51f8e2c04d7bb913'];

/** Ad captures: the same words and pictures from city to city, the number written so that a search would miss it. */
export function ringAds(seed: number): ReportInput[] {
  const chance = seededRandom(seed, 'ring ads');
  return route.flatMap((halt, index) => {
    const ads = Array.from({ length: perHalt }, (_, at) => writeAd(halt, index * perHalt + at, chance));
    return [ads.slice(0, perReport), ads.slice(perReport)].map((some) => reportAds(halt, some, chance));
  });
}

interface PostedAd {
  readonly ad: Thing;
  readonly postedAt: string;
}

function writeAd({ place, checkIn, checkOut }: Halt, number: number, chance: Chance): PostedAd {
  const day = addDays(checkIn, chance.between(0, daysBetween(checkIn, checkOut) - 1));
  const postedAt = at(day, chance.between(10, 23), chance.between(0, 59));
  const text = `Sweet company in ${place.city}, ${chance.pick(ends)}. five0four 555 zero1four2`;
  const title = chance.pick(titles);
  return {
    ad: ad({ platform: 'nightboard', postId: `nb-${88_100 + number}`, title, text, postedAt, city: place.city }),
    postedAt,
  };
}

function reportAds(halt: Halt, ads: readonly PostedAd[], chance: Chance): ReportInput {
  const { burner, checkIn } = halt;
  const report = new ReportDraft(
    reportHead({
      agency: halt.place.agency,
      kind: 'AD_CAPTURE',
      sharing: halt.sharing === 'SHARED' ? 'SHARED' : 'POINTER',
      occurredAt: checkIn,
      daysLater: 4,
      grade: 'B3',
    }),
  );
  for (const { ad: posted, postedAt } of ads) {
    report.say(posted, 'ADVERTISES', hiddenMainPhone, { start: postedAt, written: 'five0four 555 zero1four2' });
    report.say(posted, 'ADVERTISES', image({ algorithm: 'phash', hash: chance.pick(hashes) }), { start: postedAt });
    if (chance.happens(0.4)) report.say(posted, 'ADVERTISES', burner, { start: postedAt });
    if (chance.happens(0.5)) report.say(posted, 'ADVERTISES', tashaAccount, { start: postedAt });
    if (chance.happens(0.2)) report.say(posted, 'ADVERTISES', talentEmail, { start: postedAt });
    if (chance.happens(0.3)) report.say(chance.pick(roomCards), 'PAID_FOR', posted, { start: postedAt });
  }
  if (checkIn === '2026-02-14') report.say(ads[0]!.ad, 'DEPICTS', amaya);
  return report.finish();
}
