import type { Glosses } from '../dictionary/glosses.ts';
import { createLikeness } from '../dictionary/likeness.ts';
import { createNameReader } from '../dictionary/read-names.ts';
import { createWordLikeness } from './align.ts';
import type { CompareResources } from './compare-statements.ts';
import { createStatementReader } from './read-text.ts';

/** What comparing stands on, with a dictionary. */
export function openCompare(glosses: Glosses): CompareResources {
  const names = createNameReader(glosses);
  return {
    names,
    alike: createWordLikeness(createLikeness(glosses), names),
    readStatement: createStatementReader(names),
  };
}
