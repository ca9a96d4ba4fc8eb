import type { ReadSentence } from '../answer/read-sentences.ts';
import { sayableText } from '../answer/sayable-text.ts';
import type { CitedAnswer, Question, VerifiedAnswer } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { detectLanguage } from '../text/language.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import { itemGroups } from './item-groups.ts';
import type { KindSteps } from './kind-steps.ts';
import type { ReadTop } from './read-top.ts';

/** Statements that are looked through. */
const STATEMENTS = 80;
/** What speaks for a group that has as many as are asked for, in units of a statement's score. */
const ENOUGH = 1;
/** What things are in order by where nothing is said. */
const SHARE: Record<Language, string> = { zh: '市场份额', en: 'market share' };

/**
 * The first of several things by their figures, in order: rows of one table, or what one place says of several. They
 * are given in the reports' own lines. Undefined when no place has several of one unit.
 */
export async function giveTop(
  question: Question,
  { count, from, isLeast, asked }: ReadTop,
  steps: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const enough = from + count - 1;
  const { best, retrieval } =
    (await bestGroup(question, asked, enough, steps)) ??
    (await bestGroup(withMeasure(question), asked, enough, steps)) ??
    NOTHING;
  if (!best || best.items.length < from) return undefined;
  const sorted = best.items.toSorted((a, b) => (isLeast ? 1 : -1) * (a.quantity.low - b.quantity.low));
  const lines = sorted.slice(from - 1, from - 1 + count).map(({ sentence }) => sentence);
  const claims = [...new Set(lines)].map(claimOf);
  const answer = verifyAnswer(
    question,
    { composer: 'extractive', kind: 'list', claims },
    retrieval.passages,
    steps.prove,
  );
  return answer.outcome === 'not_found' ? undefined : answer;
}

const NOTHING = { best: undefined, retrieval: undefined };

async function bestGroup(question: Question, asked: readonly string[], enough: number, steps: KindSteps) {
  const { ranked, retrieval } = await steps.findStatements({ ...question, earlier: [] });
  const groups = await itemGroups(question, asked, ranked.slice(0, STATEMENTS), steps);
  const [best] = groups
    .map((group) => ({ ...group, fit: group.fit + (group.items.length >= enough ? ENOUGH : 0) }))
    .toSorted((a, b) => b.fit - a.fit);
  return best && { best, retrieval };
}

/** `The top three vendors`: where nothing says by what, by their shares. */
function withMeasure(question: Question): Question {
  return { ...question, text: `${question.text} ${SHARE[detectLanguage(question.text)]}` };
}

function claimOf(sentence: ReadSentence): CitedAnswer['claims'][number] {
  const quote = sayableText(sentence);
  return { text: quote, citations: [{ passage: sentence.passage.ref, quote }] };
}
