import { clockTrials } from './clock/clockTrials.ts';
import { runScript } from './runScript.ts';

await runScript(clockTrials, 30);
