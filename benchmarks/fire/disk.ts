import { brokenTrials } from './disk/brokenTrials.ts';
import { fullTrials } from './disk/fullTrials.ts';
import { canMount } from './disk/smallDisk.ts';
import { runScript } from './runScript.ts';

if (!canMount()) process.stdout.write('full and read-only disks: not run (mounting one takes root)\n');
await runScript([...(canMount() ? fullTrials : []), ...brokenTrials], 27);
