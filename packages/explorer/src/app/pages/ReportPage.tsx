import { Report } from '../../panels/report/Report.tsx';

export default function ReportPage({ number }: { number: string }) {
  return (
    <main className="page" id="page" tabIndex={-1}>
      <Report key={number} number={number} />
    </main>
  );
}
