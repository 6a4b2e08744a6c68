import '../../ui/menu.css';
import { ChevronDown, Circle, Rows3, Sparkles, Waypoints } from 'lucide';
import { DropdownMenu } from 'radix-ui';
import { useAction } from '../../actions/useAction.ts';
import { Hint } from '../../ui/Hint.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** Ways to arrange the chart anew. Pinned items stay where they are. */
export function ArrangeMenu() {
  return (
    <DropdownMenu.Root modal={false}>
      <Hint text="Arrange">
        <DropdownMenu.Trigger className="button quiet labelled" aria-label="Arrange">
          <Icon node={Waypoints} />
          Arrange
          <Icon node={ChevronDown} size={12} className="chevron" />
        </DropdownMenu.Trigger>
      </Hint>
      <DropdownMenu.Portal container={document.getElementById('page')}>
        <DropdownMenu.Content className="menu" align="start" sideOffset={8} collisionPadding={8} aria-label="Arrange">
          <ArrangeItem id="arrange" icon={Sparkles} label="By their links" />
          <ArrangeItem id="arrangeCircles" icon={Circle} />
          <ArrangeItem id="arrangeRows" icon={Rows3} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface ArrangeItemProps {
  readonly id: 'arrange' | 'arrangeCircles' | 'arrangeRows';
  readonly icon: typeof Circle;
  /** In the menu, where the action's own name would only repeat the button's. */
  readonly label?: string;
}

function ArrangeItem({ id, icon, label }: ArrangeItemProps) {
  const action = useAction(id);
  return (
    <DropdownMenu.Item className="menu-item" disabled={!action.isEnabled} onSelect={() => action.run()}>
      <Icon node={icon} />
      <span className="grow">{label ?? action.label}</span>
      {!action.isEnabled && <small>{action.why}</small>}
    </DropdownMenu.Item>
  );
}
