import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { phone, teachWords } from '../../testing/cases.ts';
import { failWith, serve } from '../../testing/serve.ts';
import { show } from '../../testing/show.tsx';
import { receive } from '../../remote/records.ts';
import { view } from '../../view/viewState.ts';
import { DetailsPanel } from './DetailsPanel.tsx';

const report = {
  id: 'r1',
  number: 'BAYOU-SO-2026-000431',
  isRetracted: false,
  agency: { id: 'BAYOU-SO' },
  grade: { reliability: 'B', credibility: 'TWO' },
};

const known = phone('p1', '(504) 555-0142', {
  linkCounts: [{ linkKind: 'CALLED', entityKind: 'PHONE', direction: 'OUT', links: 40, neighbours: 20 }],
});

const details = {
  ...known,
  jurisdictions: [{ id: 'la', name: 'Orleans Parish, LA' }],
  pointers: [
    { agency: { id: 'PINE-SO', name: 'Pine County Sheriff' }, contact: 'Intel desk (850) 555-0150', reference: '88-K2' },
  ],
  properties: [
    {
      name: 'number',
      label: 'Number',
      values: [{ value: '+15045550142', display: '+1 504 555 0142', isUnverified: false, reportCount: 12, reports: [report] }],
    },
  ],
};

beforeEach(() => {
  teachWords();
  receive({ entities: [known] });
  view.setState({ selection: new Set(['p1']), selectedBundle: null });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('details of an item', () => {
  it('shows under each value who said it, in which report, how good it is, and how many more say so', async () => {
    serve({ EntityDetails: () => ({ entity: details }) });
    show(<DetailsPanel />);
    const value = (await screen.findByText('+1 504 555 0142')).parentElement!;
    expect(within(value).getByText('BAYOU-SO')).toBeTruthy();
    expect(within(value).getByRole('link', { name: 'Report BAYOU-SO-2026-000431' }).getAttribute('href')).toBe(
      '/reports/BAYOU-SO-2026-000431',
    );
    expect(within(value).getByRole('img').textContent).toBe('B2');
    expect(within(value).getByRole('button', { name: '+11 more reports' })).toBeTruthy();
  });

  it('shows links as shown of known, with a plus that says what it adds', async () => {
    serve({ EntityDetails: () => ({ entity: details }) });
    show(<DetailsPanel />);
    expect(screen.getByRole('button', { name: 'Add from Called, Phone' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Links' }).textContent).toContain('0 of 20');
  });

  it('names other agencies with a contact and a reference', async () => {
    serve({ EntityDetails: () => ({ entity: details }) });
    show(<DetailsPanel />);
    expect((await screen.findByText('Pine County Sheriff')).closest('.note')?.textContent).toContain('ref. 88-K2');
  });

  it('shows no value of a protected person', async () => {
    const protectedPerson = { ...details, kind: 'PERSON', caption: 'Juniper-7', isProtected: true, properties: [] };
    serve({ EntityDetails: () => ({ entity: protectedPerson }) });
    show(<DetailsPanel />);
    expect(await screen.findByText('Juniper-7 is protected.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Values' })).toBeNull();
  });

  it('says what failed and tries again', async () => {
    let isBroken = true;
    const broken = failWith('UNAVAILABLE', 'The store is busy');
    serve({ EntityDetails: (variables) => (isBroken ? broken(variables) : { entity: details }) });
    show(<DetailsPanel />);
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /The details could not be fetched.*Your chart is unchanged.*UNAVAILABLE/,
    );
    isBroken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('+1 504 555 0142')).toBeTruthy();
  });

  it('says that the service cannot be reached without a code', async () => {
    serve({});
    show(<DetailsPanel />);
    expect((await screen.findByRole('alert')).textContent).toMatch(/Linchpin cannot be reached.*Your chart is kept/);
  });

  it('names why Watch cannot be pressed yet', async () => {
    serve({ EntityDetails: () => ({ entity: details }) });
    show(<DetailsPanel />);
    expect(screen.getByRole('button', { name: 'Watch' }).getAttribute('aria-disabled')).toBe('true');
  });
});
