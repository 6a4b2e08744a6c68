import type { IncomingHttpHeaders } from 'node:http';
import { hostName, isLoopbackName } from './isLoopback.ts';

/**
 * Why a request may come from a page that is not ours; null when it is fine. A foreign page can point its own name
 * at this machine (DNS rebinding), so the name in Host must be one of ours; and a browser says in Origin which page
 * it acts for.
 */
export function foreignOrigin(headers: IncomingHttpHeaders, publicHosts: readonly string[]): string | null {
  const host = headers.host;
  if (host === undefined) return 'The request names no host';
  const name = hostName(host);
  if (!isLoopbackName(name) && !publicHosts.includes(name))
    return `This server does not answer under the name ${JSON.stringify(name.slice(0, 100))}; allow it with LINCHPIN_PUBLIC_HOSTS`;
  const { origin } = headers;
  if (origin === undefined || hostOf(origin) === host.toLowerCase()) return null;
  return 'The request comes from another page';
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
