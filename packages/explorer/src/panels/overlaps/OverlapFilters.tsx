import { useQuery } from '@tanstack/react-query';
import { useStore } from 'zustand';
import type { EntityKind, OverlapOrder } from '../../remote/generated/documents.ts';
import { session } from '../../remote/session.ts';
import { viewerQuery } from '../../remote/viewerReads.ts';
import { useKindLooks } from '../../ui/kindLooks.ts';
import { type Period, periods } from '../../ui/period.ts';
import { Select } from '../../ui/Select.tsx';

export interface OverlapFilter {
  readonly agency: string;
  readonly kind: EntityKind | 'all';
  readonly period: Period;
  readonly order: OverlapOrder;
}

export const firstFilter: OverlapFilter = { agency: 'all', kind: 'all', period: 'any', order: 'STRENGTH' };

const orders = [
  { value: 'STRENGTH', label: 'Strongest first' },
  { value: 'NEWEST', label: 'Newest first' },
] as const;

export function OverlapFilters({ filter, onFilter }: { filter: OverlapFilter; onFilter(filter: OverlapFilter): void }) {
  const { data } = useQuery(viewerQuery(useStore(session, (state) => state.viewer)));
  const looks = useKindLooks();
  const agencies = [...new Set(data?.groups.flatMap((group) => group.agencies.map((one) => one.id)) ?? [])];
  const kinds = [...looks.values()].map((look) => ({ value: look.kind as EntityKind, label: look.plural }));
  const all = (label: string) => ({ value: 'all' as const, label });
  return (
    <div className="filters">
      <Select name="Order" value={filter.order} choices={orders} onChoose={(order) => onFilter({ ...filter, order })} />
      <Select name="Period" value={filter.period} choices={periods} onChoose={(period) => onFilter({ ...filter, period })} />
      <Select
        name="Kind"
        value={filter.kind}
        choices={[all('All kinds'), ...kinds]}
        onChoose={(kind) => onFilter({ ...filter, kind })}
      />
      <Select
        name="Agency"
        value={filter.agency}
        choices={[all('All agencies'), ...agencies.map((value) => ({ value, label: value }))]}
        onChoose={(agency) => onFilter({ ...filter, agency })}
      />
    </div>
  );
}
