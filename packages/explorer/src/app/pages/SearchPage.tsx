import { useLocation, useSearch } from 'wouter';
import { Results } from '../../panels/results/Results.tsx';

/** All results of one search; the text stands in the address. */
export default function SearchPage() {
  const [, navigate] = useLocation();
  const text = new URLSearchParams(useSearch()).get('q') ?? '';
  return (
    <main className="page" id="page" tabIndex={-1}>
      <Results key={text} text={text} onSearch={(other) => navigate(`/search?q=${encodeURIComponent(other)}`)} />
    </main>
  );
}
