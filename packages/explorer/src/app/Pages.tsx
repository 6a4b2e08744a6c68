import './shell/shell.css';
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Skeleton } from '../ui/Skeleton.tsx';
import { HomePage } from './pages/HomePage.tsx';

// Each page is fetched when first opened; home, with its search field, is there at once.
const ChartPage = lazy(() => import('./pages/ChartPage.tsx'));
const SearchPage = lazy(() => import('./pages/SearchPage.tsx'));
const OverlapsPage = lazy(() => import('./pages/OverlapsPage.tsx'));
const ReportsPage = lazy(() => import('./pages/ReportsPage.tsx'));
const ReportPage = lazy(() => import('./pages/ReportPage.tsx'));
const LostPage = lazy(() => import('./pages/LostPage.tsx'));

export function Pages() {
  return (
    <Suspense
      fallback={
        <main className="page" id="page">
          <Skeleton rows={6} label="Opening the page" />
        </main>
      }
    >
      <Switch>
        <Route path="/" component={HomePage} />
        <Route path="/chart" component={ChartPage} />
        <Route path="/search" component={SearchPage} />
        <Route path="/overlaps" component={OverlapsPage} />
        <Route path="/reports" component={ReportsPage} />
        <Route path="/reports/:number">{({ number }) => <ReportPage number={decodeURIComponent(number)} />}</Route>
        <Route component={LostPage} />
      </Switch>
    </Suspense>
  );
}
