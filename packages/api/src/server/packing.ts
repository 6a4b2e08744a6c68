import { constants } from 'node:zlib';
import type { FastifyCompressOptions } from '@fastify/compress';

/**
 * Answers of some length are packed for whoever can unpack them; the explorer's own files are packed when it is built.
 *
 * Packing text of an attacker together with a secret tells the secret's length, guess by guess, to whoever sees the
 * encrypted traffic. Here: no key, password or token is ever part of an answer, and none may become one; a foreign page
 * can make nobody ask (guardOrigin, JSON alone); what others wrote stands beside evidence only in answers about the same
 * entities, and each guess would be a report of record. So answers are packed (docs/adr/0014).
 */
export const packing: FastifyCompressOptions = {
  // Gzip alone: for what is made on the spot Brotli is slower and wins little.
  encodings: ['gzip'],
  threshold: 4_096,
  zlibOptions: { level: constants.Z_BEST_SPEED },
  // Packed requests are refused: a few bytes of them could unfold into memory without end.
  globalDecompression: false,
};
