const samples = [
  { name: 'said', dash: undefined, width: 1.4 },
  { name: 'inferred', dash: '6 5', width: 1.4 },
  { name: 'weak', dash: '.1 4.6', width: 2 },
] as const;

/** What the strokes of links and the split dot mean. */
export function LineSamples() {
  return (
    <ul className="line-samples" aria-label="Links">
      {samples.map(({ name, dash, width }) => (
        <li key={name}>
          <svg width="24" height="8" aria-hidden="true">
            <path d="M1 4H23" stroke="var(--link)" strokeWidth={width} strokeDasharray={dash} strokeLinecap="round" />
          </svg>
          {name}
        </li>
      ))}
      <li className="last">
        <svg width="11" height="11" viewBox="-5.5 -5.5 11 11" aria-hidden="true">
          <path d="M0,-4.6A4.6,4.6 0 0,0 0,4.6Z" fill="var(--text)" />
          <path d="M0,-4.6A4.6,4.6 0 0,1 0,4.6Z" fill="var(--accent)" />
        </svg>
        2+ agencies
      </li>
    </ul>
  );
}
