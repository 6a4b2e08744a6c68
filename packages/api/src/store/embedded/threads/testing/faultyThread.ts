import { writeFileSync } from 'node:fs';
import { Sqlite } from '../../sqlite.ts';
import { openRole } from '../roles/openRole.ts';
import type { Role } from '../roles/role.ts';
import { serveThread } from '../serveThread.ts';
import { faultIn, type Fault } from './fault.ts';

/** A thread of the store that does what its question says: dies, sleeps, never comes back. */
serveThread((options, stop) => {
  const role: Role = openRole(options, stop);
  const slow = new Sqlite(':memory:', { stop });
  const suffer = ({ fault, value }: Fault): void => {
    switch (fault) {
      case 'die':
        process.exit(1);
        break;
      case 'dieOnce':
        // Only the first to ask may make the file.
        writeFileSync(value, '', { flag: 'wx' });
        process.exit(1);
        break;
      case 'spin':
        for (;;);
      case 'manySqlite':
        for (;;) slow.value('SELECT 1');
      case 'inSqlite':
        slow.value('WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < ?) SELECT count(*) FROM n', [
          Number(value),
        ]);
    }
  };
  return {
    call(name, asked) {
      const fault = faultIn(JSON.stringify(asked));
      try {
        if (fault) suffer(fault);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      return role.call(name, asked);
    },
    close: () => role.close(),
  };
});
