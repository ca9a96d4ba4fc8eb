import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { parseConfig } from '../../src/config.ts';
import { openProver } from '../../src/wiring/open-prover.ts';

/** What proves sentences and places figures in the product: the project's dictionary and its fitted weights. */
export const { prove, misplaced } = openProver(openGlosses(parseConfig({}).dictionaryDirectory));
