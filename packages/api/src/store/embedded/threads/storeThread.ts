import { openRole } from './roles/role.ts';
import { serveThread } from './serveThread.ts';

serveThread(openRole);
