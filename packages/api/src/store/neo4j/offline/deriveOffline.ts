import { greatest, least } from '../../../model/entityView.ts';
import { groupBy } from '../groupBy.ts';
import { tellingKinds } from '../queries/deriveProtection.ts';
import type { BundleRow } from '../write/bundleRows.ts';
import { sumOfHoldings, type HoldingRow } from '../write/holdingRows.ts';
import { columns, inOrder } from './columns.ts';
import type { CsvFile } from './csvFile.ts';
import { partCount } from './spill.ts';
import type { Spills } from './writeOffline.ts';

interface Written {
  readonly nodes: { readonly Entity: CsvFile; readonly Holding: CsvFile; readonly Key: CsvFile };
  readonly about: CsvFile;
  readonly bundles: CsvFile;
}

/** People whom facts may protect, or who are told of: few, and kept in memory. */
interface Guard {
  isProtectable?: boolean;
  isGuarded?: boolean;
  isTold?: boolean;
}

const telling = new Set<string>(tellingKinds);

/** Holdings, then relationships, which say who is told of, then entities with what is known of them. */
export async function deriveOffline(spills: Spills, { nodes, about, bundles }: Written): Promise<void> {
  const guards = new Map<string, Guard>();
  for (let part = 0; part < partCount; part++) {
    const kinds = new Map((await spills.entities.part(part)).map(({ id, kind }) => [id, kind]));
    const holdings = [...groupBy(await spills.holdings.part(part), ({ id }) => id).values()].map(sumOfHoldings);
    for (const row of holdings) {
      nodes.Holding.write(inOrder(columns.holding, { ...row, kind: kinds.get(row.entity) }));
      about.write([row.id, row.entity]);
    }
    for (const [id, held] of groupBy(holdings, ({ entity }) => entity)) {
      const guard = guardOf(held);
      if (guard) guards.set(id, guard);
    }
  }
  const told: string[] = [];
  for await (const rows of spills.bundles.parts())
    for (const same of groupBy(rows, ({ bundle, agency, audience }) => JSON.stringify([bundle, agency, audience])).values()) {
      const row = sumOfBundles(same);
      const { from, to, kind, agency, audience } = row;
      bundles.write([from, to, kind, agency, audience, ...inOrder(columns.bundle.slice(5), { ...row })]);
      if (!telling.has(kind)) continue;
      if (guards.get(from)?.isTold) told.push(to);
      if (guards.get(to)?.isTold) told.push(from);
    }
  for (const id of told) guards.set(id, { ...guards.get(id), isGuarded: true });
  for await (const rows of spills.entities.parts())
    for (const entity of new Map(rows.map((row) => [row.id, row])).values())
      nodes.Entity.write(inOrder(columns.entity, { ...entity, ...guards.get(entity.id) }));
  for await (const keys of spills.keys.parts()) for (const key of new Set(keys)) nodes.Key.write([key]);
}

function guardOf(held: readonly HoldingRow[]): Guard | null {
  const isMarked = held.some((row) => row.isMarked);
  const adultFrom = greatest(held.map((row) => row.adultFrom));
  if (!isMarked && adultFrom === null) return null;
  const earliest = least(held.map((row) => row.earliest));
  const isYoung = adultFrom !== null && earliest !== null && earliest < adultFrom;
  return isMarked || isYoung ? { isProtectable: true, isGuarded: true, isTold: true } : { isProtectable: true };
}

function sumOfBundles(rows: readonly BundleRow[]): BundleRow {
  const sum = (numberOf: (row: BundleRow) => number): number => rows.reduce((total, row) => total + numberOf(row), 0);
  return {
    ...rows[0]!,
    links: sum(({ links }) => links),
    reports: sum(({ reports }) => reports),
    sure: sum(({ sure }) => sure),
    undated: sum(({ undated }) => undated),
    first: least(rows.map(({ first }) => first)),
    last: greatest(rows.map(({ last }) => last)),
    end: greatest(rows.map(({ end }) => end)),
  };
}
