import { onOneLine } from '../answer/sayable-text.ts';
import type { Question, VerifiedAnswer } from '../domain/answer.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import { createNames } from '../lexicon/names.ts';
import { holdThreshold } from './hold-threshold.ts';
import type { KindSteps } from './kind-steps.ts';
import { wordForms } from './word-forms.ts';

/** Yes or no with the sentence that decides it; undefined where none does for sure. */
export async function giveVerdict(
  question: Question,
  claim: string,
  steps: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const { decide, prove } = steps;
  const decided = await decide({ ...question, text: claim, earlier: [] });
  if (!decided) return giveThreshold(question, claim, steps);
  const { verdict, passage, quote } = decided;
  const claims = [{ text: onOneLine(quote), citations: [{ passage: passage.ref, quote }] }];
  const answer = verifyAnswer(question, { composer: 'extractive', verdict, claims }, [passage], prove);
  return answer.outcome === 'not_found' ? undefined : answer;
}

/** A cell held against the figure that the question names. */
async function giveThreshold(question: Question, claim: string, steps: KindSteps): Promise<VerifiedAnswer | undefined> {
  const { ranked, retrieval } = await steps.findStatements({ ...question, earlier: [] });
  const formsOf = wordForms(createNames(await steps.library.aliases()), steps.names);
  const held = holdThreshold(claim, ranked, steps.names, formsOf);
  if (!held) return undefined;
  const draft = { composer: 'extractive', verdict: held.verdict, claims: [held.claim] };
  const answer = verifyAnswer(question, draft, retrieval.passages, steps.prove);
  return answer.outcome === 'not_found' ? undefined : answer;
}
