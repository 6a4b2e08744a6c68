import './chip.css';
import type { IconNode } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

type Tone = 'plain' | 'accent' | 'warn' | 'good' | 'bad' | 'outlined';

/** A word about something. Not pressable. */
export function Chip({ tone = 'plain', icon, children }: { tone?: Tone; icon?: IconNode; children: ReactNode }) {
  return (
    <span className={`chip ${tone}`}>
      {icon && <Icon node={icon} size={12} />}
      {children}
    </span>
  );
}

export function Note({
  tone = 'info',
  icon,
  children,
}: {
  tone?: 'info' | 'plain' | 'warn';
  icon: IconNode;
  children: ReactNode;
}) {
  return (
    <div className={`note ${tone}`}>
      <Icon node={icon} />
      <div className="grow">{children}</div>
    </div>
  );
}
