import { startNeo4jProcess } from './processes/neo4jProcess.ts';
import { runScript } from './runScript.ts';
import { twoServersTrial } from './twoServers/twoServersTrial.ts';

const neo4j = await startNeo4jProcess();
await runScript([twoServersTrial(neo4j)], 8, () => neo4j.drop());
