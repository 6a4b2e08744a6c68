import './rail.css';
import { useId } from 'react';
import { Link, useLocation } from 'wouter';
import { Hint } from '../../ui/Hint.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { type Place, places } from '../places.ts';

/** Navigation between the places of the explorer. */
export function Rail() {
  const [path] = useLocation();
  return (
    <nav className="rail" aria-label="Main">
      {places.map((place) =>
        place.later ? <LaterEntry key={place.name} place={place} /> : <Entry key={place.name} place={place} path={path} />,
      )}
    </nav>
  );
}

function Entry({ place, path }: { place: Place; path: string }) {
  const isHere = place.path === '/' ? path === '/' : path.startsWith(place.path);
  return (
    <Link href={place.path} className={classOf(place)} aria-current={isHere ? 'page' : undefined}>
      <Icon node={place.icon} size={18} />
      {place.name}
    </Link>
  );
}

/** A place that is announced and not there yet: named, reachable by keyboard, and says when it comes. */
function LaterEntry({ place }: { place: Place }) {
  const id = useId();
  return (
    <>
      <Hint text={`${place.name}: ${place.later}`} side="right">
        <a className={classOf(place)} role="link" aria-disabled="true" aria-describedby={id} tabIndex={0}>
          <Icon node={place.icon} size={18} />
          {place.name}
        </a>
      </Hint>
      <span id={id} hidden>
        {place.later}
      </span>
    </>
  );
}

function classOf(place: Place): string {
  return place.isWideOnly ? 'rail-entry wide-only' : 'rail-entry';
}
