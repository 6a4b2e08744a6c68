import { fireReport, type Plan } from './fireReports.ts';
import { keepBusy, retract, submit, type Memory } from './submitters.ts';

/** What callers do until the server is gone; gives the numbers of reports from `first` on. */
export type Callers = (
  to: { readonly address: string; readonly memory: Memory },
  plan: Plan,
  next: () => number,
) => Promise<void>;

export const submitAll: Callers = (to, plan, next) =>
  keepBusy(16, () => {
    const nth = next();
    return submit(to, nth, fireReport(plan, nth));
  });

/** One of four callers takes back what was acknowledged. */
export const submitAndRetract: Callers = async (to, plan, next) => {
  let turn = 0;
  await keepBusy(12, () => {
    const { memory } = to;
    const known = [...memory.acknowledged.keys()].find((nth) => !memory.maybeRetracted.has(nth));
    if (turn++ % 4 === 3 && known !== undefined) return retract(to, known);
    const nth = next();
    return submit(to, nth, fireReport(plan, nth));
  });
};
