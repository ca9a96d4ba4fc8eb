import { detectLanguage } from '../text/language.ts';
import type { CitedSentence, JudgedSentence, JudgingParts } from '../verify/verify-sentence.ts';
import { verifySentence } from '../verify/verify-sentence.ts';
import type { ModelSteps } from './attempt.ts';
import { attemptWithModel } from './attempt.ts';
import type { Judge, Judgement } from './judge.ts';

/** Sentences that a judge gets at once. */
const AT_ONCE = 12;

/**
 * Tells whether sentences may be shown as proved by their quotes, with a judge for what the program does not know by
 * itself: a few sentences at once. What it does not judge stands as the program found it.
 */
export async function verifyWithJudge(
  sentences: readonly CitedSentence[],
  parts: JudgingParts,
  judge: Judge,
): Promise<JudgedSentence[]> {
  const found = (await verifySentences(sentences, parts)).map((sentence, at) => ({
    sentence,
    at,
    claim: sentences[at]?.claim ?? '',
  }));
  const open = found.filter(
    ({ sentence: { degree, isSettled } }) => degree === 'compared' || (degree === 'none' && !isSettled),
  );
  const judgements = new Map<number, Judgement>();
  for (let at = 0; at < open.length; at += AT_ONCE) {
    const some = open.slice(at, at + AT_ONCE);
    const language = detectLanguage(some.map(({ claim }) => claim).join('\n'));
    const judged = await judge(
      some.map(({ claim, sentence }) => ({ text: claim, quotes: sentence.quotes })),
      some.flatMap(({ sentence }) => sentence.passages),
      language,
    );
    for (const [place, judgement] of judged) {
      const one = some[place];
      if (one) judgements.set(one.at, judgement);
    }
  }
  return found.map(({ at, sentence }) => judgedAs(sentence, judgements.get(at)));
}

/** The same with a language model, each call within its time and tokens; when it does not answer nothing is judged. */
export function verifyWithModel(
  sentences: readonly CitedSentence[],
  parts: JudgingParts,
  steps: ModelSteps,
): Promise<JudgedSentence[]> {
  return verifyWithJudge(sentences, parts, async (...asked) => {
    const attempt = await attemptWithModel(steps, {}, async ({ judge }) => judge?.(...asked));
    return (attempt.kind === 'done' ? attempt.value : undefined) ?? new Map<number, Judgement>();
  });
}

/** The same with nobody who judges. */
export async function verifySentences(
  sentences: readonly CitedSentence[],
  parts: JudgingParts,
): Promise<JudgedSentence[]> {
  const found: JudgedSentence[] = [];
  for (const sentence of sentences) found.push(await verifySentence(sentence, parts));
  return found;
}

function judgedAs(found: JudgedSentence, judgement: Judgement | undefined): JudgedSentence {
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
