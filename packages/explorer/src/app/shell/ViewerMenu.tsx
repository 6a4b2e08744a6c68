import '../../ui/menu.css';
import { useQuery } from '@tanstack/react-query';
import { Check, ChevronDown, Monitor, Moon, Sun } from 'lucide';
import { DropdownMenu } from 'radix-ui';
import { useStore } from 'zustand';
import { demoPeople } from '../../remote/demoPeople.ts';
import { chooseViewer, session } from '../../remote/session.ts';
import { viewerQuery } from '../../remote/viewerReads.ts';
import { Icon } from '../../ui/Icon.tsx';
import { chooseTheme, type Theme, theme } from '../../ui/theme.ts';

const themes: readonly { readonly choice: Theme; readonly label: string; readonly icon: typeof Sun }[] = [
  { choice: 'light', label: 'Light', icon: Sun },
  { choice: 'dark', label: 'Dark', icon: Moon },
  { choice: 'system', label: 'As the system', icon: Monitor },
];

/** Who is asking; in demo mode also the switch between the demo people. And light or dark. */
export function ViewerMenu() {
  const { viewer } = useStore(session);
  const { choice } = useStore(theme);
  const { data } = useQuery(viewerQuery(viewer));
  const person = demoPeople.find((one) => one.viewer === viewer);
  const name = data?.name ?? person?.name ?? viewer;
  const agency = data?.agency.id ?? person?.place ?? '';
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="viewer">
        <span className="unseen">Viewer: </span>
        <span className="avatar" aria-hidden="true">
          {initials(name)}
        </span>
        <span className="viewer-who">
          {name}
          <span className="smallest third">{agency}</span>
        </span>
        <Icon node={ChevronDown} size={12} className="viewer-who" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.querySelector('header')}>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6} collisionPadding={8}>
          <DropdownMenu.Label className="menu-label">Demo people</DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={viewer} onValueChange={chooseViewer}>
            {demoPeople.map((one) => (
              <DropdownMenu.RadioItem key={one.viewer} className="menu-item" value={one.viewer}>
                <span className="avatar small-avatar" aria-hidden="true">
                  {initials(one.name)}
                </span>
                <span className="grow">
                  {one.viewer} <small>· {one.place}</small>
                </span>
                <DropdownMenu.ItemIndicator>
                  <Icon node={Check} size={14} />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Label className="menu-label">Appearance</DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={choice} onValueChange={(value) => chooseTheme(value as Theme)}>
            {themes.map((one) => (
              <DropdownMenu.RadioItem key={one.choice} className="menu-item" value={one.choice}>
                <Icon node={one.icon} />
                <span className="grow">{one.label}</span>
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

function initials(name: string): string {
  const words = name.split(/[\s.]+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}
