import { Reports } from '../../panels/reports/Reports.tsx';

export default function ReportsPage() {
  return (
    <main className="page" id="page" tabIndex={-1}>
      <Reports />
    </main>
  );
}
