import { Search } from 'lucide';
import { Button } from '../../ui/Button.tsx';
import { StatePanel } from '../../ui/StatePanel.tsx';

interface NoResultsProps {
  readonly text: string;
  readonly didYouMean: string | null;
  readonly isFiltered: boolean;
  onSearch(text: string): void;
  onClear(): void;
}

/** Nothing in sight. Never says whether something lies outside it. */
export function NoResults({ text, didYouMean, isFiltered, onSearch, onClear }: NoResultsProps) {
  return (
    <section className="card">
      <StatePanel
        icon={Search}
        title={`Nothing you may see matches “${text}”`}
        actions={
          <>
            {didYouMean && (
              <Button look="main" onClick={() => onSearch(didYouMean)}>
                Show {didYouMean}
              </Button>
            )}
            {isFiltered && <Button onClick={onClear}>Clear filters</Button>}
          </>
        }
      >
        {didYouMean ? `Did you mean ${didYouMean}? ` : 'Try fewer letters, or only the last four digits. '}A whole number or plate
        also asks other agencies.
      </StatePanel>
    </section>
  );
}
