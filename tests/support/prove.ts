import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { parseConfig } from '../../src/config.ts';
import { openProver } from '../../src/wiring/open-prover.ts';

/** What proves sentences in the product: the project's dictionary and its fitted weights. */
export const prove = openProver(openGlosses(parseConfig({}).dictionaryDirectory));
