import type { RankedSentence } from '../answer/rank-sentences.ts';
import { sayableText } from '../answer/sayable-text.ts';
import type { CitedAnswer, Question, VerifiedAnswer } from '../domain/answer.ts';
import { claimsOf } from '../domain/answer.ts';
import { givesCause } from '../lexicon/causes.ts';
import type { Direction } from '../lexicon/directions.ts';
import { findDirections } from '../lexicon/directions.ts';
import { words } from '../lexicon/lexicon.ts';
import { periodIn } from '../quantities/periods.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import { topicWords } from './give-list.ts';
import type { KindSteps } from './kind-steps.ts';
import { diverse } from './likeness.ts';
import type { WordForms } from './word-forms.ts';
import { shareOf } from './word-share.ts';

const ASKS_REASON = words('name asked/reason');
/** Reasons that are given at most, and statements that are looked through for them. */
const REASONS = 2;
const STATEMENTS = 60;
/** Characters of a statement that is read as a reason. */
const LONGEST = 500;

/** True when a question wants to know why. */
export function asksReason(question: string): boolean {
  return ASKS_REASON.isIn(question);
}

/** What rose or fell, and which way. */
interface Change {
  subject: readonly string[];
  sign: Direction['sign'];
}

/**
 * Why something rose or fell: the statements that say that it did, the same way, and give a cause. Undefined for
 * another question, where the answer gives a cause already, and where no statement is about all that is asked.
 */
export async function giveReasons(
  question: Question,
  answer: VerifiedAnswer,
  { findStatements, prove }: KindSteps,
  formsOf: WordForms,
): Promise<VerifiedAnswer | undefined> {
  const change = changeIn(question.text);
  if (!change || claimsOf(answer).some(({ text }) => givesCause(text))) return undefined;
  const { ranked, retrieval } = await findStatements({ ...question, earlier: [] });
  const reasons = diverse(ranked.slice(0, STATEMENTS).filter((one) => isReason(one, change, formsOf)));
  const claims = reasons.slice(0, REASONS).map(claimOf);
  return claims.length === 0
    ? undefined
    : verifyAnswer(question, { composer: 'extractive', claims }, retrieval.passages, prove);
}

function changeIn(question: string): Change | undefined {
  const directions = findDirections(question).filter(({ axis }) => axis === 'change');
  const [only, ...others] = directions;
  if (!only || others.some(({ sign }) => sign !== only.sign)) return undefined;
  const period = periodIn(question) ?? '';
  const subject = topicWords(question).filter(
    (word) =>
      word.length > 1 &&
      !directions.some(({ text }) => text.includes(word)) &&
      !period.includes(word) &&
      !ASKS_REASON.is(word),
  );
  return subject.length > 0 ? { subject, sign: only.sign } : undefined;
}

/** The subject stands in the statement, but for what its report is called. */
function isReason({ sentence, unmet }: RankedSentence, { subject, sign }: Change, formsOf: WordForms): boolean {
  const { text, kind, passage } = sentence;
  if (unmet.length > 0 || text.length > LONGEST || (kind !== 'sentence' && kind !== 'item')) return false;
  const named = `${passage.report.title}\n${passage.report.file}`;
  const own = subject.filter((word) => shareOf([word], named, formsOf) === 0);
  return (
    own.length > 0 &&
    givesCause(text) &&
    shareOf(own, text, formsOf) === 1 &&
    findDirections(text).some((direction) => direction.axis === 'change' && direction.sign === sign)
  );
}

function claimOf({ sentence }: RankedSentence): CitedAnswer['claims'][number] {
  const quote = sayableText(sentence);
  return { text: quote, citations: [{ passage: sentence.passage.ref, quote }] };
}
