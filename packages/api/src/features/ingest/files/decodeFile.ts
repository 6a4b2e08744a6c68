import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { LinchpinError } from '../../../model/errors.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * In which encoding a file is written. Declared, else told by its first bytes, else UTF-8 where every byte of it is,
 * else Windows-1252 where every byte can be.
 * @throws LinchpinError INVALID, naming the file: empty, a ZIP, binary, or in none of these
 */
export async function findEncoding(path: string, name: string, declared: Encoding | undefined): Promise<Encoding> {
  const head = await readHead(path, name);
  if (head.length === 0) throw unreadable(name, 'is empty', 'a CSV file with a header row');
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')))
    throw unreadable(name, 'is a ZIP or an Excel workbook, whatever its name', 'unpack it, or save the sheet as CSV (UTF-8)');
  if (declared) return declared;
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = countZeros(head);
  if (zeros.odd > head.length / 8 && zeros.even === 0) return 'utf-16le';
  if (zeros.even > head.length / 8 && zeros.odd === 0) return 'utf-16be';
  if (zeros.odd + zeros.even > 0) throw unreadable(name, 'is no text', 'a CSV file');
  const told = await tellBytes(path);
  if (told) return told;
  throw unreadable(
    name,
    'is neither UTF-8 nor Windows-1252',
    'save it as UTF-8, or name its encoding in the mapping (files, encoding)',
  );
}

/** The text of a file, chunk by chunk, without its byte order mark. */
export async function* decodeFile(path: string, encoding: Encoding, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    onBytes(chunk.length);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

async function readHead(path: string, name: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(1 << 16), 0, 1 << 16, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new LinchpinError('INVALID', `${name} cannot be read. Is it there, a file, and readable for you?`, [], {
      cause: error,
    });
  }
}

function countZeros(bytes: Buffer): { readonly even: number; readonly odd: number } {
  const counts = { even: 0, odd: 0 };
  for (const [at, byte] of bytes.entries()) if (byte === 0) counts[at % 2 === 0 ? 'even' : 'odd']++;
  return counts;
}

async function tellBytes(path: string): Promise<Encoding | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let isWindows = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    if (isUtf8) isUtf8 = decodes(decoder, chunk);
    isWindows &&= !chunk.some((byte) => (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) || unused.has(byte));
    if (!isUtf8 && !isWindows) return null;
  }
  return isUtf8 && decodes(decoder) ? 'utf-8' : isWindows ? 'windows-1252' : null;
}

/** Bytes that Windows-1252 gives no letter. */
const unused: ReadonlySet<number> = new Set([0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d]);

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

export function unreadable(name: string, what: string, instead: string): LinchpinError {
  // A file may call its columns anything, signs that steer a terminal among it.
  return new LinchpinError('INVALID', `${name} ${what}. What would be right: ${instead}`.replaceAll(/\p{Cc}/gu, '\ufffd'));
}
