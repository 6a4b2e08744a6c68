import { parse } from 'tldts';
import { foldIdentifier, foldWords } from '../foldWords.ts';
import { accept, makeType, refuse } from './makeType.ts';

const tracking = /^(utm_.*|fbclid|gclid|igshid|ref|ref_src)$/u;

/** Web addresses: `https` assumed, host in lower case, no fragment, no tracking parameters, no user or password. */
export const url = makeType({
  name: 'url',
  isSlow: true,
  clean: (raw) => {
    const link = readUrl(raw.trim());
    if (!link) return refuse('The value is not a web address', 'a web address, such as https://example.net/ad/1');
    for (const name of Array.from(link.searchParams.keys())) if (tracking.test(name)) link.searchParams.delete(name);
    Object.assign(link, { hash: '', username: '', password: '' });
    return accept(link.href.replace(/\/$/u, ''));
  },
  show: (value) => value.replace(/^https?:\/\/(www\.)?/u, ''),
  words: (value) => [
    ...new Set([...foldIdentifier(parse(value).domain ?? ''), ...foldWords(value.replace(/^https?:\/\//u, ''))]),
  ],
});

/** The site without its ending, and the first part of the path: `instagram`, `tq_nola`. */
export function siteAndPath(value: string): { readonly site: string; readonly path: string } | null {
  const site = parse(value).domainWithoutSuffix;
  const path = readUrl(value)
    ?.pathname.split('/')
    .find((part) => part !== '');
  return site && path ? { site, path } : null;
}

function readUrl(raw: string): URL | null {
  const full = /^[a-z][a-z0-9+.-]*:/iu.test(raw) && !/^[^/]+:\d/u.test(raw) ? raw : `https://${raw}`;
  if (!URL.canParse(full)) return null;
  const link = new URL(full);
  return ['http:', 'https:'].includes(link.protocol) && parse(link.href).domain !== null ? link : null;
}
