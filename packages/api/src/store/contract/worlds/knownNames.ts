import type { Vocabulary } from '@linchpin/schema';
import { bundleKey, writeBundleId } from '../../../model/bundleId.ts';
import type { PublicIds } from '../../../model/publicIds.ts';
import type { Operation } from '../generateWorld.ts';
import type { HeldLink, World } from '../reference/world.ts';

/** What can be asked for by name, as far as the world has come: now right, once right and never right. */
export interface KnownNames {
  readonly entityIds: string[];
  readonly bundleIds: string[];
  readonly partIds: string[];
  readonly reportNumbers: string[];
  readonly keys: string[];
  readonly words: string[];
}

export function firstNames(ids: PublicIds): KnownNames {
  return {
    entityIds: [ids.random(), 'no id at all'],
    bundleIds: ['no bundle at all', `${ids.random()}.USES.${ids.random()}`],
    partIds: [ids.random(), 'no id at all', ids.part('record', ids.newSeed(), 0)],
    reportNumbers: ['ALPHA-2024-999999'],
    keys: ['PHONE +15045559999'],
    words: ['nowhere'],
  };
}

/** Call after the write. */
export function learnNames(names: KnownNames, operation: Operation, context: { world: World; vocabulary: Vocabulary }): void {
  if (operation.write === 'retractReport') return;
  const reports = operation.write === 'addReports' ? operation.reports : [];
  if (operation.write === 'recluster') learn(names.entityIds, [operation.entityId]);
  for (const report of reports) {
    learn(names.reportNumbers, [report.number]);
    learn(names.partIds, [report.id, ...report.records.map(({ id }) => id), ...report.links.map(({ id }) => id)]);
    learn(
      names.entityIds,
      report.records.map(({ proposedEntityId }) => proposedEntityId),
    );
    learn(
      names.keys,
      report.records.flatMap(({ lookupKeys }) => lookupKeys),
    );
    learn(
      names.words,
      report.records.flatMap(({ words }) => words),
    );
  }
  const touched = new Set(
    operation.write === 'recluster' ? operation.recordIds : reports.flatMap(({ records }) => records.map(({ id }) => id)),
  );
  const links = context.world.reports.flatMap((held) => held.links);
  const moved = links.filter(({ from, to }) => touched.has(from.record.id) || touched.has(to.record.id));
  learn(
    names.bundleIds,
    moved.map((link) => bundleIdOf(link, context.vocabulary)),
  );
}

function bundleIdOf({ link, from, to }: HeldLink, vocabulary: Vocabulary): string {
  const { isSymmetric } = vocabulary.linkKinds.get(link.kind)!;
  return writeBundleId(bundleKey(link.kind, from.entityId, to.entityId, isSymmetric));
}

function learn(known: string[], names: readonly string[]): void {
  for (const name of new Set(names)) if (!known.includes(name)) known.push(name);
}
