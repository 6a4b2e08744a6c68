import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CrowdedChart } from './crowdedChart.ts';

const explorer = createRequire(new URL('../../../packages/explorer/package.json', import.meta.url));

/** The peer: the same items and links on a page with nothing but the canvas library as it comes. */
export function plainPage({ items, links }: CrowdedChart): string {
  const library = readFileSync(explorer.resolve('cytoscape/dist/cytoscape.min.js'), 'utf8');
  const elements = [
    ...items.map(({ id, x, y }) => ({ data: { id }, position: { x, y } })),
    ...links.map(({ from, to }, index) => ({ data: { id: `link ${index}`, source: from, target: to } })),
  ];
  return `<!doctype html><style>html, body, #chart { margin: 0; width: 100%; height: 100% }</style><div id="chart"></div>
<script>${library}</script><script>
window.cy = cytoscape({ container: document.getElementById('chart'), elements: ${JSON.stringify(elements)}, layout: { name: 'preset' },
  style: [{ selector: 'node', style: { label: 'data(id)' } }, { selector: 'edge', style: { 'target-arrow-shape': 'triangle', 'curve-style': 'bezier' } }] });
cy.fit();
</script>`;
}
