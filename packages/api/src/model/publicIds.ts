import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, type Hmac } from 'node:crypto';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const parts = { report: 1, record: 2, link: 3 } as const;
export type ReportPart = keyof typeof parts;

/** Where a report, record or link stands, behind its public id. `seed`: the report's 11 random bytes, hex. */
export interface PartAddress {
  readonly part: ReportPart;
  readonly seed: string;
  readonly ordinal: number;
}

/**
 * Public ids: 128 bits, base32, 26 letters, without time or order.
 *
 * Identifier kinds get HMAC(secret, kind + natural key). Reports, records and links get one AES block over
 * (report seed, part, ordinal): looks like 128 random bits, needs no index to be found again (docs/adr/0003).
 */
export interface PublicIds {
  entity(key: string): string;
  random(): string;
  newSeed(): string;
  part(part: ReportPart, seed: string, ordinal: number): string;
  /** The same for ordinals from 0 on, at once. */
  parts(part: ReportPart, seed: string, count: number): string[];
  /** Null for what was not made by `part` with this secret. */
  readPart(id: string): PartAddress | null;
  /** Opaque reference by which two agencies speak of one pointer: `7K2M-4QXA`. */
  reference(agency: string, entityId: string): string;
  /** Keyed digest, hex: what the audit log keeps of typed text. */
  digest(text: string): string;
  /** For AES-128 over cursors. Nothing that can be typed has it as its digest. */
  readonly cursorKey: Buffer;
}

/** @param random bytes at will; an argument so that tests repeat. */
export function publicIds(secret: Buffer, random: (bytes: number) => Buffer = drawAhead()): PublicIds {
  const key = createSecretKey(secret);
  const hmac = (label: string, text: string): Hmac => createHmac('sha256', key).update(`${label}\0${text}`);
  const blockKey = hmac('key', 'part ids').digest().subarray(0, 16);
  const encipher = createCipheriv('aes-128-ecb', blockKey, null).setAutoPadding(false);
  const decipher = createDecipheriv('aes-128-ecb', blockKey, null).setAutoPadding(false);
  return {
    entity: (name) => base32(hmac('entity', name).digest('binary'), 0, 16),
    random: () => base32(random(16).toString('latin1')),
    newSeed: () => random(11).toString('hex'),
    part: (part, seed, ordinal) => base32(encipher.update(addressBlocks(part, seed, ordinal, 1)).toString('latin1')),
    parts(part, seed, count) {
      const blocks = encipher.update(addressBlocks(part, seed, 0, count)).toString('latin1');
      const ids: string[] = [];
      for (let at = 0; at < blocks.length; at += 16) ids.push(base32(blocks, at, at + 16));
      return ids;
    },
    readPart(id) {
      const bytes = fromBase32(id);
      if (!bytes) return null;
      const block = decipher.update(bytes);
      const part = (Object.keys(parts) as ReportPart[]).find((name) => parts[name] === block.readUInt8(11));
      return part ? { part, seed: block.toString('hex', 0, 11), ordinal: block.readUInt32BE(12) } : null;
    },
    reference(agency, entityId) {
      const text = base32(hmac('reference', `${agency}\0${entityId}`).digest('binary'), 0, 5).toUpperCase();
      return `${text.slice(0, 4)}-${text.slice(4, 8)}`;
    },
    digest: (text) => hmac('digest', text).digest('hex').slice(0, 32),
    cursorKey: hmac('key', 'cursors').digest().subarray(0, 16),
  };
}

/** Random bytes, some hundred draws at once: each of the system's takes longer than an id's other work. */
function drawAhead(): (bytes: number) => Buffer {
  let drawn = Buffer.alloc(0);
  let used = 0;
  return (bytes) => {
    if (used + bytes > drawn.length) [drawn, used] = [randomBytes(Math.max(bytes, 4_096)), 0];
    used += bytes;
    return drawn.subarray(used - bytes, used);
  };
}

function addressBlocks(part: ReportPart, seed: string, first: number, count: number): Buffer {
  const blocks = Buffer.alloc(count * 16);
  const name = Buffer.from(seed, 'hex');
  for (let at = 0; at < count; at++) {
    name.copy(blocks, at * 16);
    blocks.writeUInt8(parts[part], at * 16 + 11);
    blocks.writeUInt32BE(first + at, at * 16 + 12);
  }
  return blocks;
}

const letters = Buffer.from(alphabet);
/** Where an id is put together: its 16 bytes are 26 letters. */
const written = Buffer.alloc(26);

/** Of 16 bytes at most, as letters of Latin 1: so a digest comes faster than as a buffer. */
function base32(bytes: string, from = 0, to = bytes.length): string {
  let length = 0;
  let bits = 0;
  let value = 0;
  for (let at = from; at < to; at++) {
    value = ((value << 8) | bytes.charCodeAt(at)) & 0x1fff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      written[length++] = letters[(value >> bits) & 31]!;
    }
  }
  if (bits > 0) written[length++] = letters[(value << (5 - bits)) & 31]!;
  return written.toString('latin1', 0, length);
}

function fromBase32(text: string): Buffer | null {
  if (!/^[a-z2-7]{26}$/.test(text)) return null;
  const bytes = Buffer.alloc(16);
  let bits = 0;
  let value = 0;
  let at = 0;
  for (const letter of text) {
    value = ((value << 5) | alphabet.indexOf(letter)) & 0xffff;
    bits += 5;
    if (bits >= 8 && at < 16) {
      bits -= 8;
      bytes[at++] = (value >> bits) & 255;
    }
  }
  return bytes;
}
