import { isIP } from 'node:net';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/** Whether an address as the socket gives it is of this machine itself. */
export function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false;
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

/** Host without its port, lower case: `localhost`, `[::1]`. */
export function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '');
}

export function isLoopbackName(name: string): boolean {
  return loopbackNames.has(name) || isLoopbackAddress(name);
}
