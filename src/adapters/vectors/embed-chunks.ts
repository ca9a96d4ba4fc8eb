import { setImmediate } from 'node:timers/promises';
import type { Embedder } from '../../domain/ports.ts';
import type { PreparedReport } from '../../domain/prepared-report.ts';
import { embeddedText } from './sync-vectors.ts';

/**
 * Texts handed to the embedder at once: some ten milliseconds' work, after which whoever waits for this process has a
 * turn.
 */
const EMBED_BATCH = 16;

/** The vectors of the chunks of some reports, in their order. */
export async function embedChunks(reports: PreparedReport[], embedder: Embedder): Promise<Float32Array[][]> {
  const texts = reports.flatMap(({ chunks }) => chunks.map(embeddedText));
  const vectors: Float32Array[] = [];
  for (let at = 0; at < texts.length; at += EMBED_BATCH) {
    vectors.push(...(await embedder.embed(texts.slice(at, at + EMBED_BATCH))));
    await setImmediate();
  }
  let taken = 0;
  return reports.map(({ chunks }) => {
    taken += chunks.length;
    return vectors.slice(taken - chunks.length, taken);
  });
}
