import './menu.css';
import { Check, ChevronDown } from 'lucide';
import { DropdownMenu } from 'radix-ui';
import { Icon } from './Icon.tsx';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface SelectProps<T extends string> {
  /** What is chosen here: "Period". */
  readonly name: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly isQuiet?: boolean;
  onChoose(value: T): void;
}

/** A button that shows the choice made and opens the others. */
export function Select<T extends string>({ name, value, choices, isQuiet = false, onChoose }: SelectProps<T>) {
  const label = choices.find((choice) => choice.value === value)?.label ?? name;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={isQuiet ? 'button quiet dense' : 'button'} aria-label={`${name}: ${label}`}>
        {label}
        <Icon node={ChevronDown} size={12} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.getElementById('page')}>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6} collisionPadding={8} aria-label={name}>
          <DropdownMenu.RadioGroup value={value} onValueChange={(chosen) => onChoose(chosen as T)}>
            {choices.map((choice) => (
              <DropdownMenu.RadioItem key={choice.value} value={choice.value} className="menu-item">
                <span className="grow">{choice.label}</span>
                <DropdownMenu.ItemIndicator>
                  <Icon node={Check} size={14} />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
