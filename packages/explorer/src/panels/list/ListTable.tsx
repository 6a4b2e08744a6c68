import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';

export interface Column<T> {
  readonly name: string;
  /** As a grid track. */
  readonly width: string;
  readonly isNumber?: boolean;
  show(row: T): ReactNode;
}

interface ListTableProps<T> {
  readonly name: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  keyOf(row: T): string;
  isChosen(row: T): boolean;
}

const rowHeight = 40;
/** Up to here every row is in the page, so that reading and searching in the page find all of them. */
const longestWhole = 300;

/** A table of any length: only the rows in sight are in the page, and it says how many there are. */
export function ListTable<T>({ name, rows, columns, keyOf, isChosen }: ListTableProps<T>) {
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: rows.length <= longestWhole ? rows.length : 12,
    initialRect: { width: 800, height: 480 },
  });
  const template = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };
  return (
    <div className="list-frame">
      <h3 aria-hidden="true">{name}</h3>
      <div className="list-scroll" ref={frame} tabIndex={0} role="group" aria-label={`${name}, scrolls`}>
        <div role="table" aria-label={name} aria-rowcount={rows.length + 1}>
          <div role="rowgroup" className="list-columns">
            <div role="row" aria-rowindex={1} className="list-row" style={template}>
              {columns.map((column) => (
                <span key={column.name} role="columnheader" className={column.isNumber ? 'right' : undefined}>
                  {column.name}
                </span>
              ))}
            </div>
          </div>
          <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const row = rows[index]!;
              return (
                <div
                  key={keyOf(row)}
                  role="row"
                  aria-rowindex={index + 2}
                  className={isChosen(row) ? 'list-row chosen' : 'list-row'}
                  style={{ ...template, position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${start}px)` }}
                >
                  {columns.map((column) => (
                    <span key={column.name} role="cell" className={column.isNumber ? 'right figures clip' : 'clip'}>
                      {column.show(row)}
                    </span>
                  ))}
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}
