import type { Core } from 'cytoscape';
import type { ViewState } from '../view/viewState.ts';
import { drawFrame } from './draw/drawFrame.ts';
import { TextWidths } from './draw/fonts.ts';
import { type PlacedTexts, type PlaceQuestion, placeTexts } from './draw/placeTexts.ts';
import { Sprites } from './draw/sprites.ts';
import { wordLinks } from './draw/wordLinks.ts';
import { emptyScene, type Scene, type SceneItem, type SceneLink } from './scene/scene.ts';
import type { Tokens } from './tokens.ts';

/** Draws items and texts on a canvas of its own over the library's links. */
export interface Overlay {
  show(scene: Scene): void;
  setTokens(tokens: Tokens): void;
  /** Draws with the next frame. */
  draw(): void;
  /** Draws now: in the same frame as the links under it. */
  drawNow(): void;
  /** Items are somewhere else than the scene says: texts look for their places again. */
  forgetPlaces(): void;
  destroy(): void;
}

interface OverlayParts {
  readonly container: HTMLElement;
  readonly cy: Core;
  readonly view: () => ViewState;
  readonly tokens: Tokens;
}

/** Above this many items texts keep their places while something is dragged or the chart is zoomed. */
const mostReplaced = 600;
const restMilliseconds = 120;

export function makeOverlay({ container, cy, view, tokens: firstTokens }: OverlayParts): Overlay {
  const canvas = document.createElement('canvas');
  canvas.className = 'chart-overlay';
  canvas.setAttribute('aria-hidden', 'true');
  container.append(canvas);
  const context = canvas.getContext('2d');
  let tokens = firstTokens;
  let scene: Scene = emptyScene;
  let sprites = new Sprites(tokens);
  let widths = new TextWidths(tokens);
  let texts: { placed: PlacedTexts; zoom: number } | null = null;
  let request = 0;
  let resting = { zoom: 0, since: 0, timer: 0 };

  const modelOf = ({ id, x, y }: SceneItem): { x: number; y: number } => {
    const element = cy.getElementById(id);
    return element.nonempty() ? element.position() : { x, y };
  };
  const bendOf = ({ id, from, to }: SceneLink): { x: number; y: number } => {
    const link = cy.getElementById(id);
    const middle = link.nonempty() && !link.hasClass('crowded') ? link.midpoint() : null;
    if (!middle || !Number.isFinite(middle.x)) return { x: 0, y: 0 };
    const [a, b] = [cy.getElementById(from).position(), cy.getElementById(to).position()];
    return { x: middle.x - (a.x + b.x) / 2, y: middle.y - (a.y + b.y) / 2 };
  };
  /** While a large chart is zoomed its texts keep their sides; they look for better ones when it rests. */
  const hasSettled = (zoom: number): boolean => {
    if (resting.zoom === zoom) return performance.now() - resting.since > restMilliseconds;
    clearTimeout(resting.timer);
    resting = { zoom, since: performance.now(), timer: window.setTimeout(draw, restMilliseconds + 10) };
    return false;
  };
  const placeQuestion = (zoom: number): PlaceQuestion => ({ scene, zoom, widths, positionOf: modelOf, bendOf });
  const textsAt = (zoom: number): PlacedTexts => {
    if (texts && texts.zoom !== zoom && scene.items.size > mostReplaced && !hasSettled(zoom)) return texts.placed;
    if (texts?.zoom !== zoom) texts = { zoom, placed: placeTexts(placeQuestion(zoom)) };
    return texts.placed;
  };

  const drawNow = (): void => {
    cancelAnimationFrame(request);
    request = 0;
    if (!context) return;
    const { clientWidth: width, clientHeight: height } = container;
    const pixelRatio = window.devicePixelRatio;
    if (canvas.width !== Math.round(width * pixelRatio) || canvas.height !== Math.round(height * pixelRatio)) {
      canvas.width = Math.round(width * pixelRatio);
      canvas.height = Math.round(height * pixelRatio);
    }
    const zoom = cy.zoom();
    const pan = cy.pan();
    const spotOf = (item: SceneItem) => {
      const { x, y } = modelOf(item);
      return { x: x * zoom + pan.x, y: y * zoom + pan.y };
    };
    const now = performance.now();
    const hasKeyFocus = container.matches(':focus-visible');
    const placed = textsAt(zoom);
    drawFrame({
      context,
      scene,
      texts: placed,
      chips: wordLinks(placeQuestion(zoom), placed, view().selection),
      view: view(),
      hasKeyFocus,
      zoom,
      pixelRatio,
      size: { width, height },
      tokens,
      sprites,
      widths,
      now,
      spotOf,
      bendOf,
    });
    if (view().expanding.size > 0) draw();
  };
  const draw = (): void => {
    request ||= requestAnimationFrame(drawNow);
  };
  const fontsCame = (): void => {
    widths = new TextWidths(tokens);
    texts = null;
    draw();
  };
  cy.on('render', drawNow);
  document.fonts.addEventListener('loadingdone', fontsCame);

  return {
    draw,
    drawNow,
    show(next) {
      scene = next;
      texts = null;
      draw();
    },
    setTokens(next) {
      tokens = next;
      sprites = new Sprites(next);
      fontsCame();
    },
    forgetPlaces() {
      if (scene.items.size <= mostReplaced) texts = null;
    },
    destroy() {
      cancelAnimationFrame(request);
      clearTimeout(resting.timer);
      document.fonts.removeEventListener('loadingdone', fontsCame);
      canvas.remove();
    },
  };
}
