import '../../ui/menu.css';
import { Expand, Eye, EyeOff, Grid2x2, type IconNode, Maximize, Pin, Route, Sparkles, Trash2 } from 'lucide';
import { DropdownMenu } from 'radix-ui';
import { useStore } from 'zustand';
import { useAction } from '../../actions/useAction.ts';
import { Icon } from '../../ui/Icon.tsx';
import { MenuAnchor } from '../../ui/MenuAnchor.tsx';
import { view } from '../../view/viewState.ts';

interface Entry {
  readonly id: string;
  readonly icon: IconNode;
}

const ofItem: readonly (readonly Entry[])[] = [
  [
    { id: 'expand', icon: Expand },
    { id: 'expandAll', icon: Expand },
    { id: 'findPath', icon: Route },
  ],
  [
    { id: 'pin', icon: Pin },
    { id: 'hide', icon: EyeOff },
    { id: 'remove', icon: Trash2 },
  ],
];
const ofCanvas: readonly (readonly Entry[])[] = [
  [
    { id: 'fit', icon: Maximize },
    { id: 'arrange', icon: Sparkles },
    { id: 'selectAll', icon: Grid2x2 },
  ],
  [
    { id: 'showHidden', icon: Eye },
    { id: 'clearChart', icon: Trash2 },
  ],
];

const close = () => view.setState({ menu: null });

/** What can be done to the item, or to the chart, under the pointer. */
export function ContextMenu() {
  const menu = useStore(view, (state) => state.menu);
  if (menu?.kind !== 'context') return null;
  const groups = menu.item ? ofItem : ofCanvas;
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => !isOpen && close()}>
      <DropdownMenu.Trigger asChild>
        <MenuAnchor place={{ left: menu.at.x, top: menu.at.y, width: 1, height: 1 }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.getElementById('page')}>
        <DropdownMenu.Content
          className="menu"
          aria-label={menu.item ? 'Item' : 'Chart'}
          align="start"
          collisionPadding={12}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {groups.map((entries, index) => (
            <DropdownMenu.Group key={index}>
              {index > 0 && <DropdownMenu.Separator className="menu-rule" />}
              {entries.map((entry) => (
                <ContextEntry key={entry.id} {...entry} />
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function ContextEntry({ id, icon }: Entry) {
  const action = useAction(id);
  const run = () => {
    close();
    // After the menu is gone, so that a menu the action opens is not closed with this one.
    setTimeout(() => action.run());
  };
  return (
    <DropdownMenu.Item className="menu-item" disabled={!action.isEnabled} onSelect={run} title={action.why}>
      <Icon node={icon} />
      <span className="grow">{action.label}</span>
      {action.shortcut && <kbd aria-hidden="true">{action.shortcut}</kbd>}
    </DropdownMenu.Item>
  );
}
