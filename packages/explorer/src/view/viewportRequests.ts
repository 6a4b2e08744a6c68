/** What actions want of the canvas's viewport; the canvas hears it, so that nobody else needs to know the canvas. */
export type ViewportRequest =
  | { readonly kind: 'fit' }
  /** Keeps the middle of the canvas where it is. */
  | { readonly kind: 'zoomBy'; readonly factor: number }
  | { readonly kind: 'zoomTo'; readonly zoom: number }
  /** Brings these into sight, zooming out only as far as is needed; nothing happens when they are in sight. */
  | { readonly kind: 'reveal'; readonly ids: readonly string[] }
  | { readonly kind: 'focusCanvas' };

const hearers = new Set<(request: ViewportRequest) => void>();

export function askViewport(request: ViewportRequest): void {
  for (const hear of hearers) hear(request);
}

/** Returns what stops the hearing. */
export function hearViewport(hear: (request: ViewportRequest) => void): () => void {
  hearers.add(hear);
  return () => void hearers.delete(hear);
}
