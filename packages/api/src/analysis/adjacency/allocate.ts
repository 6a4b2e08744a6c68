/** Typed arrays over shared memory: outside the heap that is collected, and readable by a second thread. */
interface ArrayOf<T> {
  new (memory: SharedArrayBuffer): T;
  readonly BYTES_PER_ELEMENT: number;
}

export function allocate<T>(kind: ArrayOf<T>, length: number): T {
  return new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT));
}

/** The same content in an array of another length. */
export function resize<T extends { readonly length: number; set(from: T): void }>(
  kind: ArrayOf<T>,
  array: T & { subarray(from: number, to: number): T },
  length: number,
): T {
  const grown = allocate(kind, length);
  grown.set(array.subarray(0, Math.min(array.length, length)));
  return grown;
}

export function bytesOf(columns: object): number {
  return Object.values(columns).reduce(
    (sum: number, column: unknown) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
    0,
  );
}
