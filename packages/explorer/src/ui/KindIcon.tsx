import { createElement } from 'react';
import { type Family, glyphBox, glyphOf, shapeOf, shapePath } from './kindMark.ts';

interface KindIconProps {
  readonly family: Family;
  readonly icon: string;
  readonly size?: number;
  readonly isGeneric?: boolean;
  readonly isProtected?: boolean;
}

/** Shape and glyph of a kind. Never alone: its word stands beside it, or the control that holds it is named. */
export function KindIcon({ family, icon, size = 24, isGeneric = false, isProtected = false }: KindIconProps) {
  const shape = shapeOf(family, icon);
  const box = glyphBox(shape);
  const tone = isGeneric ? 'generic' : family;
  const isInk = family === 'people' && !isGeneric;
  const stroke = isInk ? 'var(--people-fill)' : `var(--${tone}-ink)`;
  return (
    <svg aria-hidden="true" className="kind" width={size} height={size} viewBox="-17.5 -17.5 35 35">
      <path
        d={shapePath(shape)}
        fill={isProtected ? 'var(--surface)' : `var(--${tone}-fill)`}
        stroke={stroke}
        strokeWidth={size < 28 ? 1.75 : 1.5}
      />
      {isProtected && <circle r="12" fill="none" stroke={stroke} opacity=".35" />}
      <svg x={box.x} y={box.y} width={box.side} height={box.side} viewBox="0 0 24 24">
        <g className="glyph" stroke={isProtected ? stroke : `var(--${tone}-ink)`} strokeWidth={size < 28 ? 2.4 : 2}>
          {glyphOf(icon).map(([tag, attributes], index) => createElement(tag, { key: index, ...attributes }))}
        </g>
      </svg>
    </svg>
  );
}
