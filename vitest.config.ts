import { defineConfig } from 'vitest/config';

/** `graphql` must be one module in tests: without the alias its two builds meet and refuse each other's types. */
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];

/** Tests of the Neo4j adapter share one real server, which a project of their own starts for them. */
const onServer = 'src/store/neo4j/**/*.contract.test.ts';

/** Milliseconds; generous, since two cores may be busy with something else. */
const testTimeout = 30_000;

export default defineConfig({
  test: {
    projects: [
      { resolve: { alias }, test: { name: 'schema', root: 'packages/schema', include: ['src/**/*.test.ts'], testTimeout } },
      {
        resolve: { alias },
        test: {
          name: 'api',
          root: 'packages/api',
          include: ['src/**/*.test.ts'],
          exclude: [onServer],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'neo4j',
          root: 'packages/api',
          include: [onServer],
          globalSetup: '../../tools/neo4j/globalSetup.ts',
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'explorer',
          root: 'packages/explorer',
          include: ['src/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          testTimeout,
        },
      },
      {
        resolve: { alias },
        // Each starts processes of the product and waits for them.
        test: { name: 'benchmarks', root: 'benchmarks', include: ['**/*.test.ts'], fileParallelism: false, testTimeout: 300_000 },
      },
      { test: { name: 'tools', root: 'tools', include: ['**/*.test.ts'], testTimeout } },
      {
        test: {
          name: 'e2e',
          root: 'packages/explorer/e2e',
          include: ['**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
