import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry, AuditLog } from '../ports/auditLog.ts';

export interface OpenedAuditLog {
  /** Empty; the suite closes it. */
  readonly log: AuditLog;
  /** Changes the stored entry of this number behind the log's back. */
  readonly tamper?: (seq: number) => Promise<void>;
  /** Closes the log and opens it again. */
  readonly reopen?: () => Promise<AuditLog>;
}

const entry = (at: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  at,
  user: 'ann',
  agency: 'ALPHA',
  useCase: 'expand',
  subject: { ids: ['a', 'b'], limit: 50, nested: { since: null } },
  outcome: 'ANSWERED',
  code: null,
  results: 3,
  legalCase: 'C-1',
  purpose: 'check',
  ...more,
});

const refused = entry(2, {
  user: null,
  agency: null,
  outcome: 'REFUSED',
  code: 'NOT_SIGNED_IN',
  results: null,
  legalCase: null,
  purpose: null,
});

export function auditLogContract(name: string, open: () => Promise<OpenedAuditLog>): void {
  describe(`${name} keeps the promises of an audit log`, () => {
    let opened: OpenedAuditLog;
    let log: AuditLog;
    beforeEach(async () => {
      opened = await open();
      ({ log } = opened);
    });
    afterEach(() => log.close());

    it('is whole when it is empty', async () => {
      expect(await log.verify()).toEqual({ entries: 0, brokenAt: null });
      expect(await log.entries({ before: null, limit: 10 })).toEqual([]);
    });

    it('gives entries back as they were, newest first, page by page', async () => {
      const written = [entry(1), refused, entry(3, { subject: {} })];
      for (const each of written) await log.append(each);
      const stored = await log.entries({ before: null, limit: 10 });
      expect(stored.map(({ seq: _, hash: __, ...said }) => said)).toEqual([...written].reverse());
      expect(await log.entries({ before: null, limit: 1 })).toEqual([stored[0]]);
      expect(await log.entries({ before: stored[0]!.seq, limit: 1 })).toEqual([stored[1]]);
      expect(await log.entries({ before: stored[2]!.seq, limit: 1 })).toEqual([]);
    });

    it('keeps the order in which entries were handed over, without waiting for one another', async () => {
      await Promise.all(Array.from({ length: 200 }, (_, i) => log.append(entry(i))));
      const stored = await log.entries({ before: null, limit: 500 });
      expect(stored.map(({ at }) => at)).toEqual(Array.from({ length: 200 }, (_, i) => 199 - i));
      const numbers = stored.map(({ seq }) => seq);
      expect(numbers).toEqual(Array.from({ length: 200 }, (_, i) => numbers[0]! - i));
      expect(await log.verify()).toEqual({ entries: 200, brokenAt: null });
    });

    it('chains each entry to the one before, so that equal entries have unequal hashes', async () => {
      for (let i = 0; i < 3; i++) await log.append(entry(1));
      const hashes = (await log.entries({ before: null, limit: 10 })).map(({ hash }) => hash);
      for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(new Set(hashes).size).toBe(3);
    });

    it('finds the entry that somebody changed', async ({ skip }) => {
      const { tamper } = opened;
      if (!tamper) return skip('this log gives tests no way to change it');
      for (let i = 0; i < 5; i++) await log.append(entry(i));
      const third = (await log.entries({ before: null, limit: 10 }))[2]!;
      await tamper(third.seq);
      expect(await log.verify()).toMatchObject({ brokenAt: third.seq });
    });

    it('keeps its entries and goes on with its chain when it is opened again', async ({ skip }) => {
      const { reopen } = opened;
      if (!reopen) return skip('this log cannot be opened again in a test');
      await log.append(entry(1));
      log = await reopen();
      await log.append(entry(2));
      expect((await log.entries({ before: null, limit: 10 })).map(({ at }) => at)).toEqual([2, 1]);
      expect(await log.verify()).toEqual({ entries: 2, brokenAt: null });
    });
  });
}
