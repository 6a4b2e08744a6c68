import { startNeo4jProcess } from './processes/neo4jProcess.ts';
import { startServer } from './processes/serverProcess.ts';
import { runScript } from './runScript.ts';
import { twoServersTrial } from './twoServers/twoServersTrial.ts';

const neo4j = await startNeo4jProcess();
const first = await startServer({ ...neo4j.settings, LINCHPIN_DEMO: 'true' });
await first.kill();
await runScript([twoServersTrial(neo4j)], 8, () => neo4j.drop());
