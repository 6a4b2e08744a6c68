import { NewOverlaps } from '../../panels/home/NewOverlaps.tsx';
import { NewReports } from '../../panels/home/NewReports.tsx';
import { RecentCharts } from '../../panels/home/RecentCharts.tsx';
import { TryChips } from '../../panels/home/TryChips.tsx';
import '../../panels/home/home.css';
import { SearchBox } from '../../panels/search/SearchBox.tsx';
import { useSearchTaking } from '../useSearchTaking.ts';

/** Search first; then what one was doing, and what is new. */
export function HomePage() {
  const taking = useSearchTaking();
  return (
    <main className="page" id="page" tabIndex={-1}>
      <div className="home">
        <div className="home-search">
          <h1>Who or what are you looking for?</h1>
          <SearchBox size="page" placeholder="Name, number, plate, handle, report …" {...taking} />
          <TryChips onTry={taking.onShowAll} onOpenReport={taking.onOpenReport} />
        </div>
        <div className="home-columns">
          <div className="stack">
            <RecentCharts />
            <NewReports />
          </div>
          <NewOverlaps />
        </div>
      </div>
    </main>
  );
}
