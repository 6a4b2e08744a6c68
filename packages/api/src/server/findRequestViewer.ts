import type { IncomingHttpHeaders } from 'node:http';
import { findViewer, type Directory, type Viewer } from '../gate/viewer.ts';
import { isLoopbackAddress } from './isLoopback.ts';
import type { DemoMode } from './serverOptions.ts';

/** What a request tells of who sent it. */
export interface Sender {
  readonly headers: IncomingHttpHeaders;
  /** Address of the other end of the socket. */
  readonly address: string | undefined;
}

/** The demo person named by header, where demo people may ask from there; null is nobody. */
export function findRequestViewer({ headers, address }: Sender, directory: Directory, demo: DemoMode): Viewer | null {
  const name = headers['linchpin-demo-viewer'];
  if (typeof name !== 'string' || demo === 'off') return null;
  if (demo === 'loopback' && !isFromHere({ headers, address })) return null;
  return findViewer(directory, name.trim());
}

/** A proxy on this machine may carry what others sent; each says so in a header of its own. */
export function isFromHere({ headers, address }: Sender): boolean {
  const isCarried = Object.keys(headers).some((name) => carriers.has(name) || name.startsWith('x-forwarded-'));
  return isLoopbackAddress(address) && !isCarried;
}

const carriers: ReadonlySet<string> = new Set([
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
]);
