import { backupTrial } from './killWhile/backupTrial.ts';
import { bulkTrial } from './killWhile/bulkTrial.ts';
import { importingTrials } from './killWhile/importingTrials.ts';
import { migratingTrial } from './killWhile/migratingTrial.ts';
import { writingTrials } from './killWhile/writingTrials.ts';
import { runScript } from './runScript.ts';

await runScript([...writingTrials, ...importingTrials, migratingTrial, backupTrial, bulkTrial], 100);
