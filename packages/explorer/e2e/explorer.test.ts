import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExplorer, type Opened, launchBrowser, takePicture, whyNoBrowser } from './testing/browser.ts';
import { findBarriers } from './testing/checkAxe.ts';
import { type RunningLinchpin, startLinchpin } from './testing/startLinchpin.ts';
import { chooseItems, countItems, details, putOnChart, said, search, undoAll, withList } from './testing/steps.ts';

const why = whyNoBrowser();
if (why) console.log(`end-to-end: not run (${why})`);

describe.skipIf(why !== null)('the explorer in a browser, against a real server with the demo case', () => {
  let linchpin: RunningLinchpin;
  let browser: Browser;
  const opened: Opened[] = [];
  const open = async (...options: Parameters<typeof openExplorer> extends [unknown, unknown, ...infer Rest] ? Rest : never) => {
    const one = await openExplorer(browser, linchpin.url, ...options);
    opened.push(one);
    return one;
  };

  beforeAll(async () => {
    linchpin = await startLinchpin();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await linchpin?.stop();
  });

  it.each(['(504) 555-0142', '504.555.0142', '+1 504 555 0142', 'five0four 555 oh one 42'])(
    'finds a phone typed as %s',
    async (typed) => {
      const { page, context } = await open();
      await page.goto('/');
      await putOnChart(page, typed, '(504) 555-0142');
      expect(await countItems(page)).toBe(1);
      await context.close();
    },
  );

  it('shows what it found while somebody types on Home, where it can be pressed', async () => {
    const { page, context } = await open();
    await page.goto('/');
    await search(page).pressSequentially('tasha');
    await page.getByRole('option', { name: /^Tasha Quillan/ }).click();
    await details(page).getByRole('heading', { level: 2, name: 'Tasha Quillan' }).waitFor();
    await context.close();
  });

  it('goes from a number to its links, a report behind one of them, a path, and all the way back', async () => {
    const { page, context, errors } = await open();
    await page.goto('/');
    await putOnChart(page, '504 555 0142', '(504) 555-0142');

    await details(page).getByRole('button', { name: 'Expand', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Everything', exact: true }).click();
    await page.waitForFunction(() => /\d+ of [\d,]+ added/.test(document.querySelector('[role=status]')?.textContent ?? ''));
    expect(await said(page).textContent()).toMatch(/^50 of \d+ added/);
    expect(await countItems(page)).toBe(51);

    await withList(page, async () => {
      await page.getByRole('table', { name: 'Links on this chart' }).getByRole('button').first().click();
    });
    const source = details(page)
      .getByRole('link', { name: /^[A-Z-]+-\d{4}-\d{6}$/ })
      .first();
    const number = await source.textContent();
    await source.click();
    await page.getByRole('heading', { level: 1, name: number! }).waitFor();
    await page.getByRole('table', { name: 'Records' }).waitFor();
    await page.goBack();

    await putOnChart(page, 'Dorian Pell', 'Dorian Pell');
    await putOnChart(page, 'Lena Castillane', 'Lena Castillane');
    await chooseItems(page, ['Dorian Pell', 'Lena Castillane']);
    await page.getByRole('button', { name: 'Find path', exact: true }).click();
    await page.waitForFunction(() => /^Path of \d+ link/.test(document.querySelector('[role=status]')?.textContent ?? ''));

    const steps = await undoAll(page);
    expect(steps).toBeGreaterThanOrEqual(4);
    expect(await countItems(page)).toBe(0);
    await page.getByText('Start with one thing you know').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('keeps the chart through a reload', async () => {
    const { page, context } = await open();
    await page.goto('/');
    await putOnChart(page, 'LA 482 KTR', 'LA 482 KTR');
    await page.reload();
    await page.getByRole('region', { name: 'Chart' }).waitFor();
    expect(await countItems(page)).toBe(1);
    await context.close();
  });

  it('does all of it by keyboard', async () => {
    const { page, context } = await open();
    await page.goto('/chart');
    await page.locator('[data-canvas]').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('504 555 0142');
    await page.getByRole('option').first().waitFor();
    expect(await search(page).getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('Enter');
    await details(page).getByRole('heading', { level: 2, name: '(504) 555-0142' }).waitFor();

    await page.locator('[data-canvas]').focus();
    await page.keyboard.press('e');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /\d+ of [\d,]+ added/.test(document.querySelector('[role=status]')?.textContent ?? ''));
    const grown = await countItems(page);
    expect(grown).toBeGreaterThan(1);

    await page.locator('[data-canvas]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('h');
    await expect.poll(() => countItems(page)).toBe(grown - 1);
    await page.locator('[data-canvas]').focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => countItems(page)).toBe(grown);
    await context.close();
  });

  it('shows a supervisor what agencies share, and opens it on the chart', async () => {
    const { page, context } = await open({ viewer: 'supervisor' });
    await page.goto('/overlaps');
    const card = page.getByRole('region', { name: /^Overlap of / });
    const caption = (await card.getByRole('heading').first().textContent())!;
    await card.getByRole('button', { name: 'Open on chart' }).click();
    await details(page).getByRole('heading', { level: 2, name: caption }).waitFor();
    await context.close();
  });

  it('keeps one viewer’s chart and answers from the next', async () => {
    const { page, context } = await open();
    await page.goto('/');
    await putOnChart(page, '504 555 0142', '(504) 555-0142');
    await page.getByRole('button', { name: /^Viewer: / }).click();
    await page.getByRole('menuitemradio', { name: /^supervisor/ }).click();
    await page.getByText('Start with one thing you know').waitFor();
    expect(await page.getByText('0142').count()).toBe(0);
    await page.getByRole('button', { name: /^Viewer: / }).click();
    await page.getByRole('menuitemradio', { name: /^auditor/ }).click();
    await page.getByRole('link', { name: 'Reports', exact: true }).click();
    await page.getByText(/NOT_PERMITTED/).waitFor();
    await context.close();
  });

  it('says readably that the service is gone, and goes on when it is back', async () => {
    const { page, context } = await open();
    await page.goto('/');
    await putOnChart(page, '504 555 0142', '(504) 555-0142');
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('link', { name: 'Overlaps', exact: true }).click();
    await page.getByText('Linchpin cannot be reached').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('region', { name: /^Overlap of / }).waitFor();
    await page.getByRole('link', { name: 'Charts', exact: true }).click();
    expect(await countItems(page)).toBe(1);
    await context.close();
  });

  describe.each(['light', 'dark'] as const)('%s', (scheme) => {
    it('has no barriers on any screen', async () => {
      const { page, context } = await open({ scheme });
      const found: string[] = [];
      const look = async (name: string) => {
        await page.waitForTimeout(600);
        await takePicture(page, `${name}-${scheme}`);
        found.push(...(await findBarriers(page)).map((line) => `${name}: ${line}`));
      };
      await page.goto('/');
      await page.getByRole('region', { name: 'Overlaps' }).getByRole('link').nth(1).waitFor();
      await look('home');
      await page.goto('/search?q=504 555 01');
      await page.getByRole('table', { name: 'Results' }).waitFor();
      await look('search');
      await page.goto('/overlaps');
      await page.getByRole('region', { name: /^Overlap of / }).waitFor();
      await look('overlaps');
      await page.goto('/reports');
      await page.getByRole('table', { name: 'Reports' }).getByRole('link').first().click();
      await page.getByRole('table', { name: 'Records' }).waitFor();
      await look('report');
      await page.goto('/chart');
      await look('chart-empty');
      await putOnChart(page, '504 555 0142', '(504) 555-0142');
      await details(page).getByRole('button', { name: 'Expand', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Everything', exact: true }).waitFor();
      await look('chart-expand');
      await page.getByRole('menuitem', { name: 'Everything', exact: true }).click();
      await page.waitForFunction(() => /\d+ of [\d,]+ added/.test(document.querySelector('[role=status]')?.textContent ?? ''));
      await look('chart');
      await page.getByRole('button', { name: 'History', exact: true }).click();
      await look('chart-history');
      await page.getByRole('button', { name: 'List', exact: true }).click();
      await look('chart-list');
      await search(page).fill('504 555 01');
      await page.getByRole('option').first().waitFor();
      await look('type-ahead');
      expect(found).toEqual([]);
      await context.close();
    });
  });

  it('fits a telephone', async () => {
    const { page, context } = await open({ width: 390, height: 844 });
    await page.goto('/');
    await putOnChart(page, '504 555 0142', '(504) 555-0142');
    await takePicture(page, 'chart-telephone');
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isWider).toBe(false);
    await context.close();
  });
});
