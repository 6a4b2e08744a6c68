import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { refuse } from './refuse.ts';

const notBuilt = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Linchpin</title>
<h1>The explorer is not built yet</h1>
<p>Run <code>npx --yes pnpm@12 build</code>, or start with <code>npx --yes pnpm@12 start</code>, which builds what is missing.</p>
<p>The service itself is running: <a href="/graphiql">try queries</a>, <a href="/schema.graphql">read the schema</a>.</p>
</html>
`;

/** The explorer's files; any other page address answers with its first page, which then finds its way. */
export async function addExplorerRoutes(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = (): boolean => existsSync(join(folder, 'index.html'));
  if (isBuilt())
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      cacheControl: false,
      // The build packs each file once, beside it.
      preCompressed: true,
      setHeaders: (response, path) => {
        // Names in assets/ change with their content.
        const isHashed = path.startsWith(join(folder, 'assets'));
        response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        response.setHeader('Vary', 'Accept-Encoding');
      },
    });
  const sendPage = (reply: FastifyReply): FastifyReply =>
    isBuilt() && 'sendFile' in reply
      ? reply.sendFile('index.html')
      : reply.code(503).type('text/html; charset=utf-8').send(notBuilt);
  app.get('/', (_, reply) => sendPage(reply));
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html') && !isFile(request.url);
    return isPage ? sendPage(reply) : refuse(reply, 404, { code: 'NOT_FOUND', message: 'There is nothing at this address' });
  });
}

function isFile(url: string): boolean {
  return /\.[a-z0-9]+$/i.test(url.split('?')[0]!);
}
