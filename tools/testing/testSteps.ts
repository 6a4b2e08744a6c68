import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './findChromium.ts';
import { root, runCommand } from './runCommand.ts';
import type { Step } from './step.ts';
import { oneSkipped, type Tally } from './tally.ts';
import { readVitestReport, tallyVitest, type VitestReport } from './vitestReport.ts';

/** Tests that need neither a browser nor a database beside the embedded one, package by package. */
export const unitSteps: readonly Step[] = ['schema', 'api', 'explorer', 'tools', 'benchmarks'].map((project) => ({
  name: `tests of ${project}`,
  async run() {
    const { report, isWell } = await runVitest([project]);
    return tallyVitest(report, isWell);
  },
}));

/** The contract of the ports against the embedded store alone. */
export const embeddedStep: Step = {
  name: 'embedded contract',
  async run() {
    const { report, isWell } = await runVitest(['api'], {}, ['src/store/embedded']);
    return tallyVitest(report, isWell);
  },
};

/** The contract of the ports against a real Neo4j; the project itself says how many passed, or why there was none to ask. */
export const neo4jStep: Step = {
  name: 'neo4j contract',
  async run() {
    const { report, isWell } = await runVitest(['neo4j']);
    return tallyVitest(report, isWell);
  },
};

/** The product in a real browser. */
export const endToEndStep: Step = {
  name: 'end-to-end',
  async run(): Promise<Tally> {
    const chromium = findChromium();
    if (chromium === null) {
      console.log('end-to-end: not run (no Chromium on the path; install one or name it in LINCHPIN_CHROMIUM)');
      return oneSkipped;
    }
    if (!existsSync(join(root, 'packages/explorer/dist/index.html'))) {
      console.log('end-to-end: not run (the explorer is not built)');
      return oneSkipped;
    }
    const { report, isWell } = await runVitest(['e2e'], { LINCHPIN_CHROMIUM: chromium });
    return tallyVitest(report, isWell);
  },
};

/** Runs vitest projects (and only files whose path holds one of `filters`) with their output shown. */
export async function runVitest(
  projects: readonly string[],
  env: Readonly<Record<string, string>> = {},
  filters: readonly string[] = [],
): Promise<{ readonly report: VitestReport | null; readonly isWell: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-test-'));
  const output = join(folder, 'report.json');
  const names = projects.flatMap((name) => ['--project', name]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  try {
    const isWell = await runCommand({
      program: 'vitest',
      args: ['run', ...names, '--passWithNoTests', ...reporters, ...filters],
      env,
      minutes: 14,
    });
    return { report: readVitestReport(output), isWell };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
