import { Bell, CircleDot, FileText, GitCompareArrows, House, type IconNode, Search, Waypoints } from 'lucide';

/** Entries of the navigation. `later` names what a place comes with, until it is there. */
export interface Place {
  readonly name: string;
  readonly path: string;
  readonly icon: IconNode;
  readonly later?: string;
  /** Left out of the bar at the bottom of small screens, where five fit. */
  readonly isWideOnly?: boolean;
}

export const places: readonly Place[] = [
  { name: 'Home', path: '/', icon: House },
  { name: 'Search', path: '/search', icon: Search },
  { name: 'Charts', path: '/chart', icon: Waypoints },
  { name: 'Overlaps', path: '/overlaps', icon: GitCompareArrows },
  { name: 'Rings', path: '/rings', icon: CircleDot, later: 'comes with rings', isWideOnly: true },
  { name: 'Reports', path: '/reports', icon: FileText },
  { name: 'Alerts', path: '/alerts', icon: Bell, later: 'comes with watches and alerts', isWideOnly: true },
];
