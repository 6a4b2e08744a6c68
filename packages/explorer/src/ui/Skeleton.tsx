import './state.css';

/** Rows of a list that is on its way; shown after 400 ms only, with the height the rows will have. */
export function Skeleton({ rows, label }: { rows: number; label: string }) {
  return (
    <div className="skeleton" role="progressbar" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div className="skeleton-row" key={row}>
          <i className="block" />
          <div>
            <i className="line" style={{ width: `${[88, 70, 80][row % 3]}%` }} />
            <i className="line" />
          </div>
          <i className="pill" />
        </div>
      ))}
    </div>
  );
}
