import type { IconNode } from 'lucide';
import { Button } from './Button.tsx';

/** What a button needs to know of an action. */
export interface ShownAction {
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly isEnabled: boolean;
  readonly why?: string | null | undefined;
  readonly isOn?: boolean | undefined;
  run(): void;
}

interface ActionButtonProps {
  readonly action: ShownAction;
  readonly icon: IconNode;
  readonly look?: 'main' | 'other' | 'quiet';
  readonly isIconOnly?: boolean;
  /** Where the product's fixed name differs from the action's own words. */
  readonly name?: string;
  readonly isToggle?: boolean;
  readonly className?: string;
}

/** A button for one action: its name, key, and why it cannot be pressed now. */
export function ActionButton({
  action,
  icon,
  look = 'other',
  isIconOnly = false,
  name,
  isToggle = false,
  className,
}: ActionButtonProps) {
  const label = name ?? action.label;
  return (
    <Button
      look={look}
      icon={icon}
      keys={action.shortcut}
      whyNot={action.isEnabled ? null : (action.why ?? 'not possible now')}
      aria-pressed={isToggle ? Boolean(action.isOn) : undefined}
      className={className}
      onClick={() => action.run()}
      {...(isIconOnly ? { iconName: label } : { children: label })}
    />
  );
}
