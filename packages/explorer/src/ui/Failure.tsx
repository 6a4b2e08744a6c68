import { Copy, Lock, RefreshCw, TriangleAlert, WifiOff } from 'lucide';
import { Button } from './Button.tsx';
import { showClock } from './showTime.ts';
import { StatePanel } from './StatePanel.tsx';

interface FailureProps {
  /** What failed, as a sentence: "The links could not be fetched". */
  readonly title: string;
  readonly error: unknown;
  readonly isBusy?: boolean;
  onRetry(): void;
}

/** A read that failed: what, that the chart is safe, what to do, the code last. */
export function Failure({ title, error, isBusy = false, onRetry }: FailureProps) {
  const failure = readFailure(error);
  const retry = (look: 'main' | 'other') => (
    <Button look={look} icon={RefreshCw} isBusy={isBusy} onClick={onRetry}>
      Try again
    </Button>
  );
  if (failure.code === 'NO_CONNECTION')
    return (
      <StatePanel
        icon={WifiOff}
        tone="offline"
        title={navigator.onLine ? 'Linchpin cannot be reached' : 'You are offline'}
        actions={retry('other')}
      >
        {title}. Your chart is kept: you can arrange and undo. Search and expand wait until the connection is back.
      </StatePanel>
    );
  if (failure.code === 'NOT_PERMITTED')
    return (
      <StatePanel icon={Lock} title="This is not yours to read">
        Your role does not read this. If your work needs it, ask whoever manages your agency’s accounts. Code {failure.code}.
      </StatePanel>
    );
  const details = `Code ${failure.code}, ${showClock(failure.at)}${failure.requestId ? `, request ${failure.requestId}` : ''}.`;
  return (
    <StatePanel
      icon={TriangleAlert}
      tone="failure"
      title={title}
      actions={
        <>
          {retry('main')}
          <Button icon={Copy} onClick={() => void navigator.clipboard.writeText(`${title}. ${failure.message}. ${details}`)}>
            Copy details
          </Button>
        </>
      }
    >
      {failure.message}. Your chart is unchanged. {details}
    </StatePanel>
  );
}

interface ShownFailure {
  readonly code: string;
  readonly message: string;
  readonly requestId: string | null;
  readonly at: Date;
}

function readFailure(error: unknown): ShownFailure {
  const failure = error instanceof Error ? (error as Error & Partial<ShownFailure>) : null;
  return {
    code: failure?.code ?? 'UNREADABLE',
    message: (failure?.message ?? 'Something unexpected happened').replace(/\.$/, ''),
    requestId: failure?.requestId ?? null,
    at: failure?.at ?? new Date(),
  };
}
