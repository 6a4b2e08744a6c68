import { serverSmokeStep } from './testing/serverSmoke.ts';
import { runSteps } from './testing/step.ts';
import { addTallies, showTally } from './testing/tally.ts';
import { embeddedStep } from './testing/testSteps.ts';

/** A short look at whether another Node runs the product: it starts, answers, ends when told, and its store keeps its promise. */
console.log(`Node ${process.version}`);
const sum = addTallies(await runSteps([serverSmokeStep, embeddedStep]));
console.log(`\n${showTally(sum)}`);
process.exitCode = sum.failed > 0 ? 1 : 0;
