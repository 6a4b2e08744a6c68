import { at } from './calendar.ts';
import type { ReportDraft, Thing } from './reportDraft.ts';
import type { Chance } from './seededRandom.ts';

interface Traffic {
  readonly from: Thing;
  readonly to: Thing;
  readonly day: string;
  readonly calls: number;
  readonly evening?: boolean;
}

/** One link for a pair and day, with how often, how long and at which hours. */
export function sayCalls(report: ReportDraft, { from, to, day, calls, evening = false }: Traffic, chance: Chance): void {
  const hours = Array.from({ length: calls }, () => chance.between(evening ? 17 : 8, evening ? 23 : 21)).sort((a, b) => a - b);
  const counts = Array.from({ length: 24 }, (_, hour) => hours.filter((each) => each === hour).length);
  report.say(from, 'CALLED', to, {
    start: day,
    calls: String(calls),
    seconds: String(calls * chance.between(15, 340)),
    first: at(day, hours[0] ?? 12, chance.between(0, 29)),
    last: at(day, hours.at(-1) ?? 12, chance.between(30, 59)),
    hours: counts.join(','),
  });
}
