/** The first `count` numbers of a column in a larger one, which is given back. */
export function moveColumn<T extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(from: T, to: T, count: number): T {
  to.set(from.subarray(0, count));
  return to;
}
