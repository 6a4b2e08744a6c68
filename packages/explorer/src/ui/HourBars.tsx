const height = 20;

/** Counts of the 24 hours of a day, as small bars from midnight to midnight. */
export function HourBars({ counts }: { counts: string }) {
  const hours = counts.split(',').map(Number);
  const most = Math.max(...hours, 1);
  const peak = hours.indexOf(most);
  const label = peak < 0 ? 'No hour stands out' : `Most between ${peak}:00 and ${peak + 1}:00`;
  return (
    <svg width="144" height={height} viewBox={`0 0 144 ${height}`} role="img" aria-label={label}>
      <title>{label}</title>
      {hours.map((count, hour) => {
        const size = count === 0 ? 1 : Math.max(3, (count / most) * height);
        const fill = count === 0 ? 'var(--line)' : 'var(--accent)';
        return <rect key={hour} x={hour * 6} y={height - size} width="4" height={size} rx="1" fill={fill} />;
      })}
    </svg>
  );
}
