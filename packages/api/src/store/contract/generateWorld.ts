import type { Vocabulary } from '@linchpin/schema';
import { LinchpinError } from '../../model/errors.ts';
import type { PreparedReport } from '../../model/prepared.ts';
import { publicIds, type PublicIds } from '../../model/publicIds.ts';
import type { Retraction } from '../ports/graphStore.ts';
import { buildReport } from './buildReport.ts';
import { World } from './reference/world.ts';
import { firstNames, learnNames, type KnownNames } from './worlds/knownNames.ts';
import { draftHub, draftReport } from './worlds/draftReport.ts';
import { agencies, base } from './worlds/places.ts';
import { seededRandom, type SeededRandom } from './worlds/seededRandom.ts';

/** A write as plain data: it can be repeated on any store, and left out where a failure is narrowed down. */
export type Operation =
  | { readonly write: 'addReports'; readonly reports: readonly PreparedReport[] }
  | { readonly write: 'retractReport'; readonly retraction: Retraction }
  | { readonly write: 'recluster'; readonly recordIds: readonly string[]; readonly entityId: string };

export interface GeneratedWorld {
  readonly random: SeededRandom;
  readonly names: KnownNames;
  nextOperation(): Operation;
}

/** A world that grows by random writes: the same seed, the same writes. */
export function generateWorld(options: { seed: number; secret: Buffer; vocabulary: Vocabulary }): GeneratedWorld {
  const { seed, secret, vocabulary } = options;
  const random = seededRandom(seed);
  const ids = publicIds(secret, random.bytes);
  const world = new World();
  const names = firstNames(ids);
  const context = { random, ids, vocabulary };
  const hubsAt = seed % 4 === 0 ? [20, 60, 120] : [];
  let step = 0;

  const add = (): Operation => {
    const isHub = hubsAt.includes(step);
    const drafts = Array.from({ length: 1 + (isHub ? 0 : random.int(3)) }, () =>
      isHub ? draftHub(context, 240) : draftReport(context),
    );
    // Numbers are drawn without order, and may be drawn twice.
    if (random.chance(0.03)) drafts.push({ ...draftReport(context), number: random.pick(names.reportNumbers) });
    const reports = drafts.map((draft) => buildReport(ids, draft));
    return { write: 'addReports', reports };
  };
  const retract = (): Operation => {
    const number = random.pick(names.reportNumbers);
    const agency = random.chance(0.9) ? number.split('-')[0]! : random.pick(agencies);
    return { write: 'retractReport', retraction: { number, agency, reason: 'withdrawn', by: 'somebody', at: base } };
  };

  return {
    random,
    names,
    nextOperation() {
      step++;
      const chance = random.int(100);
      const operation =
        chance < 70 || world.records().length < 10 ? add() : chance < 80 ? retract() : recluster(world, { random, ids, names });
      applyTo(world, operation);
      learnNames(names, operation, { world, vocabulary });
      return operation;
    },
  };
}

function recluster(world: World, { random, ids, names }: { random: SeededRandom; ids: PublicIds; names: KnownNames }): Operation {
  const records = world.records();
  const one = random.pick(records);
  const peers = records.filter(({ record }) => record.kind === one.record.kind);
  const cluster = peers.filter(({ entityId }) => entityId === one.entityId).map(({ record }) => record.id);
  const part = cluster.filter((id) => id === one.record.id || random.chance(0.4));
  const target = random.pick(peers).entityId;
  const moves: readonly (() => readonly [readonly string[], string])[] = [
    () => [cluster, target],
    () => [cluster, target],
    () => [part, target],
    () => [part, ids.random()],
    () => [part, one.record.proposedEntityId],
    () => [peers.filter(() => random.chance(0.05)).map(({ record }) => record.id), target],
    () => [part, random.pick(names.entityIds.slice(2).concat(target))],
    () => [[...part, random.pick(names.partIds)], target],
  ];
  const [recordIds, entityId] = random.pick(moves)();
  return { write: 'recluster', recordIds, entityId };
}

/** A refused write changes nothing. */
function applyTo(world: World, operation: Operation): void {
  if (operation.write === 'addReports') for (const report of operation.reports) world.add(report);
  else if (operation.write === 'retractReport') world.retract(operation.retraction);
  else
    try {
      world.recluster(operation.recordIds, operation.entityId);
    } catch (error) {
      if (!(error instanceof LinchpinError)) throw error;
    }
}
