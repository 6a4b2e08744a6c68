import { QueryClientProvider } from '@tanstack/react-query';
import { Tooltip } from 'radix-ui';
import { queryClient } from '../remote/queryClient.ts';
import { Toaster } from '../ui/Toaster.tsx';
import { Pages } from './Pages.tsx';
import { Rail } from './shell/Rail.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { useConnections } from './useConnections.ts';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
        <Shell />
      </Tooltip.Provider>
    </QueryClientProvider>
  );
}

function Shell() {
  useConnections();
  return (
    <div className="shell">
      <a className="skip" href="#page">
        Skip to the page
      </a>
      <TopBar />
      <Rail />
      <Pages />
      <Toaster />
    </div>
  );
}
