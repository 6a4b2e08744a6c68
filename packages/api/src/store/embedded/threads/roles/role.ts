/** What a thread does from `open` to `close`. */
export interface Role {
  /** Answers at once or later. @throws what the call throws */
  call(name: string, asked: readonly unknown[]): unknown;
  /** Finishes what waits, and lets go of its files. */
  close(): void | Promise<void>;
}

/** Calls a method by its name, which the main thread knows from the same type. */
export function callMethod(methods: object, name: string, asked: readonly unknown[]): unknown {
  const method: unknown = Object.hasOwn(methods, name) ? (methods as Record<string, unknown>)[name] : undefined;
  if (typeof method !== 'function') throw new Error(`This thread cannot ${name}`);
  return (method as (...asked: unknown[]) => unknown).apply(methods, [...asked]);
}
