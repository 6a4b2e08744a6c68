import { FileText, Key } from 'lucide';
import type { EntityRecord } from '../../remote/records.ts';
import { Icon } from '../../ui/Icon.tsx';
import { showNumber } from '../../ui/showCount.ts';
import { PointerNote } from '../../ui/PointerNote.tsx';
import { SuggestionRow } from './SuggestionRow.tsx';
import type { Suggestion } from './arrangeSuggestions.ts';
import type { TypeAhead } from './useTypeAhead.ts';

interface SuggestionsProps {
  readonly listId: string;
  readonly typed: string;
  readonly found: TypeAhead;
  readonly active: number;
  readonly report: string | null;
  onTake(entity: EntityRecord): void;
  onReport(number: string): void;
  onShowAll(): void;
}

/** The list under the search field. It does not take the focus: the field speaks for it. */
export function Suggestions(props: SuggestionsProps) {
  const { listId, typed, found, active, report, onTake, onReport, onShowAll } = props;
  const isNothing = found.onChart.length + found.everywhere.length === 0 && !report;
  const group = (name: string, suggestions: readonly Suggestion[], offset: number) =>
    suggestions.length > 0 && (
      <div role="group" aria-label={name}>
        <div className="menu-label" aria-hidden="true">
          {name}
        </div>
        {suggestions.map((suggestion, index) => (
          <SuggestionRow
            key={suggestion.entity.id}
            id={`${listId}-${offset + index}`}
            suggestion={suggestion}
            typed={typed}
            isActive={active === offset + index}
            onPick={() => onTake(suggestion.entity)}
          />
        ))}
      </div>
    );
  return (
    <div className="suggestions" onPointerDown={(event) => event.preventDefault()}>
      <div id={listId} role="listbox" aria-label="Suggestions">
        {report && (
          <div role="option" aria-selected={active < 0} className="suggestion" onClick={() => onReport(report)}>
            <Icon node={FileText} />
            <span className="strong">Open report {report}</span>
            <kbd>↵</kbd>
          </div>
        )}
        {group('On this chart', found.onChart, 0)}
        {group('Everything you may see', found.everywhere, found.onChart.length)}
      </div>
      {isNothing && <p className="suggestions-nothing">{nothingText(found, typed)}</p>}
      {found.pointers.map((pointer) => (
        <PointerNote key={pointer.reference} icon={Key} pointer={pointer} />
      ))}
      <div className="suggestions-foot">
        <span className="grow">Type a whole number to ask every agency.</span>
        {found.total !== null && found.total > 0 && (
          <button type="button" tabIndex={-1} className="as-link" onClick={onShowAll}>
            {found.total === 1 ? '1 result' : `All ${showNumber(found.total)} results`}
          </button>
        )}
      </div>
    </div>
  );
}

function nothingText(found: TypeAhead, typed: string): string {
  if (found.error) return `Search failed: ${found.error.message}. Press Enter to try again.`;
  if (typed.trim().length < 2) return 'Go on typing: two letters or digits at least.';
  if (!found.isSettled) return 'Searching …';
  return found.pointers.length > 0
    ? 'Nothing you may open. Others know this number:'
    : `Nothing you may see matches “${typed.trim()}”`;
}
