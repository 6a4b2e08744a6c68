import { QueryClient } from '@tanstack/react-query';
import { RemoteError } from './remoteError.ts';
import { session } from './session.ts';

/** Answers shown in panels and pages. One try more where the service failed; a service that is gone is said at once, and a busy one was asked several times already. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retryDelay: 400,
      networkMode: 'always',
      retry: (failures, error) =>
        failures < 1 && error instanceof RemoteError && error.code === 'UNAVAILABLE' && error.retryAfter === null,
    },
  },
});

// What one viewer was told is never shown to another.
session.subscribe((now, before) => {
  if (now.viewer !== before.viewer) queryClient.clear();
});
