import { expect, test } from 'vitest';
import { findChromium } from './findChromium.ts';
import { firstScripts } from './firstLoad.ts';
import { addTallies, oneFailed, onePassed, oneSkipped, showTally } from './tally.ts';
import { tallyVitest } from './vitestReport.ts';

test('the last line names skipped only where something was', () => {
  expect(showTally(addTallies([onePassed, onePassed]))).toBe('2 passed, 0 failed');
  expect(showTally(addTallies([onePassed, oneFailed, oneSkipped]))).toBe('1 passed, 1 failed, 1 skipped');
});

const file = (name: string, status: string, ...tests: string[]) => ({
  name,
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test('a run is counted test by test', () => {
  const report = { testResults: [file('a', 'passed', 'passed', 'skipped'), file('b', 'failed', 'failed', 'passed')] };
  expect(tallyVitest(report, false)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  expect(tallyVitest(report, true, (name) => name === 'a')).toEqual({ passed: 1, failed: 0, skipped: 1 });
});

test('a file that could not be loaded, an error outside tests and a run without a report are failures', () => {
  expect(tallyVitest({ testResults: [file('a', 'failed')] }, false).failed).toBe(1);
  expect(tallyVitest({ testResults: [file('a', 'passed', 'passed')] }, false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(tallyVitest(null, true).failed).toBe(1);
});

test('the first load is the module scripts and their preloads, not what is loaded later', () => {
  const html =
    '<script type="module" crossorigin src="/assets/index-a.js"></script><link rel="modulepreload" href="/assets/v.js">' +
    '<link rel="stylesheet" href="/assets/i.css"><link rel="prefetch" href="/assets/later.js">';
  expect(firstScripts(html)).toEqual(['/assets/index-a.js', '/assets/v.js']);
});

test('no Chromium on the path is no Chromium', () => {
  expect(findChromium({ PATH: '/nowhere' })).toBeNull();
  expect(findChromium({ PATH: '/nowhere', LINCHPIN_CHROMIUM: process.execPath })).toBe(process.execPath);
});
