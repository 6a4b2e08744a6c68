import { defineConfig } from 'vitest/config';

/** `graphql` must be one module in tests: without the alias its two builds meet and refuse each other's types. */
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];

export default defineConfig({
  test: {
    projects: [
      { resolve: { alias }, test: { name: 'schema', root: 'packages/schema', include: ['src/**/*.test.ts'] } },
      {
        resolve: { alias },
        test: { name: 'api', root: 'packages/api', include: ['src/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      { test: { name: 'explorer', root: 'packages/explorer', include: ['src/**/*.test.{ts,tsx}'], environment: 'happy-dom' } },
      { test: { name: 'tools', root: 'tools', include: ['**/*.test.ts'] } },
    ],
  },
});
