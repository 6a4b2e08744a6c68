import type { TestProject } from 'vitest/node';
import { startNeo4j, type Neo4jServer } from './startNeo4j.ts';

export type Provided = Pick<Neo4jServer, 'uri' | 'user' | 'password'> | { readonly whyNot: string };
declare module 'vitest' {
  interface ProvidedContext {
    neo4j: Provided;
  }
}

/**
 * Starts one Neo4j for all tests of the project `neo4j`, hands them its address, or why there is none, and says at the end
 * how many passed: `neo4j contract: N passed` or `neo4j contract: not run (why)`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startNeo4j();
  const isRunning = 'uri' in server;
  project.provide('neo4j', isRunning ? { uri: server.uri, user: server.user, password: server.password } : server);
  return async () => {
    if (isRunning) await server.stop();
    const line = isRunning ? `neo4j contract: ${countOutcomes(project)}` : `neo4j contract: not run (${server.whyNot})`;
    process.stdout.write(`${line}\n`);
  };
}

function countOutcomes(project: TestProject): string {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const module of project.vitest.state.getTestModules())
    if (module.project === project)
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== 'pending') counts[state]++;
      }
  return Object.entries(counts)
    .filter(([state, count]) => state === 'passed' || count > 0)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');
}
