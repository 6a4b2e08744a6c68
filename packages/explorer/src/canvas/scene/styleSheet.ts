import type { StylesheetJson } from 'cytoscape';
import type { Tokens } from '../tokens.ts';

/**
 * Links are drawn by the canvas library; of an item it keeps the outline only, for pressing and for where links end.
 * The item itself is drawn over it.
 */
export function styleSheet({ colour }: Tokens): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(diameter)',
        height: 'data(diameter)',
        shape: 'data(outline)' as 'ellipse',
        // Not drawn, and so not cached as a picture either, but still heard.
        opacity: 0,
        'overlay-opacity': 0,
      },
    },
    { selector: 'node.faded', style: { events: 'no' } },
    {
      selector: 'edge',
      style: {
        width: 1.4,
        'line-color': colour.link,
        'line-cap': 'round',
        'curve-style': 'bezier',
        'control-point-step-size': 26,
        'target-arrow-color': colour.link,
        'arrow-scale': 0.8,
        'overlay-opacity': 0,
      },
    },
    { selector: 'edge.several', style: { width: 1.8 } },
    { selector: 'edge.many', style: { width: 2.4 } },
    { selector: 'edge.inferred', style: { 'line-style': 'dashed', 'line-dash-pattern': [6, 5], 'line-cap': 'butt' } },
    { selector: 'edge.weak', style: { width: 2, 'line-style': 'dashed', 'line-dash-pattern': [0.1, 4.6] } },
    {
      selector: 'edge.faint',
      style: { width: 1, 'line-color': colour['link-faint'], 'target-arrow-color': colour['link-faint'] },
    },
    { selector: 'edge.arrow', style: { 'target-arrow-shape': 'triangle', 'target-distance-from-node': 1 } },
    { selector: 'edge.accent', style: { 'line-color': colour.accent, 'target-arrow-color': colour.accent, 'z-index': 1 } },
    {
      selector: 'edge.path',
      style: { width: 4, 'line-color': colour.accent, 'target-arrow-color': colour.accent, 'z-index': 2 },
    },
    { selector: 'edge.faded', style: { opacity: 0.16, events: 'no' } },
    // Straight lines without arrows are several times cheaper: what counts on a crowded chart is that it can be moved.
    { selector: 'edge.crowded', style: { 'curve-style': 'haystack', 'haystack-radius': 0 } },
    {
      selector: 'core',
      style: {
        'selection-box-color': colour.accent,
        'selection-box-opacity': 0.12,
        'selection-box-border-color': colour.accent,
        'selection-box-border-width': 1,
        'active-bg-opacity': 0,
        'active-bg-color': colour.accent,
        'active-bg-size': 0,
        'outside-texture-bg-opacity': 0,
        'outside-texture-bg-color': colour.canvas,
      },
    },
  ];
}
