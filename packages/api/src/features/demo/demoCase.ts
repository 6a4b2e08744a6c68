import type { ReportInput } from '../../model/reportInput.ts';
import { noiseConference } from './noiseConference.ts';
import { noiseFamilies } from './noiseFamilies.ts';
import { noiseHubs } from './noiseHubs.ts';
import { noiseIncidents } from './noiseIncidents.ts';
import { noiseMarket } from './noiseMarket.ts';
import { noiseTruckers } from './noiseTruckers.ts';
import { dealNumbers } from './numberPool.ts';
import { ringAds } from './ringAds.ts';
import { ringCalls } from './ringCalls.ts';
import { ringCases } from './ringCases.ts';
import { ringMeetings } from './ringMeetings.ts';
import { ringMoney } from './ringMoney.ts';
import { ringStays } from './ringStays.ts';
import { ringTravel } from './ringTravel.ts';

/**
 * The demo case as five agencies and their task force would report it: a ring that moves between New Orleans, Baton Rouge,
 * Mobile and Houston around Mardi Gras 2026, and some 2,000 entities around it that are no ring. Everybody in it is
 * invented; phone numbers are 555-01xx. The same seed gives the same reports, oldest received first.
 */
export function demoReports(seed = 1): ReportInput[] {
  const { buyers, others } = dealNumbers(seed);
  const reports = [
    ...ringStays(),
    ...ringAds(seed),
    ...ringCalls(seed, buyers),
    ...ringMoney(seed),
    ...ringTravel(seed),
    ...ringMeetings(),
    ...ringCases(),
    ...noiseFamilies(seed, others.slice(0, 64)),
    ...noiseTruckers(seed, others.slice(64, 106)),
    ...noiseConference(seed),
    ...noiseIncidents(seed, others.slice(106, 236)),
    ...noiseMarket(seed, others.slice(236, 280)),
    ...noiseHubs(seed, others.slice(280)),
  ];
  return reports
    .map((report, nth) => ({ ...report, idempotencyKey: `demo-${seed}-${nth + 1}` }))
    .sort((a, b) => (a.receivedAt! < b.receivedAt! ? -1 : a.receivedAt! > b.receivedAt! ? 1 : 0));
}
