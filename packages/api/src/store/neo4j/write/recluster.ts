import type { Vocabulary } from '@linchpin/schema';
import { bundleKey, writeBundleId } from '../../../model/bundleId.ts';
import { LinchpinError } from '../../../model/errors.ts';
import {
  createEntity,
  findEntity,
  findMovedLinks,
  findRecords,
  forgetRedirect,
  moveRecords,
  redirectEmptied,
  renameBundles,
} from '../queries/recluster.ts';
import type { Cypher, WriteTransaction } from '../runCypher.ts';
import { ChangeLog } from './changeLog.ts';
import { rebuild } from './derive.ts';
import { isSymmetric } from './reportRows.ts';
import { touchedBundle, touchedHolding, type TouchedBundle } from './touched.ts';
import type { WriteContext } from './writeContext.ts';

interface FoundRecord {
  readonly id: string;
  readonly entity: string;
  readonly kind: string;
  readonly number: string;
  readonly agency: string;
  readonly audience: string;
}

/** Moves records to an entity, as if they had always been there. */
export function recluster(
  cypher: Pick<Cypher, 'write'>,
  at: WriteContext,
  recordIds: readonly string[],
  target: string,
): Promise<void> {
  return cypher.write(async (transaction) => {
    const changes = await ChangeLog.lock(transaction);
    const leaving = await findLeaving(transaction, [...new Set(recordIds)], target);
    if (leaving.length === 0) return;
    const ids = leaving.map(({ id }) => id).sort();
    const sources = [...new Set(leaving.map(({ entity }) => entity))].sort();
    await transaction.run(forgetRedirect, { id: target });
    await transaction.run(moveRecords, { target, ids });
    await transaction.run(redirectEmptied, { target, ids: sources });
    const bundles = await moveLinks(transaction, at.vocabulary, ids);
    const holdings = leaving.flatMap((record) => [touchedHolding(record.entity, record), touchedHolding(target, record)]);
    changes.note({ kind: 'RECLUSTERED', entityIds: [...sources, target], reportNumber: null });
    const numbers = [...new Set(leaving.map(({ number }) => number))];
    await rebuild(transaction, at, { bundles, holdings, numbers, seq: changes.seq });
    await changes.write();
  });
}

/** Records that are not there yet; the target is made when new and something moves. */
async function findLeaving(transaction: WriteTransaction, ids: readonly string[], target: string): Promise<FoundRecord[]> {
  const records = await transaction.run<FoundRecord>(findRecords, { ids });
  if (records.length < ids.length) throw new LinchpinError('NOT_FOUND', 'A record to move is not there.');
  const [found] = await transaction.run<{ kind: string }>(findEntity, { id: target });
  const kind = found?.kind ?? records[0]?.kind;
  if (records.some((record) => record.kind !== kind))
    throw new LinchpinError('INVALID', `Records of other kinds than ${kind} cannot belong to this entity.`);
  if (!found && kind !== undefined) await transaction.run(createEntity, { id: target, kind });
  return records.filter(({ entity }) => entity !== target);
}

interface MovedLink {
  readonly id: string;
  readonly kind: string;
  readonly bundle: string;
  readonly agency: string;
  readonly audience: string;
  readonly from: string;
  readonly to: string;
}

/** Names the bundles of moved records' links anew; gives the bundles before and after. */
async function moveLinks(
  transaction: WriteTransaction,
  vocabulary: Vocabulary,
  ids: readonly string[],
): Promise<TouchedBundle[]> {
  const links = await transaction.run<MovedLink>(findMovedLinks, { ids });
  const rows = links.map((link) => ({
    link,
    bundle: writeBundleId(bundleKey(link.kind, link.from, link.to, isSymmetric(vocabulary, link.kind))),
  }));
  await transaction.run(renameBundles, { rows: rows.map(({ link, bundle }) => ({ id: link.id, bundle })) });
  return rows.flatMap(({ link, bundle }) => [link.bundle, bundle].flatMap((name) => touchedBundle(vocabulary, name, link) ?? []));
}
