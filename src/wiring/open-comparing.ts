import { CheckWeights } from '../check/check-weights.ts';
import type { CompareResources } from '../compare/compare-statements.ts';
import { openCompare } from '../compare/open-compare.ts';
import type { Prove } from '../compare/prove.ts';
import { createProver } from '../compare/prove.ts';
import { ComparisonWeights } from '../compare/proof-score.ts';
import type { Glosses } from '../dictionary/glosses.ts';
import { WEIGHTS_FOLDER } from '../config.ts';
import { readWeights } from './open-weights.ts';

/** What sentences are compared with and proved by: the dictionary and the fitted weights. */
export interface Comparing {
  resources: CompareResources;
  checks: CheckWeights;
  prove: Prove;
}

/** Opens the comparison with a dictionary. */
export function openComparing(glosses: Glosses): Comparing {
  const resources = openCompare(glosses);
  const weights = readWeights(WEIGHTS_FOLDER, 'comparison', ComparisonWeights);
  const checks = readWeights(WEIGHTS_FOLDER, 'checks', CheckWeights);
  return { resources, checks, prove: createProver(resources, weights) };
}
