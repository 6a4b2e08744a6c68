import type { StopSwitch } from '../../stopSwitch.ts';
import { openAudit, type AuditOptions } from './audit.ts';
import { openKeeper, type KeeperOptions } from './keeper.ts';
import { openReader, type ReaderOptions } from './reader.ts';
import { openWriter, type WriterOptions } from './writer.ts';

import type { Role } from './role.ts';

export type RoleOptions =
  | ({ readonly role: 'reader' } & ReaderOptions)
  | ({ readonly role: 'writer' } & WriterOptions)
  | ({ readonly role: 'keeper' } & KeeperOptions)
  | ({ readonly role: 'audit' } & AuditOptions);

export function openRole(options: RoleOptions, stop: StopSwitch): Role {
  switch (options.role) {
    case 'reader':
      return openReader(options, stop);
    case 'writer':
      return openWriter(options, stop);
    case 'keeper':
      return openKeeper(options, stop);
    case 'audit':
      return openAudit(options, stop);
  }
}
