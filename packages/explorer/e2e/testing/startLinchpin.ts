import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnLinchpin } from '../../../../tools/testing/spawnLinchpin.ts';

export interface RunningLinchpin {
  readonly url: string;
  stop(): Promise<void>;
}

/** A real server with the demo case, on a data folder and a port of its own. */
export async function startLinchpin(): Promise<RunningLinchpin> {
  const data = mkdtempSync(join(tmpdir(), 'linchpin-e2e-'));
  const { url, stop } = await spawnLinchpin(data);
  return {
    url,
    async stop() {
      await stop('SIGKILL');
      rmSync(data, { recursive: true, force: true });
    },
  };
}
