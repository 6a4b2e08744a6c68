import { receiveVocabulary } from '../remote/vocabulary.ts';
import type { VocabularyQuery } from '../remote/generated/documents.ts';
import type { EntityRecord } from '../remote/records.ts';
import { setKindLooks } from '../ui/kindLooks.ts';

type Words = NonNullable<VocabularyQuery['vocabulary']>;

const entityKinds: Words['entityKinds'] = [
  { kind: 'PHONE', label: 'Phone', plural: 'Phones', family: 'contact', layer: 'what', icon: 'phone', properties: [] },
  { kind: 'PERSON', label: 'Person', plural: 'People', family: 'people', layer: 'who', icon: 'user', properties: [] },
  { kind: 'AD', label: 'Ad', plural: 'Ads', family: 'ad', layer: 'when', icon: 'megaphone', properties: [] },
];

const link = { isSymmetric: false, isInferred: false, hasArrow: true, from: [], to: [], properties: [] } as const;
const linkKinds: Words['linkKinds'] = [
  { ...link, kind: 'CALLED', label: 'called', reverseLabel: 'called by' },
  { ...link, kind: 'ADVERTISES', label: 'advertises', reverseLabel: 'advertised in' },
  { ...link, kind: 'USES', label: 'uses', reverseLabel: 'used by' },
];

/** The three kinds that tests speak of. */
export function teachWords(): void {
  receiveVocabulary({ entityKinds, linkKinds });
  setKindLooks(entityKinds);
}

export function phone(id: string, caption: string, given: Partial<EntityRecord> = {}): EntityRecord {
  return {
    id,
    kind: 'PHONE',
    caption,
    isProtected: false,
    isGeneric: false,
    firstSeen: '2026-01-09T18:00:00Z',
    lastSeen: '2026-03-03T18:00:00Z',
    agencies: [{ id: 'BAYOU-SO', name: 'Bayou Sheriff' }],
    recordCount: 3,
    neighbourTotal: 0,
    linkCounts: [],
    ...given,
  };
}

export function hits(...entities: readonly EntityRecord[]) {
  return {
    search: {
      totalCount: entities.length,
      isTotalExact: true,
      didYouMean: null,
      facets: [],
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: entities.map((node) => ({ cursor: node.id, matched: [`Number: ${node.caption}`], node })),
    },
  };
}
