import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { parseConfig } from '../../src/config.ts';
import { openComparing } from '../../src/wiring/open-comparing.ts';

/** What sentences are compared with and proved by in the product: the project's dictionary and its fitted weights. */
export const comparing = openComparing(openGlosses(parseConfig({}).dictionaryDirectory));
export const { prove } = comparing;
/** What the quotes of a claim do not prove of it. */
export const unprovedBy = (...given: Parameters<typeof prove>): string[] => prove(...given).unproved;
