import type { Prove } from '../compare/prove.ts';
import { createProver } from '../compare/prove.ts';
import { ComparisonWeights } from '../compare/proof-score.ts';
import type { Glosses } from '../dictionary/glosses.ts';
import { createLikeness } from '../dictionary/likeness.ts';
import { createNameReader } from '../dictionary/read-names.ts';
import { WEIGHTS_FOLDER } from '../config.ts';
import { readWeights } from './open-weights.ts';

/** What proves sentences, with the dictionary and the fitted weights. */
export function openProver(glosses: Glosses): Prove {
  const resources = { likeness: createLikeness(glosses), names: createNameReader(glosses) };
  return createProver(resources, readWeights(WEIGHTS_FOLDER, 'comparison', ComparisonWeights));
}
