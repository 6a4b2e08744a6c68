import cytoscape, { type Core } from 'cytoscape';
import type { Workspace } from '../actions/workspace.ts';
import { records } from '../remote/records.ts';
import { vocabulary } from '../remote/vocabulary.ts';
import type { ViewState } from '../view/viewState.ts';
import { applySync } from './applySync.ts';
import { isCrowded } from './draw/levelOfDetail.ts';
import { hearCanvasKeys } from './gestures/hearCanvasKeys.ts';
import { hearDrag } from './gestures/hearDrag.ts';
import { hearPointer } from './gestures/hearPointer.ts';
import { makeGlide, startAtOrigin } from './glide.ts';
import { narrowHitTest } from './hitTest.ts';
import { makeOverlay } from './overlay.ts';
import { buildScene } from './scene/buildScene.ts';
import { isNothing, planSync } from './scene/planSync.ts';
import { emptyScene, type Scene } from './scene/scene.ts';
import { styleSheet } from './scene/styleSheet.ts';
import { hearThemeChange, readTokens } from './tokens.ts';
import { fit, joinViewport } from './viewport.ts';

const sceneParts = ['fadedKinds', 'selection', 'selectedBundle', 'path', 'expanding'] as const;
const drawnParts = ['hovered', 'focused', 'fresh'] as const;

/** Draws the workspace's chart into an element and hears gestures there. Holds no state: what it shows follows from the stores. */
export function createCanvas(container: HTMLElement, workspace: Workspace): { destroy(): void } {
  const { chart, view } = workspace;
  const tokens = readTokens(container);
  const cy = startLibrary(container, view.getState());
  cy.style(styleSheet(tokens));
  const overlay = makeOverlay({ container, cy, view: view.getState, tokens });
  const moved = (): void => overlay.forgetPlaces();
  const glide = makeGlide(cy, moved);
  let scene: Scene = emptyScene;
  let waiting = 0;

  const sync = (): void => {
    waiting = 0;
    const next = buildScene(chart.getState().chart, workspace.records(), view.getState());
    const plan = planSync(scene, next);
    const wasEmpty = scene.items.size === 0;
    scene = next;
    if (!isNothing(plan)) {
      applySync(cy, plan, next.links.size);
      glide.to([...plan.moveItems, ...(wasEmpty ? [] : startAtOrigin(cy, plan.addItems))]);
    }
    overlay.show(next);
    if (wasEmpty && next.items.size > 0) fit(cy, next, false);
  };
  /** Several changes of one moment (records, then chart, then selection) are one sync. */
  const syncSoon = (): void => {
    if (waiting === 0) waiting = requestAnimationFrame(sync);
  };
  const sceneNow = (): Scene => {
    if (waiting !== 0) {
      cancelAnimationFrame(waiting);
      sync();
    }
    return scene;
  };

  narrowHitTest(cy, () => isCrowded(scene.links.size));
  hearPointer(cy, workspace);
  hearDrag(cy, workspace, { grabbed: glide.leave, moved });
  const stops = [
    chart.subscribe((now, before) => now.chart !== before.chart && syncSoon()),
    records.subscribe(syncSoon),
    vocabulary.subscribe(syncSoon),
    view.subscribe((now, before) => {
      if (sceneParts.some((part) => now[part] !== before[part])) syncSoon();
      else if (drawnParts.some((part) => now[part] !== before[part])) overlay.draw();
      if (now.tool !== before.tool) setTool(cy, now);
      if (before.menu !== null && now.menu === null) requestAnimationFrame(() => takeLostFocus(container));
    }),
    hearThemeChange(() => {
      const next = readTokens(container);
      cy.style(styleSheet(next));
      overlay.setTokens(next);
    }),
    hearCanvasKeys(container, workspace, () => scene),
    joinViewport(cy, view, sceneNow),
    hearFocus(container, overlay.draw),
    hearSize(container, cy),
  ];
  sync();

  return {
    destroy() {
      cancelAnimationFrame(waiting);
      glide.stop();
      for (const stop of stops) stop();
      overlay.destroy();
      cy.destroy();
    },
  };
}

function startLibrary(container: HTMLElement, state: ViewState): Core {
  const cy = cytoscape({
    container,
    minZoom: 0.08,
    maxZoom: 3,
    autounselectify: true,
    boxSelectionEnabled: true,
    hideEdgesOnViewport: false,
    pixelRatio: 'auto',
    zoom: state.viewport.zoom,
    pan: { ...state.viewport.pan },
    layout: { name: 'preset' },
  });
  setTool(cy, state);
  return cy;
}

/** The pointer pans on empty ground and draws a box with shift; the box tool draws without; the hand never drags an item. */
function setTool(cy: Core, { tool }: ViewState): void {
  cy.userPanningEnabled(tool !== 'box');
  cy.autoungrabify(tool === 'hand');
}

/** The library takes the focus away when pressed; keys are heard only where it is. */
function hearFocus(container: HTMLElement, draw: () => void): () => void {
  const take = (): void => container.focus({ preventScroll: true });
  container.addEventListener('pointerup', take);
  container.addEventListener('focus', draw);
  container.addEventListener('blur', draw);
  return () => {
    container.removeEventListener('pointerup', take);
    container.removeEventListener('focus', draw);
    container.removeEventListener('blur', draw);
  };
}

/** A menu that closes leaves the focus nowhere; whoever came by keys goes on by keys. */
function takeLostFocus(container: HTMLElement): void {
  if (document.activeElement === null || document.activeElement === document.body) container.focus({ preventScroll: true });
}

function hearSize(container: HTMLElement, cy: Core): () => void {
  const observer = new ResizeObserver(() => cy.resize());
  observer.observe(container);
  return () => observer.disconnect();
}
