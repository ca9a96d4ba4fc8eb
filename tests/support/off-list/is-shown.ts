import { checkModelClaim } from '../../../src/model/check-model-claim.ts';
import { detectLanguage } from '../../../src/text/language.ts';
import { aChunk, aPassage, aReport } from '../builders.ts';
import { prove } from '../prove.ts';
import type { ProofCase } from './case.ts';

/** True when a model's sentence would be shown: the one place that asks what production asks. */
export function isShown({ passages, text, attempts, language = detectLanguage(text) }: ProofCase): boolean {
  const given = Object.entries(passages).map(([ref, passage]) =>
    aPassage({
      ref,
      chunk: aChunk({ text: passage }),
      report: aReport({ language: detectLanguage(passage) }),
    }),
  );
  return attempts.some(
    (citations) =>
      checkModelClaim({ text, citations: [...citations] }, { passages: given, language, prove }).kind === 'proved',
  );
}
