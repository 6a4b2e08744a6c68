import { parentPort, workerData } from 'node:worker_threads';
import { StopSwitch } from '../stopSwitch.ts';
import { packError } from './carryError.ts';
import { closeCall, openCall, type Answer, type Call, type Calls, type ThreadData } from './messages.ts';
import { openRole, type Role, type RoleOptions } from './roles/role.ts';

/** Answers wait for one another at most so long, in milliseconds, while more is computed. */
const patience = 1;

const port = parentPort!;
const stop = new StopSwitch((workerData as ThreadData).stop);
let role: Role | null = null;
let answers: Answer[] = [];
let since = 0;
let isScheduled = false;

port.on('message', (calls: Calls) => {
  for (const call of calls) take(call);
  send();
});

function take([id, name, ...asked]: Call): void {
  try {
    const answer = run(name, asked);
    if (answer instanceof Promise)
      answer.then(
        (value) => answerLater([id, value]),
        (error: unknown) => answerLater([id, undefined, packError(error)]),
      );
    else give([id, answer]);
  } catch (error) {
    give([id, undefined, packError(error)]);
  }
}

function run(name: string, asked: readonly unknown[]): unknown {
  if (name === openCall) {
    role = openRole(asked[0] as RoleOptions, stop);
    return undefined;
  }
  if (name !== closeCall) {
    if (role === null) throw new Error(`This thread has nothing to ${name}`);
    return role.call(name, asked);
  }
  const closing = role;
  role = null;
  return closing?.close();
}

function give(answer: Answer): void {
  const now = performance.now();
  if (answers.length === 0) since = now;
  answers.push(answer);
  if (now - since > patience) send();
}

/** Those that are settled together go together. */
function answerLater(answer: Answer): void {
  answers.push(answer);
  if (isScheduled) return;
  isScheduled = true;
  process.nextTick(() => {
    isScheduled = false;
    send();
  });
}

function send(): void {
  if (answers.length === 0) return;
  port.postMessage(answers);
  answers = [];
}
