import { Search } from 'lucide';
import { useLocation } from 'wouter';
import { Button } from '../../ui/Button.tsx';
import { StatePanel } from '../../ui/StatePanel.tsx';

/** An address that leads nowhere. */
export default function LostPage() {
  const [path, navigate] = useLocation();
  return (
    <main className="page" id="page" tabIndex={-1}>
      <StatePanel
        icon={Search}
        title="There is no such page"
        actions={
          <Button look="main" onClick={() => navigate('/')}>
            Go home
          </Button>
        }
      >
        {path} leads nowhere. Your chart is where you left it.
      </StatePanel>
    </main>
  );
}
