import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EntityRecord, receive } from '../../remote/records.ts';
import { hits, phone, teachWords } from '../../testing/cases.ts';
import { failWith, serve } from '../../testing/serve.ts';
import { show } from '../../testing/show.tsx';
import { SearchBox } from './SearchBox.tsx';

const here = phone('p1', '(504) 555-0142');
const elsewhere = phone('p2', '(504) 555-0138');

beforeEach(teachWords);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function showBox(chartIds: readonly string[] = []) {
  const props = {
    onTake: vi.fn<(entity: EntityRecord) => void>(),
    onOpenReport: vi.fn<(number: string) => void>(),
    onShowAll: vi.fn<(text: string) => void>(),
  };
  show(<SearchBox placeholder="Name" chartIds={chartIds} {...props} />);
  return { ...props, user: userEvent.setup(), field: screen.getByRole('combobox', { name: 'Search' }) };
}

describe('search', () => {
  it('offers what is on the chart first, then everything else', async () => {
    receive({ entities: [here] });
    serve({ Search: () => hits(elsewhere, here) });
    const { user, field } = showBox(['p1']);
    await user.type(field, '504 555 01');
    await screen.findByRole('group', { name: 'Everything you may see' });
    const groups = screen.getAllByRole('group');
    expect(groups.map((group) => group.getAttribute('aria-label'))).toEqual(['On this chart', 'Everything you may see']);
    expect(within(groups[1]!).getByRole('option').textContent).toContain('0138');
  });

  it('underlines the part that matched', async () => {
    serve({ Search: () => hits(elsewhere) });
    const { user, field } = showBox();
    await user.type(field, '504 555 01');
    expect((await screen.findByText('(504) 555-01')).tagName).toBe('MARK');
  });

  it('highlights nothing until an arrow is pressed, and Enter alone takes the first', async () => {
    serve({ Search: () => hits(elsewhere, here) });
    const { user, field, onTake } = showBox();
    await user.type(field, '504 555 01');
    await screen.findAllByRole('option');
    expect(field.getAttribute('aria-activedescendant')).toBeNull();
    await user.keyboard('{Enter}');
    expect(onTake.mock.calls[0]?.[0]).toMatchObject({ id: 'p2' });
  });

  it('takes the one the arrows walked to', async () => {
    serve({ Search: () => hits(phone('a', '(504) 555-0111'), phone('b', '(504) 555-0112')) });
    const { user, field, onTake } = showBox();
    await user.type(field, '504 555 01');
    await screen.findAllByRole('option');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const active = field.getAttribute('aria-activedescendant');
    expect(document.getElementById(active!)?.getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{Enter}');
    expect(onTake.mock.calls[0]?.[0]).toMatchObject({ id: 'b' });
  });

  it('keeps an Enter that came before the answer', async () => {
    serve({ Search: () => hits(elsewhere) });
    const { user, field, onTake } = showBox();
    await user.type(field, '504 555 01{Enter}');
    await vi.waitFor(() => expect(onTake).toHaveBeenCalledTimes(1));
  });

  it('opens a report by its whole number', async () => {
    serve({ Search: () => hits() });
    const { user, field, onOpenReport } = showBox();
    await user.type(field, 'gulf-pd-2026-000377{Enter}');
    expect(onOpenReport).toHaveBeenCalledWith('GULF-PD-2026-000377');
  });

  it('shows who else holds a whole number: agency, contact, reference, nothing else', async () => {
    const pointer = {
      agency: { id: 'PINE-SO', name: 'Pine County Sheriff' },
      contact: 'Intel desk (850) 555-0150',
      reference: '88-K2',
    };
    serve({ Search: () => hits(), Lookup: () => ({ lookup: { entities: [], pointers: [pointer] } }) });
    const { user, field } = showBox();
    await user.type(field, '(504) 555-0199');
    const note = await screen.findByText(/holds a record/);
    expect(note.closest('.note')?.textContent).toBe('Pine County Sheriff holds a record.Intel desk (850) 555-0150, ref. 88-K2');
  });

  it('never says whether something lies outside the viewer’s sight', async () => {
    serve({ Search: () => hits() });
    const { user, field } = showBox();
    await user.type(field, 'nobody');
    expect(await screen.findByText('Nothing you may see matches “nobody”')).toBeTruthy();
  });

  it('says readably that the search failed', async () => {
    serve({ Search: failWith('UNAVAILABLE', 'The store is busy') });
    const { user, field } = showBox();
    await user.type(field, 'pell');
    expect(await screen.findByText(/Search failed: The store is busy/)).toBeTruthy();
  });

  it('closes on Escape, and clears on the next', async () => {
    serve({ Search: () => hits(elsewhere) });
    const { user, field } = showBox();
    await user.type(field, '504 555 01');
    await screen.findAllByRole('option');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.keyboard('{Escape}');
    expect((field as HTMLInputElement).value).toBe('');
  });
});
