import type { Vocabulary } from '@linchpin/schema';
import { bundleKey } from '../../../model/bundleId.ts';
import type { ProtectionFacts } from '../../../model/protection.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import type { World } from '../reference/world.ts';
import { FeedContent } from './feedContent.ts';

/** Everything that the reference world holds, whoever may see it. */
export function wholeWorld(world: World, vocabulary: Vocabulary): FeedContent {
  const content = new FeedContent();
  for (const { report, records, links } of world.reports) {
    const { agency, audience, outsideAudience, protectEverywhere } = report.origin;
    const origin = `${agency}/${audience}`;
    const isEverywhere = outsideAudience === 'POINTER' || protectEverywhere;
    const learn = (id: string, facts: ProtectionFacts): void => content.addFact(id, origin, { ...facts, isEverywhere });
    const reported = report.occurredAt?.at ?? report.receivedAt;
    for (const { record, entityId } of records) {
      if (record.isGeneric) content.addGeneric(entityId, origin);
      if (record.kind === PERSON) learn(entityId, { isMarked: record.isMinor, adultFrom: record.adultFrom, earliest: reported });
    }
    for (const { link, from, to } of links) {
      for (const end of [from, to])
        if (end.record.kind === PERSON)
          learn(end.entityId, {
            isMarked: link.isProtecting && end === from,
            adultFrom: null,
            earliest: link.start?.at ?? reported,
          });
      if (from.entityId === to.entityId) continue;
      const { isSymmetric } = vocabulary.linkKinds.get(link.kind)!;
      const key = bundleKey(link.kind, from.entityId, to.entityId, isSymmetric);
      content.addRow({ ...key, origin, last: link.time ?? -Infinity });
    }
  }
  return content;
}
