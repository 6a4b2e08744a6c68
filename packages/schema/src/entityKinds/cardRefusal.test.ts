import { expect, test } from 'vitest';
import { financialAccount } from './financialAccount.ts';

test.each(financialAccount.properties.map(({ name, type }) => [name, type] as const))(
  'a full card number in %s of an account is refused, and not repeated',
  (_, type) => {
    for (const raw of ['4111111111111111', '4111 1111 1111 1111', 'card 4111-1111-1111-1111 12/27']) {
      const cleaned = type.clean(raw, {});
      expect(cleaned).toMatchObject({ ok: false, expected: expect.stringMatching(/first 6 to 8.*last 4/) });
      expect(JSON.stringify(cleaned)).not.toMatch(/4111|1111/);
    }
  },
);
