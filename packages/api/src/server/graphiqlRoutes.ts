import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { addFixedAnswer } from './fixedAnswers.ts';

const require = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** Files that the packages ship ready to run; nothing is fetched from anywhere else. */
const files = [
  { url: '/graphiql/react.js', path: join(folderOf('react'), 'umd/react.production.min.js') },
  { url: '/graphiql/react-dom.js', path: join(folderOf('react-dom'), 'umd/react-dom.production.min.js') },
  { url: '/graphiql/graphiql.js', path: join(folderOf('graphiql'), 'graphiql.min.js') },
  { url: '/graphiql/graphiql.css', path: join(folderOf('graphiql'), 'graphiql.min.css') },
  { url: '/graphiql/start.js', path: join(import.meta.dirname, 'graphiql/start.js') },
  { url: '/graphiql', path: join(import.meta.dirname, 'graphiql/page.html') },
] as const;

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/** A page to try queries, as in the guide. */
export async function addGraphiqlRoutes(app: FastifyInstance): Promise<void> {
  for (const { url, path } of files) {
    const type = types[path.slice(path.lastIndexOf('.') + 1)]!;
    addFixedAnswer(app, { url, type, content: await readFile(path) });
  }
}
