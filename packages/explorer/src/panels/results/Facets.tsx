import { useQuery } from '@tanstack/react-query';
import { Shield } from 'lucide';
import { useStore } from 'zustand';
import type { EntityKind } from '../../remote/generated/documents.ts';
import type { SearchAnswer } from '../../remote/searchReads.ts';
import { session } from '../../remote/session.ts';
import { viewerQuery } from '../../remote/viewerReads.ts';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useKindLooks } from '../../ui/kindLooks.ts';
import { showNumber } from '../../ui/showCount.ts';

interface FacetsProps {
  readonly facets: SearchAnswer['facets'];
  readonly kinds: readonly EntityKind[];
  readonly agencies: readonly string[];
  onKinds(kinds: readonly EntityKind[]): void;
  onAgencies(agencies: readonly string[]): void;
}

/** Kinds with their counts, and the agencies within the viewer's sight. */
export function Facets({ facets, kinds, agencies, onKinds, onAgencies }: FacetsProps) {
  const viewer = useQuery(viewerQuery(useStore(session, (state) => state.viewer)));
  const looks = useKindLooks();
  const own = viewer.data?.agency.id;
  const known = [
    ...new Set([...(own ? [own] : []), ...(viewer.data?.groups.flatMap((group) => group.agencies.map((one) => one.id)) ?? [])]),
  ];
  return (
    <aside className="facets" aria-label="Filters">
      <fieldset hidden={facets.length === 0}>
        <legend>Kind</legend>
        {facets.map(({ kind, count }) => (
          <label key={kind} className="facet">
            <input
              type="checkbox"
              className="check"
              checked={kinds.includes(kind)}
              onChange={() => onKinds(toggle(kinds, kind))}
            />
            <EntityIcon entity={{ kind }} size={20} />
            <span className="grow clip">{looks.get(kind)?.label ?? kind}</span>
            <span className="small third figures">{showNumber(count)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Agency</legend>
        {known.map((agency) => (
          <label key={agency} className="facet">
            <input
              type="checkbox"
              className="check"
              checked={agencies.includes(agency)}
              onChange={() => onAgencies(toggle(agencies, agency))}
            />
            <span className="grow clip">{agency}</span>
          </label>
        ))}
      </fieldset>
      <p className="facets-remark">
        <Icon node={Shield} size={14} />
        Protected persons are not found by search without the right to see them.
      </p>
    </aside>
  );
}

function toggle<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}
