import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../../tools/testing/findChromium.ts';
import { measureFirstLoad } from '../../../tools/testing/firstLoad.ts';
import { measureExplorer } from '../explorer/measureExplorer.ts';
import { counted, type Figure } from '../figures.ts';
import { root } from '../runLinchpin.ts';
import { startServer } from '../startServer.ts';
import type { Phase } from './phase.ts';

const size = { items: 2_000, links: 4_000 };
const dist = join(root, 'packages/explorer/dist');

/** The explorer with a crowded chart beside a plain page of the same, in a real browser, and what its first page weighs. */
export const explorerPhase: Phase = async ({ say }) => {
  if (!existsSync(join(dist, 'index.html'))) {
    say('Explorer: not measured (it is not built; run pnpm build)');
    return [];
  }
  const figures: Figure[] = [
    counted('first load, gzipped JavaScript', { value: measureFirstLoad(dist), unit: 'kB' }, { atMost: 400 }),
  ];
  const path = findChromium();
  if (path === null) {
    say('Explorer: frames not measured (no Chromium on the path)');
    return figures;
  }
  const data = mkdtempSync(join(tmpdir(), 'linchpin-bench-'));
  const server = await startServer(data);
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  try {
    for (const { question, ours, peer } of await measureExplorer(browser, server.url, size)) {
      const figure: Figure = {
        question: `explorer, 2,000 items + 4,000 links: ${question}`,
        target: question.startsWith('pan') ? 'p95 frame <= 50 ms' : 'no stall over 200 ms',
        ours: `p95 frame ${ours.p95.toFixed(0)} ms, longest ${ours.longest.toFixed(0)} ms`,
        peer: peer && `p95 frame ${peer.p95.toFixed(0)} ms, longest ${peer.longest.toFixed(0)} ms`,
        ratio: peer && ours.p95 / peer.p95,
        isMet: question.startsWith('pan') ? ours.p95 <= 50 : ours.longest <= 200,
      };
      figures.push(figure);
      say(`${figure.question}: ${figure.ours}`);
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
  return figures;
};
