import { parentPort, workerData } from 'node:worker_threads';
import { StopSwitch } from '../stopSwitch.ts';
import { packError } from './carryError.ts';
import { closeCall, openCall, type Answer, type Call, type Calls, type ThreadData } from './messages.ts';
import type { RoleOptions } from './roles/openRole.ts';
import type { Role } from './roles/role.ts';

/** Answers wait for one another at most so long, in milliseconds, while more is computed. */
const patience = 1;

/** Runs in a thread: takes calls from the one that started it and gives the answers. */
export function serveThread(openRole: (options: RoleOptions, stop: StopSwitch) => Role): void {
  const data = workerData as ThreadData;
  const stop = new StopSwitch(data.stop);
  const atWork = new Int32Array(data.atWork);
  const outbox = new Outbox();
  let role: Role | null = null;

  const run = (name: string, asked: readonly unknown[]): unknown => {
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
  };

  const take = ([id, name, ...asked]: Call): void => {
    try {
      const answer = run(name, asked);
      if (answer instanceof Promise)
        answer.then(
          (value) => outbox.giveLater([id, value]),
          (error: unknown) => outbox.giveLater([id, undefined, packError(error)]),
        );
      else outbox.give([id, answer]);
    } catch (error) {
      outbox.give([id, undefined, packError(error)]);
    }
  };

  parentPort!.on('message', (calls: Calls) => {
    for (const call of calls) {
      Atomics.store(atWork, 0, call[0]);
      take(call);
    }
    Atomics.store(atWork, 0, 0);
    outbox.send();
  });
}

/** Answers on their way. */
class Outbox {
  #answers: Answer[] = [];
  #since = 0;
  #isScheduled = false;

  give(answer: Answer): void {
    const now = performance.now();
    if (this.#answers.length === 0) this.#since = now;
    this.#answers.push(answer);
    if (now - this.#since > patience) this.send();
  }

  /** Those that are settled together go together. */
  giveLater(answer: Answer): void {
    this.#answers.push(answer);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    process.nextTick(() => {
      this.#isScheduled = false;
      this.send();
    });
  }

  send(): void {
    if (this.#answers.length === 0) return;
    parentPort!.postMessage(this.#answers);
    this.#answers = [];
  }
}
