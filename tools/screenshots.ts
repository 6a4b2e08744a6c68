import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from './testing/findChromium.ts';
import { root } from './testing/runCommand.ts';
import { startServer } from './testing/startServer.ts';

/** Takes the pictures of the docs from the running explorer: `npx --yes pnpm@12 --filter @linchpin/tools screenshots`. */
const settle = 2_500;

async function putOnChart(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Search' }).first().fill(text);
  await page.waitForTimeout(settle);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(settle);
}

async function addLinked(page: Page, row: string): Promise<void> {
  await page
    .getByRole('button', { name: `Add from ${row}` })
    .first()
    .click();
  await page.waitForTimeout(settle);
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(root, 'docs/guide/screenshots', `${name}.png`) });
}

const executablePath = findChromium();
if (executablePath === null) throw new Error('No Chromium on the path; install one or name it in LINCHPIN_CHROMIUM');
const server = await startServer();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(server.address);
  await putOnChart(page, '(504) 555-0142');
  for (const row of ['Booked, Stay', 'Called, Phone', 'Used by, Person', 'Involved in, Case']) await addLinked(page, row);
  await putOnChart(page, 'LA 482 KTR');
  await putOnChart(page, 'Tasha Quillan');
  await page.getByRole('button', { name: 'Fit chart' }).click();
  await page.waitForTimeout(10_000);
  await take(page, 'explorer');
  await page.getByRole('link', { name: 'Overlaps' }).first().click();
  await page.waitForTimeout(settle);
  await take(page, 'overlaps');
} finally {
  await browser.close();
  server.drop();
}
