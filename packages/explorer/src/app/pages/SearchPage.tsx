import './searchPage.css';
import { useLocation, useSearch } from 'wouter';
import { Results } from '../../panels/results/Results.tsx';
import { SearchBox } from '../../panels/search/SearchBox.tsx';
import { useSearchTaking } from '../useSearchTaking.ts';

/** All results of one search; the text stands in the address. On small screens the field stands here, not in the top bar. */
export default function SearchPage() {
  const [, navigate] = useLocation();
  const taking = useSearchTaking();
  const text = new URLSearchParams(useSearch()).get('q') ?? '';
  return (
    <main className="page" id="page" tabIndex={-1}>
      <div className="small-search">
        <SearchBox key={text} size="page" placeholder="Name, number, plate …" initialText={text} {...taking} />
      </div>
      <Results key={text} text={text} onSearch={(other) => navigate(`/search?q=${encodeURIComponent(other)}`)} />
    </main>
  );
}
