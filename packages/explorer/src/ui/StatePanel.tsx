import './state.css';
import type { IconNode } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

interface StatePanelProps {
  readonly icon: IconNode;
  readonly title: string;
  readonly tone?: 'plain' | 'failure' | 'offline';
  readonly children?: ReactNode;
  /** At most one main button. */
  readonly actions?: ReactNode;
}

/** What happened, what it means, what to do next. */
export function StatePanel({ icon, title, tone = 'plain', children, actions }: StatePanelProps) {
  return (
    <div className={`state ${tone}`} role={tone === 'plain' ? undefined : 'alert'}>
      <span className="disc">
        <Icon node={icon} size={20} />
      </span>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {actions && <div className="row">{actions}</div>}
    </div>
  );
}
