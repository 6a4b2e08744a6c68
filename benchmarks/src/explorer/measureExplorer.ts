import type { Browser, Page } from 'playwright-core';
import { submitCrowd, type CrowdedChart } from './crowdedChart.ts';
import { comeToRest, dragAround, watchFrames, type Frames } from './measureChart.ts';
import { plainPage } from './plainPage.ts';

export interface ExplorerRow {
  readonly question: string;
  readonly ours: Frames;
  readonly peer: Frames | null;
}

const screen = { width: 1440, height: 900 };
/** Empty ground at the lower edge of the fitted chart. */
const ground = { x: 150, y: 800 };
const seconds = 4;

/** Panning, dragging and expanding a chart of so many items and links, beside a plain page of the canvas library. */
export async function measureExplorer(
  browser: Browser,
  url: string,
  size: { readonly items: number; readonly links: number },
): Promise<ExplorerRow[]> {
  const chart = await submitCrowd(url, size);
  const plain = await openPlain(browser, chart);
  const peer = {
    pan: await watchFrames(plain, () => dragAround(plain, ground, seconds)),
    drag: await watchFrames(plain, async () => dragAround(plain, await plainItem(plain), seconds)),
  };
  await plain.context().close();
  const page = await openChart(browser, url, chart);
  const rows: ExplorerRow[] = [
    { question: 'pan, all in sight', ours: await watchFrames(page, () => dragAround(page, ground, seconds)), peer: peer.pan },
    {
      question: 'drag one item',
      ours: await watchFrames(page, async () => dragAround(page, await firstItem(page, chart), seconds)),
      peer: peer.drag,
    },
    {
      question: 'take the pointer over links and items',
      ours: await watchFrames(page, () => sweep(page)),
      peer: null,
    },
    { question: 'zoom with the wheel', ours: await watchFrames(page, () => zoomAbout(page)), peer: null },
    { question: 'choose all', ours: await watchFrames(page, () => chooseAll(page)), peer: null },
  ];
  await page.context().close();
  return rows;
}

async function openPlain(browser: Browser, chart: CrowdedChart): Promise<Page> {
  const page = await browser.newPage({ viewport: screen });
  await page.setContent(plainPage(chart));
  await comeToRest(page);
  return page;
}

const plainItem = (page: Page): Promise<{ x: number; y: number }> =>
  page.evaluate<{ x: number; y: number }>('cy.nodes()[0].renderedPosition()');

async function openChart(browser: Browser, url: string, { items }: CrowdedChart): Promise<Page> {
  const context = await browser.newContext({ viewport: screen });
  const kept = {
    version: 1,
    at: 0,
    position: 0,
    steps: [],
    items: items.map((item) => ({ ...item, isPinned: false, isHidden: false })),
  };
  const write = `localStorage.setItem('linchpin.session', JSON.stringify({ viewer: 'investigator1' }));
    localStorage.setItem('linchpin.chart.investigator1', ${JSON.stringify(JSON.stringify(kept))});`;
  await context.addInitScript({ content: write });
  const page = await context.newPage();
  await page.goto(`${url}/chart`);
  await page.locator('.chart-overlay').waitFor();
  await page.locator('footer, .legend').filter({ hasText: /[1-9]/ }).first().waitFor();
  // The links among them are asked for once the items are there.
  await page.waitForLoadState('networkidle');
  await comeToRest(page);
  return page;
}

/** Where the first item of the grid stands on the screen, by the kept places and the zoom that the page says. */
async function firstItem(page: Page, { items }: CrowdedChart): Promise<{ x: number; y: number }> {
  const box = (await page.locator('.chart-overlay').boundingBox())!;
  const xs = items.map(({ x }) => x);
  const ys = items.map(({ y }) => y);
  const [wide, high] = [Math.max(...xs) + 52, Math.max(...ys) + 52];
  // As the canvas fits a chart (explorer/src/canvas/viewport.ts).
  const [aside, above] = [Math.min(108, box.width * 0.2), Math.min(88, box.height * 0.2)];
  const room = { width: box.width - aside * 2, height: box.height - above - Math.min(92, box.height * 0.2) };
  const zoom = Math.min(room.width / wide, room.height / high, 1);
  return {
    x: box.x + aside + room.width / 2 - ((wide - 52) / 2) * zoom,
    y: box.y + above + room.height / 2 - ((high - 52) / 2) * zoom,
  };
}

async function sweep(page: Page): Promise<void> {
  for (let step = 0; step < 120; step++) {
    await page.mouse.move(280 + step * 5, 160 + step * 4);
    await page.waitForTimeout(16);
  }
}

async function zoomAbout(page: Page): Promise<void> {
  await page.mouse.move(560, 450);
  for (let step = 0; step < 40; step++) {
    await page.mouse.wheel(0, step < 20 ? -120 : 120);
    await page.waitForTimeout(50);
  }
}

async function chooseAll(page: Page): Promise<void> {
  await page.keyboard.press('Control+a');
  await comeToRest(page);
}
