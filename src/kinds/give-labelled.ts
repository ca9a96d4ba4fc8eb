import type { RankedSentence } from '../answer/rank-sentences.ts';
import { sayableText } from '../answer/sayable-text.ts';
import type { CitedAnswer, Question, VerifiedAnswer } from '../domain/answer.ts';
import { words } from '../lexicon/lexicon.ts';
import { createNames } from '../lexicon/names.ts';
import { onlyAsks } from '../lexicon/question-words.ts';
import { listMarksAt } from '../text/numbering.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import { withoutSpace } from '../text/white-space.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import type { KindSteps } from './kind-steps.ts';
import { isCalled } from './surroundings.ts';
import type { WordForms } from './word-forms.ts';
import { wordForms } from './word-forms.ts';
import { shareOf } from './word-share.ts';

/** Statements that are looked through, and characters of one that is a label with its value. */
const STATEMENTS = 40;
const LONGEST = 160;
/** `Label: value`; a label names alternatives (`A、B`) and may say more in brackets. */
const LABELLED = /^(?<label>[^：:\t]{2,30})[：:]\s*(?<value>[^\s：:][^：:\t]+)$/u;
const BRACKETS = /[(（][^()（）]{0,30}[)）]/gu;
/** `哪家券商`, `which bank`: what kind of thing is asked for is no word of the matter. */
const ASKS_WHICH = words('asks who');

/**
 * What a report gives under a label that is asked for: `法定代表人：…`. The label says all that is asked, but for what
 * its report is called; where two values stand under it none is given.
 */
export async function giveLabelled(
  question: Question,
  { library, findStatements, names, prove }: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const { ranked, retrieval } = await findStatements({ ...question, earlier: [] });
  const formsOf = wordForms(createNames(await library.aliases()), names);
  const asked = wordsAsked(question.text);
  const found = ranked.slice(0, STATEMENTS).flatMap((one) => {
    const value = valueUnder(one, asked, formsOf);
    return value === undefined ? [] : [{ one, value }];
  });
  const [best] = found;
  if (!best || found.some(({ value }) => !agree(value, best.value))) return undefined;
  const quote = sayableText(best.one.sentence);
  const citations = [{ passage: best.one.sentence.passage.ref, quote }];
  const draft: CitedAnswer = { composer: 'extractive', claims: [{ text: quote, citations }] };
  const answer = verifyAnswer(question, draft, retrieval.passages, prove);
  return answer.outcome === 'not_found' ? undefined : answer;
}

function wordsAsked(question: string): string[] {
  const all = tagWords(question.normalize('NFKC')).filter(({ text }) => text.trim() !== '');
  const isKind = (at: number) => ASKS_WHICH.is(all[at - 1]?.text ?? '');
  return all.filter((word, at) => contentOf(word) > 0 && !onlyAsks(word.text) && !isKind(at)).map(({ text }) => text);
}

function valueUnder(
  { sentence, unmet }: RankedSentence,
  asked: readonly string[],
  formsOf: WordForms,
): string | undefined {
  const text = sentence.text.trim();
  if (unmet.length > 0 || text.length > LONGEST) return undefined;
  const mark = listMarksAt(text)[0]?.mark ?? '';
  const { label = '', value } = LABELLED.exec(text.slice(mark.length).trim())?.groups ?? {};
  const own = asked.filter((word) => !isCalled(word, sentence));
  // Only of what a report is called is it known whose label it is.
  const isWhole = own.length > 0 && own.length < asked.length;
  const labels = label.replaceAll(BRACKETS, '').split('、');
  return isWhole && labels.some((one) => isAllAsked(one, own, formsOf)) ? value : undefined;
}

/** The label says all that is asked, and nothing else. */
function isAllAsked(label: string, own: readonly string[], formsOf: WordForms): boolean {
  const named = tagWords(label).filter((word) => contentOf(word) > 0);
  const isNamed = named.every(({ text }) => shareOf([text], own.join('\n'), formsOf) > 0);
  return named.length > 0 && isNamed && shareOf(own, label, formsOf) === 1;
}

function agree(one: string, other: string): boolean {
  const [mine, theirs] = [withoutSpace(one), withoutSpace(other)];
  return mine.includes(theirs) || theirs.includes(mine);
}
