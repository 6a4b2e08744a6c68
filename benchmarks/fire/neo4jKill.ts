import { killTrials } from './neo4jKill/killTrials.ts';
import { startNeo4jProcess } from './processes/neo4jProcess.ts';
import { runScript } from './runScript.ts';

const neo4j = await startNeo4jProcess();
await runScript(killTrials(neo4j), 100, () => neo4j.drop());
