import type { IconNode } from 'lucide';
import { glyphBox, glyphOf, shapePath } from '../../ui/kindMark.ts';
import type { SceneItem } from '../scene/scene.ts';
import type { Tokens } from '../tokens.ts';

type Marked = Pick<SceneItem, 'shape' | 'icon' | 'tone' | 'isProtected' | 'diameter'>;

/** Radius of the outlines in `kindMark`. */
const drawnRadius = 14.72;
/** Room around the outline for its stroke, in chart units. */
const margin = 3;

export interface Sprite {
  readonly image: CanvasImageSource;
  /** Side in chart units. */
  readonly side: number;
}

/** Shape and icon of a kind as pictures, drawn once for each kind, state, theme and scale. */
export class Sprites {
  readonly #known = new Map<string, Sprite>();
  readonly #tokens: Tokens;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** `scale` is device pixels to a chart unit; the picture is made for the next quarter above it. */
  take(item: Marked, scale: number): Sprite {
    const sharp = Math.max(0.5, Math.ceil(scale * 4) / 4);
    const key = `${item.shape} ${item.icon} ${item.tone} ${item.isProtected} ${item.diameter} ${sharp}`;
    const known = this.#known.get(key);
    if (known) return known;
    const sprite = this.#make(item, sharp);
    this.#known.set(key, sprite);
    return sprite;
  }

  #make(item: Marked, scale: number): Sprite {
    const side = item.diameter + margin * 2;
    const image = document.createElement('canvas');
    image.width = image.height = Math.ceil(side * scale);
    const context = image.getContext('2d');
    if (context) {
      context.scale(scale, scale);
      context.translate(side / 2, side / 2);
      this.#draw(context, item);
    }
    return { image, side };
  }

  #draw(context: CanvasRenderingContext2D, { shape, icon, tone, isProtected, diameter }: Marked): void {
    const { colour, fill, ink } = this.#tokens;
    const grow = diameter / 2 / drawnRadius;
    const outline = tone === 'people' ? fill(tone) : ink(tone);
    context.save();
    context.scale(grow, grow);
    const path = new Path2D(shapePath(shape));
    context.fillStyle = isProtected ? colour.canvas : fill(tone);
    context.fill(path);
    context.lineWidth = 1.5 / grow;
    context.strokeStyle = outline;
    context.stroke(path);
    if (isProtected) drawInnerRing(context, grow);
    const box = glyphBox(shape);
    drawGlyph(context, glyphOf(icon), { ...box, colour: isProtected ? outline : ink(tone), width: 2 });
    context.restore();
  }
}

interface GlyphPlace {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly colour: string;
  /** Of the stroke, in the icon's own 24 units. */
  readonly width: number;
}

export function drawGlyph(context: CanvasRenderingContext2D, glyph: IconNode, { x, y, side, colour, width }: GlyphPlace): void {
  context.save();
  context.translate(x, y);
  context.scale(side / 24, side / 24);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const [tag, attributes] of glyph) context.stroke(glyphPath(tag, attributes));
  context.restore();
}

function drawInnerRing(context: CanvasRenderingContext2D, grow: number): void {
  context.save();
  context.globalAlpha = 0.35;
  context.lineWidth = 1 / grow;
  context.beginPath();
  context.arc(0, 0, drawnRadius * 0.83, 0, Math.PI * 2);
  context.stroke();
  context.restore();
}

/** Lucide draws with these six elements only. */
function glyphPath(tag: string, attributes: Readonly<Record<string, string | number | undefined>>): Path2D {
  const read = (name: string): number => Number(attributes[name] ?? 0);
  const path = new Path2D(tag === 'path' ? String(attributes['d']) : undefined);
  if (tag === 'circle') path.arc(read('cx'), read('cy'), read('r'), 0, Math.PI * 2);
  if (tag === 'ellipse') path.ellipse(read('cx'), read('cy'), read('rx'), read('ry'), 0, 0, Math.PI * 2);
  if (tag === 'rect') path.roundRect(read('x'), read('y'), read('width'), read('height'), read('rx'));
  if (tag === 'line') {
    path.moveTo(read('x1'), read('y1'));
    path.lineTo(read('x2'), read('y2'));
  }
  if (tag === 'polyline' || tag === 'polygon') {
    const points = String(attributes['points']).trim().split(/\s+/);
    return new Path2D(`M${points.join(' L')}${tag === 'polygon' ? 'Z' : ''}`);
  }
  return path;
}
