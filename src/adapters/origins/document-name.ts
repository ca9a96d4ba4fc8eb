import { createHash } from 'node:crypto';

/** Longest name without its hash, in characters. */
const NAME_LENGTH = 56;
/** Hexadecimal digits that tell long names apart. */
const HASH_LENGTH = 8;

/** The file name of a document: always the same for the same document, so that its next edition replaces it. */
export function documentName(origin: string, id: string, extension: string): string {
  const words = `${origin}-${id}`.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-').replaceAll(/^[-.]{1,99}|[-.]{1,99}$/gu, '');
  if (words.length <= NAME_LENGTH) return words + extension;
  const hash = createHash('sha256').update(id).digest('hex').slice(0, HASH_LENGTH);
  return `${words.slice(0, NAME_LENGTH - HASH_LENGTH).toWellFormed()}-${hash}${extension}`;
}
