/** The product's mark: a pin through a ring. */
export function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 28 28" aria-hidden="true">
      <circle cx="14" cy="15.5" r="7.6" fill="none" stroke="var(--text)" strokeWidth="2.6" />
      <path d="M14 1.6v24.8" stroke="var(--surface)" strokeWidth="5.6" />
      <path d="M14 3.4v23" stroke="var(--accent)" strokeWidth="2.8" strokeLinecap="round" />
      <path d="M10.2 3.2h7.6" stroke="var(--accent)" strokeWidth="2.8" strokeLinecap="round" />
    </svg>
  );
}
