import type { Services } from '../gate/requestContext.ts';
import type { ServerBounds } from './serverBounds.ts';

/** How demo people may be chosen by header: not at all, from this machine only, or wherever the container's port is published. */
export type DemoMode = 'off' | 'loopback' | 'published';

export interface ServerOptions {
  readonly services: Services;
  readonly demo: DemoMode;
  readonly logLevel: string;
  /** Where log lines go; standard output unless said. */
  readonly logStream?: { write(line: string): void };
  /** Host names under which browsers may reach the server, lower case, beside those of loopback. */
  readonly publicHosts: readonly string[];
  readonly bounds: ServerBounds;
  /** Built explorer. */
  readonly explorerFolder: string;
}
