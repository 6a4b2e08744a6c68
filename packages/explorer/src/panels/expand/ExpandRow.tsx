import { Check, Plus } from 'lucide';
import { DropdownMenu } from 'radix-ui';
import type { Ref } from 'react';
import { linkWords } from '../../remote/linkWords.ts';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { kindLook } from '../../ui/kindLooks.ts';
import { showNumber } from '../../ui/showCount.ts';
import type { RemainingRow } from '../../view/remaining.ts';

interface ExpandRowProps {
  readonly row: RemainingRow;
  readonly ref?: Ref<HTMLDivElement> | undefined;
  onAdd(): void;
}

/** One way of being linked, with what is still to add. */
export function ExpandRow({ row, ref, onAdd }: ExpandRowProps) {
  const words = linkWords(row.linkKind, row.direction);
  const kind = kindLook(row.entityKind).label;
  const isDone = row.remaining === 0;
  return (
    <DropdownMenu.Item
      ref={ref}
      className={isDone ? 'menu-item expand-row done' : 'menu-item expand-row'}
      textValue={words}
      onSelect={(event) => {
        if (isDone) event.preventDefault();
        else onAdd();
      }}
    >
      <EntityIcon entity={{ kind: row.entityKind }} />
      <span className="grow clip">
        {words} <small>· {kind}</small>
      </span>
      {isDone ? (
        <>
          <small>all shown</small>
          <Icon node={Check} size={14} />
        </>
      ) : (
        <>
          <span className="strong figures">{showNumber(row.remaining)}</span>
          <Icon node={Plus} size={14} />
        </>
      )}
    </DropdownMenu.Item>
  );
}
