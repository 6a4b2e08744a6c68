import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readPage } from './readPage.ts';

/** Sentences about links of these pages (paths below `root`) that lead nowhere; links to other sites are not followed. */
export function findBrokenLinks(root: string, pages: readonly string[]): string[] {
  return pages.flatMap((page) =>
    readPage(readFileSync(join(root, page), 'utf8')).links.flatMap(({ to, line }) => {
      const problem = problemOf(root, page, to);
      return problem ? [`${page}:${line} links ${to}: ${problem}`] : [];
    }),
  );
}

function problemOf(root: string, page: string, to: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(to)) return null;
  const [path = '', anchor] = decodeURI(to).split('#');
  const target = path === '' ? page : path.startsWith('/') ? path.slice(1) : join(dirname(page), path);
  if (!existsSync(join(root, target))) return 'there is no such file';
  if (!anchor || !target.endsWith('.md')) return null;
  return readPage(readFileSync(join(root, target), 'utf8')).anchors.has(anchor) ? null : 'the page has no such heading';
}

/** Pages that code sends its readers to (`docs/guide/x.md`, `docs/adr/0001`) and that are not there. */
export function findLostPages(root: string, sources: readonly { readonly path: string; readonly source: string }[]): string[] {
  return sources.flatMap(({ path, source }) =>
    [...source.matchAll(/\bdocs\/(?:guide|adr)\/[\w-]+(?:\.md)?/g)]
      .map(([page]) => page)
      .filter((page) => !isThere(root, page))
      .map((page) => `${path} sends readers to ${page}: there is no such page`),
  );
}

/** A decision may be named by its number alone. */
function isThere(root: string, page: string): boolean {
  if (page.endsWith('.md')) return existsSync(join(root, page));
  const folder = join(root, dirname(page));
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(`${basename(page)}-`));
}
