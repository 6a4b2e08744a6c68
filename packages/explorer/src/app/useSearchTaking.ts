import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { addToChart, selectItems } from '../actions/actions.ts';
import { tabWorkspace } from '../actions/tabWorkspace.ts';
import { visibleItems } from '../chart/chart.ts';
import type { EntityRecord } from '../remote/records.ts';

/** What taking a search result means: it goes onto the chart, or is shown where it already stands. */
export function useSearchTaking() {
  const [, navigate] = useLocation();
  const chart = useStore(tabWorkspace.chart, (state) => state.chart);
  const chartIds = useMemo(() => visibleItems(chart).map((item) => item.id), [chart]);
  return {
    chartIds,
    onTake: (entity: EntityRecord) => {
      navigate('/chart');
      if (chartIds.includes(entity.id)) selectItems(tabWorkspace, [entity.id]);
      else void addToChart(tabWorkspace, [entity.id]);
    },
    onOpenReport: (number: string) => navigate(`/reports/${number}`),
    onShowAll: (text: string) => navigate(`/search?q=${encodeURIComponent(text)}`),
  };
}
