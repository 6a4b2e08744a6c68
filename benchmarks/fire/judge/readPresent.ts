import { mintScope } from '@linchpin/api/src/gate/mintScope.ts';
import type { GraphStore } from '@linchpin/api/src/store/ports/graphStore.ts';
import type { ReportView } from '@linchpin/api/src/model/views.ts';
import { must } from '../rounds.ts';
import { eachOf } from './eachOf.ts';

export const investigator = mintScope({ agency: 'BAYOU-SO', groups: ['GULF-TF'] });

export interface PresentReport {
  readonly number: string;
  readonly records: number;
  readonly links: number;
}

/** Every report of the plan of this seed that the store shows, by its number in the plan. @throws Error where one is there twice */
export async function readPresent(graph: GraphStore, seed: number): Promise<Map<number, PresentReport>> {
  const present = new Map<number, PresentReport>();
  const reports: ReportView[] = [];
  for await (const report of allReports(graph)) if (report.externalNumbers[0]?.startsWith(`FIRE-${seed}-`)) reports.push(report);
  await eachOf(reports, async (report) => {
    const name = report.externalNumbers[0]!;
    const nth = Number(name.split('-')[2]);
    const [records, links] = await Promise.all([
      graph.reportRecords(investigator, report.number, { first: 1, after: null }),
      graph.reportLinks(investigator, report.number, { first: 1, after: null }),
    ]);
    must(!present.has(nth), `report ${nth} is there twice, as ${present.get(nth)?.number} and as ${report.number}`);
    present.set(nth, { number: report.number, records: records.total, links: links.total });
  });
  return present;
}

async function* allReports(graph: GraphStore): AsyncGenerator<ReportView> {
  const filter = { agency: 'BAYOU-SO', kind: 'TIP', window: { since: null, until: null } };
  for (let after = null as Parameters<GraphStore['reports']>[2]['after']; ;) {
    const page = await graph.reports(investigator, filter, { first: 500, after });
    for (const { item, position } of page.items) {
      after = position;
      yield item;
    }
    if (!page.hasNext) return;
  }
}
