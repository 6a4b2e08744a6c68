import { inject } from 'vitest';

interface Server {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: Server | { readonly whyNot: string };
  }
}

/** The server that the vitest project `neo4j` started for its tests (tools/neo4j/globalSetup.ts); null where there is none. */
export function serverForTests(): Server | null {
  const server = inject('neo4j');
  return 'uri' in server ? server : null;
}
