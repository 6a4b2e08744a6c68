import { backupTrials } from './killWhile/backupTrials.ts';
import { bulkTrial } from './killWhile/bulkTrial.ts';
import { importingTrials } from './killWhile/importingTrials.ts';
import { migratingTrial } from './killWhile/migratingTrial.ts';
import { writingTrials } from './killWhile/writingTrials.ts';
import { runScript } from './runScript.ts';

await runScript([...writingTrials, ...importingTrials, migratingTrial, ...backupTrials, bulkTrial], 100);
