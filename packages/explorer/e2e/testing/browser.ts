import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../../tools/testing/findChromium.ts';

const built = join(import.meta.dirname, '../../dist/index.html');

/** Why the explorer cannot be tried in a browser here, as a sentence; null when it can. */
export function whyNoBrowser(): string | null {
  if (findChromium() === null) return 'no Chromium on the path; install one or name it in LINCHPIN_CHROMIUM';
  return existsSync(built) ? null : 'the explorer is not built; run pnpm build';
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] });
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page reported as errors so far. */
  readonly errors: string[];
}

interface OpenOptions {
  readonly viewer?: string;
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** A fresh browser profile with one page at the explorer's desktop size. */
export async function openExplorer(browser: Browser, url: string, options: OpenOptions = {}): Promise<Opened> {
  const { viewer, scheme = 'light', width = 1440, height = 900 } = options;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: scheme,
    timezoneId: 'America/Chicago',
    reducedMotion: 'reduce',
  });
  if (viewer)
    await context.addInitScript((name) => localStorage.setItem('linchpin.session', JSON.stringify({ viewer: name })), viewer);
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, context, errors };
}

/** Pictures for people to look at; never kept with the source. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env['LINCHPIN_PICTURES'] ?? join(tmpdir(), 'linchpin-pictures');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
