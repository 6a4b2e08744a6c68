import type { Vocabulary } from '@linchpin/schema';
import { writeBundleId, type BundleKey } from '../../../model/bundleId.ts';
import { greatest, least } from '../../../model/entityView.ts';
import { linkTimes } from '../../../model/moment.ts';
import { isWeak, type PreparedLink, type PreparedReport } from '../../../model/prepared.ts';
import { groupBy } from '../groupBy.ts';
import { bundleOf, type PlacedReport } from './reportRows.ts';

/** What new reports of one origin add to one relationship between entities. */
export interface BundleRow extends BundleKey {
  readonly bundle: string;
  readonly agency: string;
  readonly audience: string;
  readonly links: number;
  readonly reports: number;
  readonly sure: number;
  readonly undated: number;
  readonly first: number | null;
  readonly last: number | null;
  /** Greatest end of a link, its start where it has none. */
  readonly end: number | null;
}

interface Said {
  readonly key: BundleKey;
  readonly report: PreparedReport;
  readonly link: PreparedLink;
}

/** One row a relationship, however many of the reports speak of it. A link of an entity to itself joins nothing. */
export function bundleRows(placed: readonly PlacedReport[], vocabulary: Vocabulary): BundleRow[] {
  const said = placed.flatMap(({ report, entityIds }) =>
    report.links.map((link): Said => ({ key: bundleOf(link, entityIds, vocabulary), report, link })),
  );
  const groups = groupBy(
    said.filter(({ key }) => key.from !== key.to),
    ({ key, report: { origin } }) => JSON.stringify([writeBundleId(key), origin.agency, origin.audience]),
  );
  return [...groups.values()].map(bundleRow);
}

function bundleRow(said: readonly Said[]): BundleRow {
  const { key, report } = said[0]!;
  const { agency, audience } = report.origin;
  const times = said.map(({ link }) => linkTimes(link));
  return {
    ...key,
    bundle: writeBundleId(key),
    agency,
    audience,
    links: said.length,
    reports: new Set(said.map((one) => one.report.id)).size,
    sure: said.filter((one) => !isWeak(one.report.grade)).length,
    undated: times.filter(({ start }) => start === null).length,
    first: least(times.map(({ start }) => start)),
    last: greatest(times.map(({ time }) => time)),
    end: greatest(times.map(({ start, end }) => end ?? start)),
  };
}
