import './expandMenu.css';
import '../../ui/menu.css';
import { Expand, GitCompareArrows, Info } from 'lucide';
import { DropdownMenu } from 'radix-ui';
import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { expandRow, type ExpandQuestion, pageSize } from '../../actions/actions.ts';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import type { EntityRecord } from '../../remote/records.ts';
import { useRecords } from '../../remote/useRecords.ts';
import { Icon } from '../../ui/Icon.tsx';
import { MenuAnchor } from '../../ui/MenuAnchor.tsx';
import { sinceOf, type Period } from '../../ui/period.ts';
import { showNumber } from '../../ui/showCount.ts';
import { diameterOf } from '../../view/itemSize.ts';
import { remainingInAll, remainingRows, shownNeighbours } from '../../view/remaining.ts';
import { type OpenMenu, view } from '../../view/viewState.ts';
import { ExpandChoices, type Order } from './ExpandChoices.tsx';
import { ExpandRow } from './ExpandRow.tsx';

/** The expand menu of the item it was opened for, beside the item. */
export function ExpandMenu() {
  const menu = useStore(view, (state) => state.menu);
  const entity = useRecords((state) => (menu?.item ? state.entities.get(menu.item) : undefined));
  if (menu?.kind !== 'expand' || !entity) return null;
  return <OpenedMenu key={entity.id} entity={entity} at={menu.at} />;
}

/** Items up to which a chart can be read. */
const readable = 250;

const close = () => view.setState({ menu: null });

function OpenedMenu({ entity, at }: { entity: EntityRecord; at: OpenMenu['at'] }) {
  const chart = useStore(tabWorkspace.chart, (state) => state.chart);
  const zoom = useStore(view, (state) => state.viewport.zoom);
  const records = useRecords((state) => state);
  const [order, setOrder] = useState<Order>('NEWEST');
  const [period, setPeriod] = useState<Period>('any');
  const firstRow = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () =>
      remainingRows(entity, shownNeighbours(chart, records)).sort(
        (a, b) => b.remaining - a.remaining || b.neighbours - a.neighbours,
      ),
    [entity, chart, records],
  );
  const left = remainingInAll(entity, shownNeighbours(chart, records));
  const isAllShown = left === 0;

  const add = (question: Omit<ExpandQuestion, 'id'>) => {
    close();
    void expandRow(tabWorkspace, { order, since: sinceOf(period), ...question, id: entity.id });
  };
  const width = (diameterOf(entity.kind) + 16) * zoom;
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => !isOpen && close()}>
      <DropdownMenu.Trigger asChild>
        <MenuAnchor place={{ left: at.x - width, top: at.y - width / 2, width, height: width }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.getElementById('page')}>
        <DropdownMenu.Content
          className="menu expand-menu"
          aria-label={`Expand ${entity.caption}`}
          side="right"
          align="start"
          alignOffset={-40}
          sideOffset={28}
          collisionPadding={12}
          onCloseAutoFocus={(event) => event.preventDefault()}
          ref={(content) => {
            // The first row is where a keyboard starts; the choices above it are reached by going up.
            if (content) requestAnimationFrame(() => firstRow.current?.focus());
          }}
        >
          <div className="expand-head">
            <span className="grow clip">Expand {entity.caption}</span>
            <kbd aria-hidden="true">E</kbd>
          </div>
          <ExpandChoices order={order} period={period} onOrder={setOrder} onPeriod={setPeriod} />
          {rows.map((row, index) => (
            <ExpandRow
              key={`${row.linkKind} ${row.entityKind} ${row.direction}`}
              row={row}
              ref={index === 0 ? firstRow : undefined}
              onAdd={() => add({ linkKinds: [row.linkKind], entityKinds: [row.entityKind], direction: row.direction })}
            />
          ))}
          {rows.length === 0 && <p className="expand-nothing">Nothing you may see is linked to it.</p>}
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Item
            className="menu-item expand-row"
            disabled={isAllShown}
            textValue="Held by other agencies first"
            onSelect={() => add({ order: 'OTHER_AGENCIES' })}
          >
            <Icon node={GitCompareArrows} />
            <span className="grow">Held by other agencies first</span>
          </DropdownMenu.Item>
          <DropdownMenu.Item
            ref={rows.length === 0 ? firstRow : undefined}
            className="menu-item expand-row"
            aria-description={`${showNumber(left)} still to add, ${pageSize} at a time`}
            textValue="Everything"
            disabled={isAllShown}
            onSelect={() => add({})}
          >
            <Icon node={Expand} />
            <span className="grow">
              Everything<span aria-hidden="true">, {pageSize} at a time</span>
            </span>
            <span className="strong figures" aria-hidden="true">
              {showNumber(left)}
            </span>
          </DropdownMenu.Item>
          <div className="expand-foot">
            <Icon node={Info} size={14} />
            {chart.items.size + pageSize > readable
              ? `This chart has ${showNumber(chart.items.size)} items; it stays readable up to about ${readable}.`
              : `Adds at most ${pageSize}. Nothing you arranged moves.`}
          </div>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
