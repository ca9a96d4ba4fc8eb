import { detectLanguage } from '../text/language.ts';
import type { CitedSentence, JudgedSentence, JudgingParts } from '../verify/verify-sentence.ts';
import { verifySentence } from '../verify/verify-sentence.ts';
import type { ModelSteps } from './attempt.ts';
import { attemptWithModel } from './attempt.ts';
import { askJudge } from './judge-claims.ts';

/**
 * Tells whether a sentence may be shown as proved by its quotes, with a model that judges what the program does not
 * know by itself. When it does not answer, the program's word stands.
 */
export async function verifyWithModel(
  sentence: CitedSentence,
  parts: JudgingParts,
  steps: ModelSteps,
): Promise<JudgedSentence> {
  const found = await verifySentence(sentence, parts);
  const isOpen = found.degree === 'compared' || (found.degree === 'none' && !found.isSettled);
  if (!steps.judge || !isOpen) return found;
  const { claim } = sentence;
  const attempt = await attemptWithModel(steps, {}, (tasking) =>
    askJudge([{ text: claim, quotes: found.quotes }], found.passages, detectLanguage(claim), tasking),
  );
  const judgement = attempt.kind === 'done' ? attempt.value.get(0) : undefined;
  if (!judgement) return found;
  if (judgement.proved) return { ...found, degree: found.degree === 'compared' ? 'compared' : 'judged', reasons: [] };
  const words = judgement.unproved?.join(', ') ?? '';
  return {
    ...found,
    degree: 'none',
    reasons: [
      ...found.reasons,
      `the model that judges does not find it in the quotes${words === '' ? '' : `: ${words}`}`,
    ],
  };
}
