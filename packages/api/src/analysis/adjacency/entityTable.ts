import { idLength, type EntityChunk } from '../../store/ports/adjacencyFeed.ts';
import { allocate, bytesOf, resize } from './allocate.ts';

const firstCapacity = 1 << 10;

/**
 * Every entity has a dense number here, given in the order of meeting and never taken back. Found by the store's ref and
 * by public id, both through open hashing in typed arrays: a Map of a million strings takes ten times the memory.
 */
export class EntityTable {
  #count = 0;
  #columns = {
    refs: allocate(Float64Array, firstCapacity),
    kinds: allocate(Uint8Array, firstCapacity),
    ids: allocate(Uint8Array, firstCapacity * idLength),
    /** Number + 1; 0: free. */
    byRef: allocate(Int32Array, firstCapacity * 2),
    byId: allocate(Int32Array, firstCapacity * 2),
  };

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return bytesOf(this.#columns);
  }

  /** Those that are known already stay as they are. */
  add({ refs, kinds, ids }: EntityChunk): void {
    this.#makeRoom(this.#count + refs.length);
    for (let at = 0; at < refs.length; at++) {
      if (this.ofRef(refs[at]!) >= 0) continue;
      const number = this.#count++;
      this.#columns.refs[number] = refs[at]!;
      this.#columns.kinds[number] = kinds[at]!;
      this.#columns.ids.set(ids.subarray(at * idLength, (at + 1) * idLength), number * idLength);
      this.#enter(number);
    }
  }

  /** -1: not known. */
  ofRef(ref: number): number {
    const { byRef, refs } = this.#columns;
    for (let slot = hashRef(ref) & (byRef.length - 1); ; slot = (slot + 1) & (byRef.length - 1)) {
      const number = byRef[slot]! - 1;
      if (number < 0 || refs[number] === ref) return number;
    }
  }

  refOf(number: number): number {
    return this.#columns.refs[number]!;
  }

  /** By public id; -1: not known. */
  find(id: string): number {
    const asked = Buffer.from(id, 'latin1');
    if (asked.length !== idLength) return -1;
    const { byId, ids } = this.#columns;
    for (let slot = hashId(asked, 0) & (byId.length - 1); ; slot = (slot + 1) & (byId.length - 1)) {
      const number = byId[slot]! - 1;
      if (number < 0 || compareBytes(ids, number * idLength, asked, 0) === 0) return number;
    }
  }

  idOf(number: number): string {
    return String.fromCharCode(...this.#columns.ids.subarray(number * idLength, (number + 1) * idLength));
  }

  /** Place of its kind in the feed's names. */
  kindOf(number: number): number {
    return this.#columns.kinds[number]!;
  }

  /** In the order of their public ids. */
  compare(a: number, b: number): number {
    return compareBytes(this.#columns.ids, a * idLength, this.#columns.ids, b * idLength);
  }

  #makeRoom(wanted: number): void {
    let capacity = this.#columns.refs.length;
    if (wanted <= capacity) return;
    while (capacity < wanted) capacity *= 2;
    const { refs, kinds, ids } = this.#columns;
    this.#columns = {
      refs: resize(Float64Array, refs, capacity),
      kinds: resize(Uint8Array, kinds, capacity),
      ids: resize(Uint8Array, ids, capacity * idLength),
      byRef: allocate(Int32Array, capacity * 2),
      byId: allocate(Int32Array, capacity * 2),
    };
    for (let number = 0; number < this.#count; number++) this.#enter(number);
  }

  #enter(number: number): void {
    const { refs, ids, byRef, byId } = this.#columns;
    put(byRef, hashRef(refs[number]!), number);
    put(byId, hashId(ids, number * idLength), number);
  }
}

function put(slots: Int32Array, hash: number, number: number): void {
  let slot = hash & (slots.length - 1);
  while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
  slots[slot] = number + 1;
}

function hashRef(ref: number): number {
  const high = Math.floor(ref / 0x1_0000_0000);
  let hash = Math.imul((ref | 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0xc2b2ae35) >>> 1;
}

/** Public ids look random: their first letters do. */
function hashId(bytes: Uint8Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + 8; i++) hash = Math.imul(hash, 31) + bytes[i]!;
  return Math.imul(hash, 0x85ebca6b) >>> 1;
}

function compareBytes(a: Uint8Array, from: number, b: Uint8Array, beside: number): number {
  for (let i = 0; i < idLength; i++) {
    const difference = a[from + i]! - b[beside + i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
