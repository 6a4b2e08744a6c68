import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import { receive } from '../../remote/records.ts';
import { phone, teachWords } from '../../testing/cases.ts';
import { serve } from '../../testing/serve.ts';
import { show } from '../../testing/show.tsx';
import { view } from '../../view/viewState.ts';
import { ExpandMenu } from './ExpandMenu.tsx';

const hub = phone('hub', '(504) 555-0142', {
  neighbourTotal: 98,
  linkCounts: [
    { linkKind: 'CALLED', entityKind: 'PHONE', direction: 'OUT', links: 40, neighbours: 20 },
    { linkKind: 'ADVERTISES', entityKind: 'AD', direction: 'IN', links: 78, neighbours: 78 },
    { linkKind: 'USES', entityKind: 'PERSON', direction: 'IN', links: 1, neighbours: 1 },
  ],
});
const person = phone('dorian', 'Dorian Pell', { kind: 'PERSON' });

const uses = {
  id: 'b1',
  kind: 'USES',
  label: 'uses',
  from: 'dorian',
  to: 'hub',
  isInferred: false,
  isWeak: false,
  links: 1,
  reports: 1,
  firstSeen: null,
  lastSeen: null,
  agencies: [],
} as const;

const nothing = { entities: [], bundles: [], total: 98, isTotalExact: true, remaining: 98, undated: 0, isLimitReached: false };

function place(id: string) {
  const item = { id, x: 0, y: 0, isPinned: false, isHidden: false };
  tabWorkspace.chart.perform({ put: [item], remove: [] }, { verb: 'Added', about: [id], icon: 'plus' });
}

beforeEach(() => {
  teachWords();
  localStorage.clear();
  tabWorkspace.chart.open('a test');
  receive({ entities: [hub, person], bundles: [uses] });
  place('hub');
  place('dorian');
});
afterEach(() => {
  view.setState({ menu: null });
  cleanup();
  vi.unstubAllGlobals();
});

async function openMenu() {
  const calls = serve({ Expand: () => ({ expand: nothing }) });
  show(
    <main id="page">
      <ExpandMenu />
    </main>,
  );
  view.setState({ menu: { kind: 'expand', item: 'hub', at: { x: 100, y: 100 } } });
  await screen.findByRole('menu', { name: 'Expand (504) 555-0142' });
  return { calls, user: userEvent.setup() };
}

const added = (calls: Awaited<ReturnType<typeof openMenu>>['calls']) => calls.filter((call) => call.variables['limit'] === 50);

describe('the expand menu', () => {
  it('lists every way of being linked with what is still to add, most first', async () => {
    await openMenu();
    const rows = screen.getAllByRole('menuitem').map((row) => row.textContent);
    expect(rows).toContain('Advertised in · Ad78');
    expect(rows).toContain('Called · Phone20');
    expect(rows.indexOf('Advertised in · Ad78')).toBeLessThan(rows.indexOf('Called · Phone20'));
  });

  it('marks what is all on the chart already', async () => {
    await openMenu();
    expect(screen.getByRole('menuitem', { name: /^Used by/ }).textContent).toBe('Used by · Personall shown');
  });

  it('ends with Everything, and asks for the next fifty that are not on the chart', async () => {
    const { calls, user } = await openMenu();
    await user.click(screen.getByRole('menuitem', { name: 'Everything' }));
    await vi.waitFor(() => expect(added(calls)).toHaveLength(1));
    expect(added(calls)[0]!.variables).toMatchObject({ ids: ['hub'], order: 'NEWEST', limit: 50 });
    expect(new Set(added(calls)[0]!.variables['exclude'] as string[])).toEqual(new Set(['hub', 'dorian']));
    expect(view.getState().menu).toBeNull();
  });

  it('asks for one row alone', async () => {
    const { calls, user } = await openMenu();
    await user.click(screen.getByRole('menuitem', { name: /^Advertised in/ }));
    await vi.waitFor(() => expect(added(calls)).toHaveLength(1));
    expect(added(calls)[0]!.variables).toMatchObject({ linkKinds: ['ADVERTISES'], entityKinds: ['AD'], direction: 'IN' });
  });

  it('starts the keyboard on the first row and is walked by arrows', async () => {
    const { calls, user } = await openMenu();
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('Advertised in'));
    await user.keyboard('{ArrowDown}{Enter}');
    await vi.waitFor(() => expect(added(calls)[0]?.variables).toMatchObject({ linkKinds: ['CALLED'] }));
  });

  it('closes on Escape without asking for anything', async () => {
    const { calls, user } = await openMenu();
    await user.keyboard('{Escape}');
    expect(view.getState().menu).toBeNull();
    expect(added(calls)).toHaveLength(0);
  });
});
