const bars = [8, 10, 12, 14, 16] as const;

/** How strong, from one to five bars. */
export function StrengthBars({ level }: { level: number }) {
  return (
    <svg className="strength" width="37" height="16" viewBox="0 0 37 16" role="img" aria-label={`Strength ${level} of 5`}>
      {bars.map((height, index) => (
        <rect
          key={height}
          x={index * 8}
          y={16 - height}
          width="5"
          height={height}
          rx="1.5"
          fill={index < level ? 'var(--accent)' : 'var(--line)'}
        />
      ))}
    </svg>
  );
}

/** Level of a strength beside the strongest one shown: halves cost one bar. */
export function strengthLevel(strength: number, strongest: number): number {
  if (strength <= 0 || strongest <= 0) return 1;
  return Math.max(1, Math.min(5, Math.round(5 + Math.log2(strength / strongest))));
}
