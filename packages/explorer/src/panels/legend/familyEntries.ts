import type { KindLook } from '../../ui/kindLooks.ts';
import type { Family } from '../../ui/kindMark.ts';

const families: readonly { readonly family: Family; readonly name: string }[] = [
  { family: 'people', name: 'People' },
  { family: 'contact', name: 'Contact' },
  { family: 'place', name: 'Places' },
  { family: 'travel', name: 'Vehicles' },
  { family: 'money', name: 'Money' },
  { family: 'ad', name: 'Ads' },
  { family: 'record', name: 'Records' },
];

/** One family on the chart. With one kind of it there it goes by that kind's name. */
export interface FamilyEntry {
  readonly family: Family;
  readonly name: string;
  readonly icon: string;
  readonly kinds: readonly string[];
  readonly count: number;
}

export function familyEntries(counts: ReadonlyMap<string, number>, looks: ReadonlyMap<string, KindLook>): FamilyEntry[] {
  return families.flatMap(({ family, name }) => {
    const present = [...counts].filter(([kind]) => (looks.get(kind)?.family ?? 'record') === family);
    if (present.length === 0) return [];
    const [mostKind] = present.reduce((most, one) => (one[1] > most[1] ? one : most));
    const count = present.reduce((sum, [, one]) => sum + one, 0);
    const look = looks.get(mostKind);
    return [
      {
        family,
        name: present.length === 1 && look ? look.plural : name,
        icon: look?.icon ?? 'circle-dot',
        kinds: present.map(([kind]) => kind),
        count,
      },
    ];
  });
}
