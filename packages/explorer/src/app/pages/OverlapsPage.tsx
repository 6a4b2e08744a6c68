import { Overlaps } from '../../panels/overlaps/Overlaps.tsx';

export default function OverlapsPage() {
  return (
    <main className="page" id="page" tabIndex={-1}>
      <Overlaps />
    </main>
  );
}
