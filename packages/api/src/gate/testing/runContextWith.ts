import type { RunContext } from '../useCase.ts';

/** A context of which a use-case may touch what is given. @throws Error at whatever else it asks for, naming it */
export function runContextWith(given: Partial<RunContext>): RunContext {
  return onlyWith(given, 'context');
}

/** The same for any object with methods: a store of which only some are asked. */
export function onlyWith<T extends object>(given: Partial<T>, what: string): T {
  return new Proxy(given as T, {
    get(target, name, receiver) {
      if (!(name in target)) throw new Error(`This test gives no ${what}.${String(name)}`);
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}
