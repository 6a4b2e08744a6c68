import { openRole } from './roles/openRole.ts';
import { serveThread } from './serveThread.ts';

serveThread(openRole);
