import type { ReactNode } from 'react';
import { Link } from 'wouter';

/** The link that a whole row stands for. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="strong clip" onClick={(event) => event.stopPropagation()}>
      {children}
    </Link>
  );
}
