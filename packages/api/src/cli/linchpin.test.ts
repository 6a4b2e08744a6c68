import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { csv, filesOnDisk } from '../features/ingest/testing/filesOnDisk.ts';
import { poleFiles } from '../features/ingest/testing/poleFiles.ts';
import { readConfig } from '../config.ts';
import { startService } from '../startService.ts';
import { runProgram } from './program.ts';

let folder: string;
let pole: ReturnType<typeof filesOnDisk>;

interface Ran {
  readonly code: 0 | 1;
  readonly out: string;
  readonly error: string;
}

/** In this process, as the person would type it; output and errors are caught. */
async function linchpin(args: readonly string[], data = 'data'): Promise<Ran> {
  vi.stubEnv('LINCHPIN_DATA', join(folder, data));
  vi.stubEnv('INIT_CWD', folder);
  let [out, error] = ['', ''];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((error += String(text)), true));
  try {
    const code = await runProgram(args);
    return { code, out, error };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
    vi.unstubAllEnvs();
  }
}

const lastLine = ({ out }: Ran): Record<string, unknown> =>
  JSON.parse(out.trimEnd().split('\n').at(-1)!) as Record<string, unknown>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'linchpin-cli-'));
  pole = filesOnDisk(poleFiles());
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  pole.remove();
});

describe('import, then everything that looks at the store', { timeout: 300_000 }, () => {
  let first: Ran;
  beforeAll(async () => {
    first = await linchpin(['import', 'pole', pole.folder, '--agency', 'BAYOU-SO', '--json']);
  }, 300_000);

  test('an import ends with its balance as one line of JSON', () => {
    expect([first.code, first.error]).toEqual([0, '']);
    expect(lastLine(first)).toMatchObject({
      rows: { read: 59, imported: 59, skipped: 0, rejected: 0 },
      entitiesByKind: { PERSON: 4 },
    });
  });

  test('the same import again adds nothing, and says so in words', async () => {
    const { code, out } = await linchpin(['import', 'pole', pole.folder, '--agency', 'BAYOU-SO']);
    expect([code, out]).toEqual([0, expect.stringContaining('59 rows read = 0 imported + 59 skipped + 0 rejected')]);
    expect(readdirSync(join(folder, 'data')).filter((name) => name.startsWith('import-'))).toEqual([]);
  });

  test('doctor finds all well, and the audit log is whole', async () => {
    expect(lastLine(await linchpin(['doctor', '--json']))).toMatchObject({
      isWell: true,
      store: { problems: [] },
      audit: { brokenAt: null },
    });
    expect((await linchpin(['audit', 'verify'])).out).toContain('The audit log is whole');
  });

  test('a backup is restored into an empty folder, holds the same, and overwrites nothing', async () => {
    expect((await linchpin(['backup', 'kept'])).code).toBe(0);
    expect(existsSync(join(folder, 'kept', 'backup.json'))).toBe(true);
    expect((await linchpin(['backup', 'kept'])).error).toContain('is not empty');
    expect((await linchpin(['restore', 'kept'], 'second')).code).toBe(0);
    const [one, two] = [await linchpin(['doctor', '--json']), await linchpin(['doctor', '--json'], 'second')];
    expect(lastLine(two)['store']).toEqual(lastLine(one)['store']);
    expect(await linchpin(['restore', 'kept'], 'second')).toMatchObject({
      code: 1,
      error: expect.stringContaining('holds a store already'),
    });
  });

  test('a backup that was changed is not restored', async () => {
    expect((await linchpin(['backup', 'changed'])).code).toBe(0);
    writeFileSync(join(folder, 'changed', 'audit.db'), 'something else');
    const { code, error } = await linchpin(['restore', 'changed'], 'third');
    expect([code, error]).toEqual([1, expect.stringContaining('is not as it was when the backup was made')]);
    expect(readdirSync(join(folder, 'third'))).toEqual(['held.lock']);
  });

  test.each([
    [['import', 'pole', 'nowhere', '--agency', 'BAYOU-SO'], 'is not there'],
    [['import', 'nothing', 'x', '--agency', 'BAYOU-SO'], 'There is no mapping'],
    [['import', 'pole', '.', '--agency', 'NOBODY'], 'There is no agency NOBODY'],
    [['import', 'pole', '.', '--agency', 'BAYOU-SO', '--audience', 'PINE-SO'], 'name your own agency or a group'],
    [['import', 'pole', '.', '--agency', 'BAYOU-SO', '--as', 'auditor'], 'does not have the permission'],
    [['import', 'pole', '.', '--agency', 'BAYOU-SO', '--as', 'nobody'], 'There is no user nobody'],
    [['import', 'pole', '.'], "required option '--agency <id>'"],
    [
      ['import', 'pole', '.', '--agency', 'BAYOU-SO', '--as', 'intake', '--url', '127.0.0.1:4000'],
      'is not the address of a server',
    ],
    [['restore', 'nowhere'], 'holds a store already'],
    [['frobnicate'], 'unknown command'],
    [['docter'], 'Did you mean doctor?'],
  ])('%j ends with 1 and one clear line', async (args, line) => {
    const { code, out, error } = await linchpin(args);
    expect([code, out, error]).toEqual([1, '', expect.stringContaining(line)]);
    expect(error).toMatch(/^[^\n]+\n$/);
  });
});

test('nothing is imported into a demo that is locked', { timeout: 120_000 }, async () => {
  const args = ['import', 'pole', pole.folder, '--agency', 'BAYOU-SO'];
  expect((await linchpin([...args, '--dry-run'], 'locked')).code).toBe(0);
  vi.stubEnv('LINCHPIN_DEMO', 'false');
  expect(await linchpin(args, 'locked')).toMatchObject({ code: 1, error: expect.stringContaining('is a demo, which is locked') });
});

test('doctor makes no store where there is none', { timeout: 60_000 }, async () => {
  const { code, error } = await linchpin(['doctor'], 'nothing');
  expect([code, error]).toEqual([1, expect.stringContaining('There is no store in')]);
  expect(existsSync(join(folder, 'nothing'))).toBe(false);
});

test('help is everywhere', { timeout: 120_000 }, async () => {
  const commands = [[], ['import'], ['generate'], ['bench'], ['doctor'], ['backup'], ['restore'], ['audit'], ['audit', 'verify']];
  for (const command of commands) {
    const { code, out } = await linchpin([...command, '--help']);
    expect([code, out]).toEqual([0, expect.stringContaining('Usage: linchpin')]);
  }
});

describe('while a server holds the folder', { timeout: 300_000 }, () => {
  let service: Awaited<ReturnType<typeof startService>>;
  beforeAll(async () => {
    const settings = { LINCHPIN_DATA: join(folder, 'served'), LINCHPIN_PORT: '0', LINCHPIN_LOG: 'silent' };
    service = await startService(readConfig(settings));
  }, 120_000);
  afterAll(() => service.close());

  test('a command that opens the store itself refuses', async () => {
    const { code, error } = await linchpin(['import', 'pole', pole.folder, '--agency', 'BAYOU-SO'], 'served');
    expect([code, error]).toEqual([1, expect.stringContaining('is held by another Linchpin process')]);
  });

  test('an import goes through the server, once', async () => {
    const args = ['import', 'pole', pole.folder, '--agency', 'BAYOU-SO', '--url', service.address, '--as', 'intake', '--json'];
    expect(lastLine(await linchpin(args, 'elsewhere'))).toMatchObject({
      rows: { read: 59, imported: 59 },
      entitiesByKind: { PHONE: 2 },
    });
    expect(lastLine(await linchpin(args, 'elsewhere'))).toMatchObject({
      rows: { read: 59, imported: 0, skipped: 59 },
      reports: 0,
    });
  });

  test('who may not submit is refused by the server, in one line', async () => {
    const args = ['import', 'pole', pole.folder, '--agency', 'BAYOU-SO', '--url', service.address, '--as', 'admin'];
    expect(await linchpin(args, 'elsewhere')).toMatchObject({
      code: 1,
      error: expect.stringContaining('does not have the permission'),
    });
  });

  test('a backup is taken meanwhile', async () => {
    expect((await linchpin(['backup', 'online'], 'served')).code).toBe(0);
  });
});

test('an import killed with -9 goes on where it stopped, and nothing is there twice', { timeout: 300_000 }, async () => {
  const mapping = {
    name: 'tips',
    files: { tips: { path: 'tips.csv' } },
    reports: [
      {
        name: 'tip',
        rows: 'tips',
        key: '{id}',
        report: { kind: 'TIP' },
        records: [{ ref: 'p', kind: 'PERSON', properties: { name: '{name}' } }],
      },
    ],
  };
  const rows = Array.from({ length: 3_000 }, (_, id) => [id, `Name ${id}`]);
  const files = filesOnDisk({ 'tips.json': JSON.stringify(mapping), 'tips.csv': csv('id,name', rows) });
  const args = ['import', files.path('tips.json'), files.path('tips.csv'), '--agency', 'BAYOU-SO', '--json'];
  await killWhileWriting(args, join(folder, 'killed'));
  const resumed = lastLine(await linchpin(args, 'killed')) as { rows: { read: number; imported: number; skipped: number } };
  expect(resumed.rows.read).toBe(3_000);
  expect(resumed.rows.imported + resumed.rows.skipped).toBe(3_000);
  const clean = lastLine(await linchpin(args, 'clean'));
  expect(clean).toMatchObject({ rows: { imported: 3_000 } });
  const [one, two] = [await linchpin(['doctor', '--json'], 'killed'), await linchpin(['doctor', '--json'], 'clean')];
  expect(lastLine(one)).toMatchObject({ isWell: true, store: lastLine(two)['store'] });
  files.remove();
});

test('an import of lines killed with -9 goes on where it stopped, and nothing is there twice', { timeout: 300_000 }, async () => {
  expect((await linchpin(['generate', '--entities', '3000', '--seed', '3', '--out', 'world.ndjson'])).code).toBe(0);
  // The demo's own agencies report, so that the demo store takes it in.
  const reports = readFileSync(join(folder, 'world.ndjson'), 'utf8').trimEnd().split('\n');
  const own = reports.map((line) =>
    JSON.stringify({ ...(JSON.parse(line) as object), agency: 'BAYOU-SO', audience: 'BAYOU-SO' }),
  );
  const file = join(folder, 'own.ndjson');
  writeFileSync(file, `${own.flatMap((line, at) => [line, line.replace(/"world[^"]*"/, `"again/${at}"`)]).join('\n')}\n`);
  const args = ['import', file, '--json'];
  await killWhileLoading(args, join(folder, 'killedLines'));
  const resumed = lastLine(await linchpin(args, 'killedLines')) as { rows: { imported: number; skipped: number } };
  expect(resumed.rows.imported + resumed.rows.skipped).toBe(own.length * 2);
  const clean = lastLine(await linchpin(args, 'cleanLines'));
  expect(clean).toMatchObject({ rows: { imported: own.length * 2, rejected: 0 } });
  const [one, two] = [await linchpin(['doctor', '--json'], 'killedLines'), await linchpin(['doctor', '--json'], 'cleanLines')];
  expect(lastLine(one)).toMatchObject({ isWell: true, store: lastLine(two)['store'] });
});

/** Lets the demo case come in, which is written first, and kills in the middle of what follows. */
async function killWhileLoading(args: readonly string[], data: string): Promise<void> {
  const child = startLinchpin(args, data);
  const ended = new Promise((resolve) => child.on('close', resolve));
  const size = (): number => (existsSync(join(data, 'audit.db-wal')) ? statSync(join(data, 'audit.db-wal')).size : 0);
  // The first batch that is taken in leaves the second entry of the audit log; the first asks for the rights.
  while (child.exitCode === null && size() === 0) await pause();
  const before = size();
  while (child.exitCode === null && size() === before) await pause();
  child.kill('SIGKILL');
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
}

function startLinchpin(args: readonly string[], data: string): ReturnType<typeof spawn> {
  const env = { ...process.env, LINCHPIN_DATA: data };
  const command = ['--import', 'tsx', join(import.meta.dirname, 'linchpin.ts'), ...args];
  return spawn(process.execPath, command, { env, stdio: 'ignore' });
}

/** Waits until the import has read its files and begins to write reports, then kills without warning. */
async function killWhileWriting(args: readonly string[], data: string): Promise<void> {
  const child = startLinchpin(args, data);
  const ended = new Promise((resolve) => child.on('close', resolve));
  const log = join(data, 'linchpin.db-wal');
  const isStaging = (): boolean => existsSync(data) && readdirSync(data).some((name) => name.startsWith('import-'));
  while (child.exitCode === null && !isStaging()) await pause();
  const before = statSync(log).mtimeMs;
  while (child.exitCode === null && statSync(log).mtimeMs === before) await pause();
  child.kill('SIGKILL');
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
