import type { Directory } from '../store/ports/workStore.ts';
import type { Services } from './requestContext.ts';

const freshFor = 2_000;

/** The directory changes rarely and every request needs it: read again after two seconds. */
export function rememberDirectory({ work, now }: Pick<Services, 'work' | 'now'>): () => Promise<Directory> {
  let known: Promise<Directory> | null = null;
  let readAt = 0;
  return () => {
    if (!known || now() - readAt >= freshFor) {
      readAt = now();
      known = work.directory();
      known.catch(() => (known = null));
    }
    return known;
  };
}
