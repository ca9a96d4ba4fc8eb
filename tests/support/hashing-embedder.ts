import type { Embedder } from '../../src/domain/ports.ts';
import { tokenise } from '../../src/text/tokenise.ts';
import type { TokenKind } from '../../src/text/tokenise.ts';

const DIMENSION = 256;
/** A character alone says less than a pair, a name or number more. */
const WEIGHTS: Record<TokenKind, number> = { character: 0.3, pair: 1, latin: 1.5, number: 1 };

/**
 * An embedder without a model: signed feature hashing of search terms (Weinberger et al. 2009). Needs no
 * download, knows no synonyms, gives the same vector on every machine.
 */
export function createHashingEmbedder(): Embedder {
  return {
    id: `hashing-${DIMENSION}-1`,
    dimension: DIMENSION,
    embed: (texts) => Promise.resolve(texts.map(embedText)),
  };
}

function embedText(text: string): Float32Array {
  const counts = new Map<string, { kind: TokenKind; count: number }>();
  for (const { term, kind } of tokenise(text)) {
    const entry = counts.get(term);
    if (entry) entry.count += 1;
    else counts.set(term, { kind, count: 1 });
  }
  const vector = new Float32Array(DIMENSION);
  for (const [term, { kind, count }] of counts) {
    const hash = hashOf(term);
    const at = hash % DIMENSION;
    const sign = hash & 0x10000 ? 1 : -1;
    vector[at] = (vector[at] ?? 0) + sign * WEIGHTS[kind] * (1 + Math.log(count));
  }
  return normalise(vector);
}

/** FNV-1a with a final mix, 31 bits. */
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 1;
}

function normalise(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
