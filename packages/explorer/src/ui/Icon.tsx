import type { IconNode } from 'lucide';
import { createElement } from 'react';

/** One Lucide icon. Decoration: the control that holds it has the name. */
export function Icon({ node, size = 16, className }: { node: IconNode; size?: 12 | 14 | 16 | 18 | 20; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      className={className ? `icon ${className}` : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      strokeWidth={size === 12 ? 2 : size >= 18 ? 1.6 : 1.75}
    >
      {node.map(([tag, attributes], index) => createElement(tag, { key: index, ...attributes }))}
    </svg>
  );
}
