import { connectionTrials } from './connections/connectionTrials.ts';
import { runScript } from './runScript.ts';

await runScript(connectionTrials, 9);
