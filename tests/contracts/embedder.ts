import { describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/domain/ports.ts';

/** What every embedder does. */
export function describeEmbedder(name: string, open: () => Promise<Embedder>): void {
  describe(`the ${name} embedder`, () => {
    it('gives one vector of length 1 for each text, in order, and zeros for a text without words', async () => {
      const embedder = await open();
      const texts = ['云市场', ' ', 'the chip market', '云市场'];
      const vectors = await embedder.embed(texts);
      expect(vectors.map((vector) => vector.length)).toEqual(texts.map(() => embedder.dimension));
      expect(vectors.map((vector) => Math.round(Math.hypot(...vector) * 1e4) / 1e4)).toEqual([1, 0, 1, 1]);
      expect(vectors[3]).toEqual(vectors[0]);
    });

    it('gives nothing for nothing', async () => {
      expect(await (await open()).embed([])).toEqual([]);
    });
  });
}
