import type { ReportInput } from '../../model/reportInput.ts';
import { addDays, at, firstDay } from './calendar.ts';
import { ReportDraft } from './reportDraft.ts';
import { reportHead } from './reportHead.ts';
import { emory, emoryPhone, gale, galeApp, lena, lenaApp, roomCards, talent, talentBank } from './ringCast.ts';
import { seededRandom, type Chance } from './seededRandom.ts';
import { appAccount, payment } from './things.ts';

const dollars = (chance: Chance, least: number, greatest: number): string => `${chance.between(least, greatest)}.00`;

/** Small payments by app to one handle; what is gathered there goes to a company's bank account, a little at a time. */
export function ringMoney(seed: number): ReportInput[] {
  const chance = seededRandom(seed, 'ring money');
  return [0, 2, 4, 6].map((week) => gatherByApp(week, chance)).concat(cardsForCash(chance), bankTrail(chance), holderOfBank());
}

function gatherByApp(week: number, chance: Chance): ReportInput {
  const monday = addDays(firstDay, week * 7);
  const report = new ReportDraft(
    reportHead(
      {
        agency: 'GULF-PD',
        kind: 'PAYMENT_RECORDS',
        sharing: week === 4 ? 'POINTER' : 'SHARED',
        occurredAt: monday,
        daysLater: 18,
        grade: 'A2',
      },
      { narrative: 'TidePay records for @lc_tx: sums of 120 to 400 dollars from senders with nothing else in common.' },
    ),
  );
  for (let nth = 0; nth < 7; nth++) {
    const day = addDays(monday, chance.between(0, 13));
    const time = at(day, chance.between(18, 23), chance.between(0, 59));
    const paid = payment({
      time,
      amount: `${chance.between(12, 40)}0.00`,
      currency: 'USD',
      channel: 'app',
      reference: `TP-${week}${nth}-${chance.between(1000, 9999)}`,
    });
    report.say(paid, 'PAID_FROM', appAccount(`tp_${chance.between(10_000, 99_999)}`), { start: time });
    report.say(paid, 'PAID_TO', lenaApp, { start: time });
  }
  return week === 4 ? report.finish() : report.say(lena, 'HOLDS', lenaApp).finish();
}

function cardsForCash(chance: Chance): ReportInput {
  const report = new ReportDraft(
    reportHead(
      { agency: 'GULF-PD', kind: 'PAYMENT_RECORDS', sharing: 'SHARED', occurredAt: '2026-01-24', daysLater: 12, grade: 'B2' },
      { narrative: 'Three prepaid cards bought together at one counter in Mobile, loaded again before each halt.' },
    ),
  );
  for (const [nth, card] of roomCards.entries()) {
    const time = at('2026-01-24', 14, 10 + nth);
    const load = payment({
      time,
      amount: dollars(chance, 300, 480),
      currency: 'USD',
      channel: 'cash',
      reference: `PC-${5510 + nth}`,
    });
    report.say(load, 'PAID_TO', card, { start: time }).say(gale, 'HOLDS', card, { start: '2026-01-24' });
  }
  return report.say(gale, 'HOLDS', galeApp).finish();
}

/** Sealed: the agency that follows the money does not want it known, and is told when somebody meets the account. */
function bankTrail(chance: Chance): ReportInput {
  const report = new ReportDraft(
    reportHead(
      { agency: 'COAST-HP', kind: 'PAYMENT_RECORDS', sharing: 'SEALED', occurredAt: '2026-02-09', daysLater: 10, grade: 'A1' },
      { narrative: 'Transfers just under 3,000 dollars from @lc_tx and @galeh.pays to the account of Pellmar Talent LLC.' },
    ),
  );
  for (let nth = 0; nth < 9; nth++) {
    const time = at(addDays('2026-01-12', nth * 5), 10, chance.between(0, 59));
    const transfer = payment({
      time,
      amount: dollars(chance, 2_700, 2_990),
      currency: 'USD',
      channel: 'app',
      reference: `TP-OUT-${410 + nth}`,
    });
    report
      .say(transfer, 'PAID_FROM', nth % 3 === 2 ? galeApp : lenaApp, { start: time })
      .say(transfer, 'PAID_TO', talentBank, { start: time });
  }
  return report.say(talent, 'HOLDS', talentBank).finish();
}

function holderOfBank(): ReportInput {
  return new ReportDraft(
    reportHead(
      { agency: 'BAYOU-SO', kind: 'PAYMENT_RECORDS', sharing: 'SHARED', occurredAt: '2026-02-19', daysLater: 3, grade: 'B2' },
      { narrative: 'Company register: Pellmar Talent LLC, agent E. Stroud. One transfer from @lc_tx seen at the counter.' },
    ),
  )
    .say(talent, 'HOLDS', talentBank)
    .say(emory, 'ASSOCIATED_WITH', talent, { basis: 'registered agent of the company' })
    .say(emory, 'USES', emoryPhone, { subKind: 'on file with the register' })
    .say(lenaApp, 'ASSOCIATED_WITH', talentBank, { start: '2026-02-19', basis: 'transfer seen at the counter' })
    .finish();
}
