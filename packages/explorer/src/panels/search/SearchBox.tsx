import './searchBox.css';
import { Search } from 'lucide';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { EntityRecord } from '../../remote/records.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { readReportNumber } from './readReportNumber.ts';
import { Suggestions } from './Suggestions.tsx';
import { useTypeAhead } from './useTypeAhead.ts';

export interface SearchBoxProps {
  readonly size?: 'bar' | 'page';
  readonly placeholder: string;
  readonly initialText?: string;
  /** Ids of items on the chart: they are offered first. */
  readonly chartIds: readonly string[];
  /** Somebody took an entity: show it, or put it on the chart. */
  onTake(entity: EntityRecord): void;
  onOpenReport(number: string): void;
  /** All results, on their own page. */
  onShowAll(text: string): void;
}

/** Search with type-ahead. Nothing is highlighted until an arrow is pressed; Enter alone takes the first. */
export function SearchBox(props: SearchBoxProps) {
  const { size = 'bar', placeholder, initialText = '', chartIds } = props;
  const [text, setText] = useState(initialText);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const found = useTypeAhead(isOpen ? text : '', chartIds);
  const options = [...found.onChart, ...found.everywhere];
  const report = readReportNumber(text);
  const isShown = isOpen && text.trim().length > 0;

  const finish = () => {
    setOpen(false);
    setActive(-1);
    input.current?.blur();
  };
  const take = (entity: EntityRecord) => {
    finish();
    setText('');
    props.onTake(entity);
  };
  const showAll = () => {
    finish();
    props.onShowAll(text.trim());
  };
  const openReport = (number: string) => {
    finish();
    setText('');
    props.onOpenReport(number);
  };
  /** Enter may come before the answer: it counts for what was typed then, unless somebody typed on. */
  const enterSoon = async () => {
    const first = await found.findFirst().catch(() => null);
    if (input.current?.value !== text) return;
    if (first) take(first);
    else showAll();
  };
  const enter = () => {
    const chosen = options[active] ?? (found.isSettled ? options[0] : undefined);
    if (report && active < 0) openReport(report);
    else if (chosen) take(chosen.entity);
    else if (found.isSettled && !found.error) showAll();
    else void enterSoon();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && text.trim()) {
      event.preventDefault();
      enter();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(step(active, event.key === 'ArrowDown' ? 1 : -1, options.length));
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (isShown) setOpen(false);
      else if (text) setText('');
      else input.current?.blur();
    }
  };

  return (
    <div className={`search-box in-${size}${isShown ? ' open' : ''}`} role="search">
      <div className="search-field">
        <Icon node={Search} size={size === 'page' ? 20 : 16} />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label="Search"
          aria-expanded={isShown}
          aria-controls={isShown ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 && isShown ? `${listId}-${active}` : undefined}
          aria-keyshortcuts="/"
          data-search={size}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
            setActive(-1);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        {size === 'bar' && <kbd aria-hidden="true">{isShown ? 'esc' : '/'}</kbd>}
        {size === 'page' && (
          <Button look="main" onClick={() => text.trim() && showAll()}>
            Search
          </Button>
        )}
      </div>
      {isShown && (
        <Suggestions
          listId={listId}
          typed={text}
          found={found}
          active={active}
          report={report}
          onTake={take}
          onReport={openReport}
          onShowAll={showAll}
        />
      )}
    </div>
  );
}

/** Around the list and through "none". */
function step(from: number, by: number, count: number): number {
  if (count === 0) return -1;
  const next = from + by;
  if (next >= count) return -1;
  return next < -1 ? count - 1 : next;
}
