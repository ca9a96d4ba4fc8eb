import { describe, expect, it } from 'vitest';
import { cosine } from '../../src/adapters/vectors/narrow-vectors.ts';
import { unitVector } from '../../src/adapters/vectors/unit-vector.ts';
import { VectorIndex } from '../../src/adapters/vectors/vector-index.ts';
import { seeded } from '../support/fuzz-runs.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const DIMENSION = 128;
const random = seeded(19);
/** In no direction more than in another: the hardest to find one's way among. */
const aVector = () => unitVector(Array.from({ length: DIMENSION }, () => random() - 0.5));

describe('the vector graph', () => {
  it('finds what comparing every vector finds, and less when it looks less far', () => {
    const stored = Array.from({ length: 1000 }, (_, id) => ({ id, vector: aVector() }));
    const index = new VectorIndex(aTemporaryFolder(), { library: 'a', embedder: 'b', dimension: DIMENSION });
    index.add(stored);
    const asked = Array.from({ length: 10 }, aVector);
    const truly = asked.map((vector) =>
      stored
        .map((each) => ({ id: each.id, nearness: cosine(vector, each.vector) }))
        .toSorted((a, b) => b.nearness - a.nearness)
        .slice(0, 10)
        .map(({ id }) => id),
    );
    const found = (breadth?: number) => asked.map((vector) => index.search(vector, 10, breadth).map(({ id }) => id));
    expect(found()).toEqual(truly);
    expect(found(10)).not.toEqual(truly);
  });
});
