import { Check, ChevronDown } from 'lucide';
import { DropdownMenu } from 'radix-ui';
import { Icon } from '../../ui/Icon.tsx';
import { type Period, periods } from '../../ui/period.ts';

export type Order = 'NEWEST' | 'STRONGEST' | 'OTHER_AGENCIES' | 'CAPTION';

const orders: readonly { readonly value: Order; readonly label: string }[] = [
  { value: 'NEWEST', label: 'Newest first' },
  { value: 'STRONGEST', label: 'Strongest first' },
  { value: 'OTHER_AGENCIES', label: 'Other agencies first' },
  { value: 'CAPTION', label: 'By name' },
];

interface ExpandChoicesProps {
  readonly order: Order;
  readonly period: Period;
  onOrder(order: Order): void;
  onPeriod(period: Period): void;
}

/** Which fifty come first, and from when: sub-menus, so that the menu stays one thing for the keyboard. */
export function ExpandChoices({ order, period, onOrder, onPeriod }: ExpandChoicesProps) {
  return (
    <div className="expand-choices" role="group" aria-label="Which first">
      <Choice name="Order" value={order} choices={orders} onChoose={onOrder} />
      <Choice name="Date" value={period} choices={periods} onChoose={onPeriod} />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  onChoose(value: T): void;
}

function Choice<T extends string>({ name, value, choices, onChoose }: ChoiceProps<T>) {
  const label = choices.find((choice) => choice.value === value)?.label ?? '';
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger
        className="button dense expand-choice"
        aria-label={`${name}: ${label}`}
        textValue={`${name} ${label}`}
      >
        {label}
        <Icon node={ChevronDown} size={12} />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal container={document.getElementById('page')}>
        <DropdownMenu.SubContent className="menu" sideOffset={4} collisionPadding={12} aria-label={name}>
          <DropdownMenu.RadioGroup value={value} onValueChange={(chosen) => onChoose(chosen as T)}>
            {choices.map((choice) => (
              <DropdownMenu.RadioItem
                key={choice.value}
                value={choice.value}
                className="menu-item"
                onSelect={(event) => {
                  // The menu stays: a choice here is on the way, not the end.
                  event.preventDefault();
                  onChoose(choice.value);
                }}
              >
                <span className="grow">{choice.label}</span>
                <DropdownMenu.ItemIndicator>
                  <Icon node={Check} size={14} />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}
