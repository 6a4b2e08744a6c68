import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { EntityRecord } from '../../remote/records.ts';
import { lookupQuery, type PointerAnswer, suggestionsQuery } from '../../remote/searchReads.ts';
import { useRecords } from '../../remote/useRecords.ts';
import { arrangeSuggestions, type Suggestions } from './arrangeSuggestions.ts';

export interface TypeAhead extends Suggestions {
  readonly pointers: readonly PointerAnswer[];
  readonly total: number | null;
  /** The answers belong to the text as it stands. */
  readonly isSettled: boolean;
  readonly error: Error | null;
  /** The first suggestion for the text as it stands, asked at once; null when there is none. */
  findFirst(): Promise<EntityRecord | null>;
}

const pause = 120;

/** What may be meant by the typed text: on this chart first, then everything the viewer may see. */
export function useTypeAhead(typed: string, chartIds: readonly string[]): TypeAhead {
  const text = typed.trim();
  const asked = useSettled(text);
  const client = useQueryClient();
  const hits = useQuery(suggestionsQuery(asked));
  const lookup = useQuery(lookupQuery(asked));
  const entities = useRecords((state) => state.entities);
  const chart = useMemo(
    () => chartIds.map((id) => entities.get(id)).filter((entity) => entity !== undefined),
    [chartIds, entities],
  );
  const edges = asked.length > 1 ? (hits.data?.edges ?? []) : [];
  return {
    ...arrangeSuggestions({ text, chart, edges, lookups: lookup.data ?? [] }),
    pointers: lookup.data?.flatMap((hit) => hit.answer.pointers) ?? [],
    total: hits.data?.totalCount ?? null,
    isSettled: asked === text && !hits.isFetching && !lookup.isFetching,
    error: hits.error ?? lookup.error,
    async findFirst() {
      const [answer, lookups] = await Promise.all([
        client.fetchQuery(suggestionsQuery(text)),
        client.fetchQuery(lookupQuery(text)),
      ]);
      const { onChart, everywhere } = arrangeSuggestions({ text, chart, edges: answer.edges, lookups });
      return (onChart[0] ?? everywhere[0])?.entity ?? null;
    },
  };
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
