import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Gzipped JavaScript, in kB, that the explorer's first page loads before its search box works. */
export const firstLoadLimit = 400;

/** Files that a built `index.html` asks for at once: module scripts and their preloads. */
export function firstScripts(html: string): string[] {
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => /<script\b/.test(tag) || /rel="modulepreload"/.test(tag))
    .flatMap((tag) => /\b(?:src|href)="([^"]+\.js)"/.exec(tag)?.[1] ?? []);
}

/** In kB of 1,000 bytes. */
export function measureFirstLoad(dist: string): number {
  const scripts = firstScripts(readFileSync(join(dist, 'index.html'), 'utf8'));
  return scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path)), { level: 9 }).length, 0) / 1_000;
}
