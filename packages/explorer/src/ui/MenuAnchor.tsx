import type { ComponentProps } from 'react';

interface MenuAnchorProps extends ComponentProps<'span'> {
  /** CSS pixels inside the positioned parent. */
  readonly place: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/** Where a menu opens that no button opened. It is a place, not a control: what a trigger would say of itself is left out. */
export function MenuAnchor({ place, ref }: MenuAnchorProps) {
  return <span ref={ref} className="menu-anchor" style={place} />;
}
