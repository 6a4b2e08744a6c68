import { isProtected, type ProtectionFacts } from '../../../model/protection.ts';
import { protectsFor, type Scope } from '../../../model/scope.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import type { World } from './world.ts';

/** People protected from this viewer, by entity id: from everything that counts for the viewer, seen or not. */
export function findProtected(world: World, scope: Scope): ReadonlySet<string> {
  const people = new Map<string, ProtectionFacts>();
  const learn = (id: string, isMarked: boolean, adultFrom: number | null, met: number): void => {
    const known = people.get(id) ?? { isMarked: false, adultFrom: null, earliest: null };
    people.set(id, {
      isMarked: known.isMarked || isMarked,
      adultFrom: adultFrom === null ? known.adultFrom : Math.max(adultFrom, known.adultFrom ?? adultFrom),
      earliest: Math.min(met, known.earliest ?? met),
    });
  };
  for (const { report, records, links } of world.reports) {
    if (!protectsFor(scope, report.origin)) continue;
    const reported = report.occurredAt?.at ?? report.receivedAt;
    for (const { record, entityId } of records)
      if (record.kind === PERSON) learn(entityId, record.isMinor, record.adultFrom, reported);
    // A link to oneself (after a merge) still says when the person was met.
    for (const { link, from, to } of links)
      for (const end of [from, to])
        if (end.record.kind === PERSON) learn(end.entityId, link.isProtecting && end === from, null, link.start?.at ?? reported);
  }
  return new Set([...people].filter(([, facts]) => isProtected(facts)).map(([id]) => id));
}
