import { awayTrials } from './neo4jAway/awayTrials.ts';
import { startNeo4jProcess } from './processes/neo4jProcess.ts';
import { runScript } from './runScript.ts';

const neo4j = await startNeo4jProcess();
await runScript(awayTrials(neo4j), 16, () => neo4j.drop());
