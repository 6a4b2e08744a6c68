import { Check, Plus } from 'lucide';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { expandRow } from '../../actions/actions.ts';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import { linkWords } from '../../remote/linkWords.ts';
import type { EntityRecord } from '../../remote/records.ts';
import { useRecords } from '../../remote/useRecords.ts';
import { Button } from '../../ui/Button.tsx';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { Hint } from '../../ui/Hint.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { kindLook } from '../../ui/kindLooks.ts';
import { showNumber } from '../../ui/showCount.ts';
import { remainingRows, shownNeighbours } from '../../view/remaining.ts';

/** Ways in which an entity is linked: how many are on the chart of how many are known, and a plus for each. */
export function LinkRows({ entity }: { entity: EntityRecord }) {
  const chart = useStore(tabWorkspace.chart, (state) => state.chart);
  const records = useRecords((state) => state);
  const rows = useMemo(
    () => remainingRows(entity, shownNeighbours(chart, records)).sort((a, b) => b.neighbours - a.neighbours),
    [entity, chart, records],
  );
  if (rows.length === 0) return <p className="section small third">No links are known.</p>;
  return (
    <section className="section" aria-label="Links">
      <h3>
        Links<span className="end">shown of known</span>
      </h3>
      {rows.map((row) => {
        const words = linkWords(row.linkKind, row.direction);
        const kind = kindLook(row.entityKind).label;
        return (
          <div className="link-row" key={`${row.linkKind} ${row.entityKind} ${row.direction}`}>
            <EntityIcon entity={{ kind: row.entityKind }} size={22} />
            <span className="clip" title={`${words} · ${kind}`}>
              {words} <span className="third">· {kind}</span>
            </span>
            <span className="of figures">
              <b>{showNumber(row.shown)}</b> of {showNumber(row.neighbours)}
            </span>
            {row.remaining > 0 ? (
              <Button
                look="quiet"
                isDense
                icon={Plus}
                iconName={`Add from ${words}, ${kind}`}
                onClick={() =>
                  void expandRow(tabWorkspace, {
                    id: entity.id,
                    linkKinds: [row.linkKind],
                    entityKinds: [row.entityKind],
                    direction: row.direction,
                  })
                }
              />
            ) : (
              <Hint text="All shown">
                <span className="all-shown" role="img" aria-label="All shown">
                  <Icon node={Check} size={14} />
                </span>
              </Hint>
            )}
          </div>
        );
      })}
    </section>
  );
}
