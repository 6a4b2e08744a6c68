import './topBar.css';
import '../../ui/field.css';
import { Search } from 'lucide';
import { Link, useLocation } from 'wouter';
import { useStore } from 'zustand';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import { SearchBox } from '../../panels/search/SearchBox.tsx';
import { Button } from '../../ui/Button.tsx';
import { showClock } from '../../ui/showTime.ts';
import { useSearchTaking } from '../useSearchTaking.ts';
import { Mark } from './Mark.tsx';
import { PurposeChip } from './PurposeChip.tsx';
import { ViewerMenu } from './ViewerMenu.tsx';

/** Mark, chart, search, case and purpose, viewer. On the home page the search stands in the page instead. */
export function TopBar() {
  const [path, navigate] = useLocation();
  const taking = useSearchTaking();
  return (
    <header className="top-bar">
      <Link href="/" className="mark" aria-label="Linchpin, home">
        <Mark />
      </Link>
      <span className="word">Linchpin</span>
      {path.startsWith('/chart') && <ChartName />}
      <div className="grow" />
      {path !== '/' && <SearchBox placeholder="Name, number, plate, report …" {...taking} />}
      <div className="grow" />
      <PurposeChip />
      <Button className="only-small" look="quiet" icon={Search} iconName="Search page" onClick={() => navigate('/search')} />
      <ViewerMenu />
    </header>
  );
}

function ChartName() {
  const keptAt = useStore(tabWorkspace.chart, (state) => state.keptAt);
  const isFailed = useStore(tabWorkspace.chart, (state) => state.isKeepingFailed);
  return (
    <>
      <span className="divider" />
      <div className="chart-name row">
        <span className="strong">Working chart</span>
        <span className="small third saved" title="Kept in this browser, for this viewer">
          {isFailed ? 'Not kept: this browser’s storage is full' : keptAt ? `Saved ${showClock(new Date(keptAt))}` : ''}
        </span>
      </div>
    </>
  );
}
