import { onOneLine } from '../answer/sayable-text.ts';
import type { Question, VerifiedAnswer } from '../domain/answer.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import type { KindSteps } from './kind-steps.ts';

/** Yes or no with the sentence that decides it; undefined where none does for sure. */
export async function giveVerdict(
  question: Question,
  claim: string,
  { decide, prove }: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const decided = await decide({ ...question, text: claim, earlier: [] });
  if (!decided) return undefined;
  const { verdict, passage, quote } = decided;
  const claims = [{ text: onOneLine(quote), citations: [{ passage: passage.ref, quote }] }];
  const answer = verifyAnswer(question, { composer: 'extractive', verdict, claims }, [passage], prove);
  return answer.outcome === 'not_found' ? undefined : answer;
}
