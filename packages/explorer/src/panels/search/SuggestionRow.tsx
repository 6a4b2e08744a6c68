import { Plus } from 'lucide';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { MarkedText } from '../../ui/MarkedText.tsx';
import { kindLook } from '../../ui/kindLooks.ts';
import { showAgencies, showCount } from '../../ui/showCount.ts';
import type { Suggestion } from './arrangeSuggestions.ts';

interface SuggestionRowProps {
  readonly id: string;
  readonly suggestion: Suggestion;
  readonly typed: string;
  readonly isActive: boolean;
  onPick(): void;
}

/** One option of the type-ahead: what it is, why it is here, what Enter does. */
export function SuggestionRow({ id, suggestion, typed, isActive, onPick }: SuggestionRowProps) {
  const { entity, isOnChart, why } = suggestion;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={isActive ? 'suggestion active' : 'suggestion'}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <EntityIcon entity={entity} />
      <span className="clip">
        <span className="strong">
          <MarkedText text={entity.caption} typed={typed} />
        </span>
        <span className="unseen">, {kindLook(entity.kind).label}, </span>
        <small>{why ?? `${showCount(entity.recordCount, 'record')} · ${showAgencies(entity.agencies)}`}</small>
      </span>
      <small className="row does">{does(isActive, isOnChart)}</small>
    </div>
  );
}

function does(isActive: boolean, isOnChart: boolean) {
  if (isActive) return <kbd>↵</kbd>;
  if (isOnChart) return 'Show';
  return (
    <>
      <Icon node={Plus} size={12} />
      Add
    </>
  );
}
