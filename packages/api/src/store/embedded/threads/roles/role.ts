import type { StopSwitch } from '../../stopSwitch.ts';
import { openAudit, type AuditOptions } from './audit.ts';
import { openKeeper, type KeeperOptions } from './keeper.ts';
import { openReader, type ReaderOptions } from './reader.ts';
import { openWriter, type WriterOptions } from './writer.ts';

/** What a thread does from `open` to `close`. */
export interface Role {
  /** Answers at once or later. @throws what the call throws */
  call(name: string, asked: readonly unknown[]): unknown;
  /** Finishes what waits, and lets go of its files. */
  close(): void | Promise<void>;
}

export type RoleOptions =
  | ({ readonly role: 'reader' } & ReaderOptions)
  | ({ readonly role: 'writer' } & WriterOptions)
  | ({ readonly role: 'keeper' } & KeeperOptions)
  | ({ readonly role: 'audit' } & AuditOptions);

export function openRole(options: RoleOptions, stop: StopSwitch): Role {
  switch (options.role) {
    case 'reader':
      return openReader(options, stop);
    case 'writer':
      return openWriter(options, stop);
    case 'keeper':
      return openKeeper(options, stop);
    case 'audit':
      return openAudit(options, stop);
  }
}

/** Calls a method by its name, which the main thread knows from the same type. */
export function callMethod(methods: object, name: string, asked: readonly unknown[]): unknown {
  const method: unknown = Object.hasOwn(methods, name) ? (methods as Record<string, unknown>)[name] : undefined;
  if (typeof method !== 'function') throw new Error(`This thread cannot ${name}`);
  return (method as (...asked: unknown[]) => unknown).apply(methods, [...asked]);
}
