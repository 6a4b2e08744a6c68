import './button.css';
import { type IconNode, LoaderCircle } from 'lucide';
import type { ComponentProps, ReactNode } from 'react';
import { Hint } from './Hint.tsx';
import { Icon } from './Icon.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly look?: 'main' | 'other' | 'quiet' | 'danger';
  readonly icon?: IconNode;
  readonly isDense?: boolean;
  readonly isBusy?: boolean;
  /** Why it cannot be pressed now: shown as its tooltip. The button stays focusable, so that everybody can read it. */
  readonly whyNot?: string | null | undefined;
  readonly keys?: string | undefined;
  /** The button shows its icon alone; this is its name and tooltip. */
  readonly iconName?: string;
  readonly children?: ReactNode;
}

export function Button(props: ButtonProps) {
  const { look = 'other', icon, isDense, isBusy, whyNot, keys, iconName, children, className, onClick, ...rest } = props;
  const isOff = Boolean(whyNot) || isBusy === true;
  const classes = ['button', look, isDense && 'dense', iconName && 'only-icon', className].filter(Boolean).join(' ');
  const button = (
    <button
      type="button"
      {...rest}
      className={classes}
      aria-label={iconName ?? rest['aria-label']}
      aria-disabled={isOff || undefined}
      aria-busy={isBusy || undefined}
      aria-keyshortcuts={keys && ariaKeys(keys)}
      onClick={isOff ? (event) => event.preventDefault() : onClick}
    >
      {isBusy ? <Icon node={LoaderCircle} className="turning" /> : icon && <Icon node={icon} size={isDense ? 14 : 16} />}
      {!iconName && children}
    </button>
  );
  if (!iconName && !whyNot && !keys) return button;
  return (
    <Hint text={hintText(iconName, whyNot, children)} keys={keys}>
      {button}
    </Hint>
  );
}

function hintText(iconName: string | undefined, whyNot: string | null | undefined, children: ReactNode): string {
  const name = iconName ?? (typeof children === 'string' ? children : '');
  if (!whyNot) return name;
  return name ? `${name}: ${whyNot}` : whyNot;
}

function ariaKeys(keys: string): string {
  return keys.replace('Ctrl+', 'Control+');
}
