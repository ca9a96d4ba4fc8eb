import { isNowhere } from '../answer/compose-extract.ts';
import { sayableText } from '../answer/sayable-text.ts';
import type { Claim, Question, VerifiedAnswer } from '../domain/answer.ts';
import { claimsOf } from '../domain/answer.ts';
import { cutQuestionWords } from '../lexicon/question-words.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import { tell, verifyAnswer } from '../verify/verify-answer.ts';
import type { KindSteps } from './kind-steps.ts';
import { placeOf } from './word-share.ts';

/** Statements that are said beyond an answer, out of so many, with this share of the question's words. */
const MORE = 3;
const OUT_OF = 12;
const OF_QUESTION = 0.5;

/** What the reports say beyond an answer that was given; that there is no more, when there is not. */
export async function giveMore(
  question: Question,
  before: string,
  given: VerifiedAnswer,
  { findStatements, prove }: KindSteps,
): Promise<VerifiedAnswer> {
  const { ranked, retrieval } = await findStatements({ ...question, text: before, earlier: [] });
  const said = claimsOf(given).flatMap(({ quotes }) => quotes.map(({ text }) => text));
  const further = ranked
    .slice(0, OUT_OF)
    .filter(({ features, unmet }) => unmet.length === 0 && features.words >= OF_QUESTION)
    .map(({ sentence }) => ({ quote: sayableText(sentence), passage: sentence.passage.ref }))
    .filter(({ quote }) => !said.some((text) => text.includes(quote) || quote.includes(text)))
    .slice(0, MORE);
  if (further.length === 0) return tell(question, { about: 'no_more' });
  const claims = further.map((citation) => ({ text: citation.quote, citations: [citation] }));
  return verifyAnswer(question, { composer: 'extractive', kind: 'list', claims }, retrieval.passages, prove);
}

/**
 * True when an answer only repeats the one before it, and nothing of it speaks of what is new in the question: it is
 * no answer to that.
 */
export function isRepetition(answer: VerifiedAnswer, given: VerifiedAnswer, last: string): boolean {
  const [claims, before] = [claimsOf(answer), claimsOf(given)];
  if (claims.length === 0 || before.length === 0) return false;
  const isSaid = ({ text }: Claim) => before.some((other) => other.text === text);
  return claims.every(isSaid) && !claims.some((claim) => speaksOf(claim, last));
}

function speaksOf({ text, quotes }: Claim, last: string): boolean {
  const around = [text, ...quotes.flatMap(({ path, text: quote }) => [...path, quote])].join('\n');
  const named = newWords(last);
  return named.length === 0 || named.some((word) => placeOf(word, around) >= 0);
}

/** The words of a turn that say what is new in it. */
export function newWords(last: string): string[] {
  return tagWords(cutQuestionWords(last))
    .filter((word) => contentOf(word) > 0)
    .map(({ text }) => text);
}

/** Those words of a turn that no report holds: only these are said to be missing. */
export async function missingWords(
  question: Question,
  last: string,
  { findStatements }: Pick<KindSteps, 'findStatements'>,
): Promise<string[]> {
  const { retrieval } = await findStatements(question);
  return newWords(last).filter((word) => isNowhere(word, retrieval.asked));
}
