import './searchBox.css';
import { Search } from 'lucide';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
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
  const [isWaiting, setWaiting] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const found = useTypeAhead(isOpen ? text : '', chartIds);
  const options = [...found.onChart, ...found.everywhere];
  const report = readReportNumber(text);
  const isShown = isOpen && text.trim().length > 0;

  const finish = () => {
    setOpen(false);
    setWaiting(false);
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
  const enter = () => {
    const chosen = options[active] ?? options[0];
    if (report) {
      finish();
      props.onOpenReport(report);
    } else if (chosen) take(chosen.entity);
    else showAll();
  };
  useEffect(() => {
    // Enter came before the answer: it counts once the answer is there.
    if (isWaiting && found.isSettled) enter();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && text.trim()) {
      event.preventDefault();
      if (active >= 0 || report || found.isSettled) enter();
      else setWaiting(true);
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
    <div className={`search-box ${size}${isShown ? ' open' : ''}`} role="search">
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
            setWaiting(false);
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
          onReport={enter}
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
