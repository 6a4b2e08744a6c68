import { buildStep, checkSteps } from './testing/checkSteps.ts';
import { runSteps } from './testing/step.ts';
import { addTallies, showTally } from './testing/tally.ts';
import { endToEndStep, neo4jStep, unitSteps } from './testing/testSteps.ts';

const steps = [...checkSteps, buildStep, ...unitSteps, neo4jStep, endToEndStep];

const asked = process.argv.slice(2);
const chosen = asked.length === 0 ? steps : steps.filter(({ name }) => asked.some((word) => name.includes(word)));
if (chosen.length === 0) {
  console.error(`No step is called ${asked.join(' or ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
const sum = addTallies(await runSteps(chosen));
console.log(`\n${showTally(sum)}`);
process.exitCode = sum.failed > 0 ? 1 : 0;
