import { expect, test } from 'vitest';
import { foreignOrigin } from './guardOrigin.ts';

test.each([
  [{ host: '127.0.0.1:4000' }, true],
  [{ host: 'localhost:4000', origin: 'http://localhost:4000' }, true],
  [{ host: '[::1]:4000' }, true],
  [{ host: 'LINCHPIN.example', origin: 'https://linchpin.example' }, true],
  [{}, false],
  [{ host: 'evil.example:4000' }, false],
  [{ host: '127.0.0.1.evil.example' }, false],
  [{ host: 'localhost.evil.example' }, false],
  [{ host: '127.0.0.1:4000', origin: 'http://localhost:4000' }, false],
  [{ host: '127.0.0.1:4000', origin: 'http://127.0.0.1:5000' }, false],
  [{ host: '127.0.0.1:4000', origin: 'null' }, false],
  [{ host: '10.0.0.5:4000' }, false],
])('%j may ask: %s', (headers, may) => {
  expect(foreignOrigin(headers, ['linchpin.example']) === null).toBe(may);
});
