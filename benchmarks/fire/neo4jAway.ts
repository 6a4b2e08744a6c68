import { awayTrials } from './neo4jAway/awayTrials.ts';
import { startNeo4jProcess } from './processes/neo4jProcess.ts';
import { startServer } from './processes/serverProcess.ts';
import { runScript } from './runScript.ts';

const neo4j = await startNeo4jProcess();
// The demo people are made once; killed connections would only make it longer.
const first = await startServer({ ...neo4j.settings, LINCHPIN_DEMO: 'true' });
await first.kill();
await runScript(awayTrials(neo4j), 16, () => neo4j.drop());
