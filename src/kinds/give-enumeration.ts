import type { RankedSentence } from '../answer/rank-sentences.ts';
import { sayableText } from '../answer/sayable-text.ts';
import type { CitedAnswer, Question, VerifiedAnswer } from '../domain/answer.ts';
import { createNames } from '../lexicon/names.ts';
import { numeralsIn, readNumeral } from '../text/numerals.ts';
import { countListed } from '../text/pairs.ts';
import { tagWords } from '../text/tag-words.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import type { KindSteps } from './kind-steps.ts';
import { isCalled } from './surroundings.ts';
import type { WordForms } from './word-forms.ts';
import { wordForms } from './word-forms.ts';
import { placeOf, shareOf } from './word-share.ts';

/** Statements that are looked through, and characters of one that lists. */
const STATEMENTS = 40;
const LONGEST = 400;
/** Fewer, without a number that says so, are no list. */
const LEAST = 3;
/** Characters behind a number in which what it counts is named. */
const BEHIND = 24;
const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/**
 * The one sentence that lists what is asked for: all words of the topic stand in it, or in what it stands under, and
 * it names several side by side. Undefined where none does.
 * @param topic words of the question that name what is listed
 * @param isCounted it must name as many as the question, or the sentence itself, says there are
 */
export async function giveEnumeration(
  question: Question,
  topic: readonly string[],
  { library, findStatements, names, prove }: KindSteps,
  isCounted = false,
): Promise<VerifiedAnswer | undefined> {
  const asked = numbersIn(question.text);
  const { ranked, retrieval } = await findStatements({ ...question, earlier: [] });
  const formsOf = wordForms(createNames(await library.aliases()), names);
  const wanted = topic.filter((word) => numberOf(word) === undefined);
  const listing = ranked.slice(0, STATEMENTS).filter((one) => isAbout(one, wanted, formsOf));
  const listsAs = (numbersOf: (text: string) => readonly number[]) =>
    listing.find(({ sentence: { text } }) =>
      countListed(text).some((count) => count > 1 && numbersOf(text).includes(count)),
    );
  // Without a number the sentence itself must speak of all that is asked.
  const listsSeveral = () =>
    listing.find((one) => Math.max(...countListed(one.sentence.text)) >= LEAST && ownShare(one, wanted, formsOf) === 1);
  const counted = asked.length > 0 ? listsAs(() => asked) : listsAs((text) => numbersOfTopic(text, wanted));
  const best = counted ?? (isCounted || asked.length > 0 ? undefined : listsSeveral());
  if (!best) return undefined;
  const draft: CitedAnswer = { composer: 'extractive', kind: 'list', claims: [claimOf(best)] };
  const answer = verifyAnswer(question, draft, retrieval.passages, prove);
  return answer.outcome === 'not_found' ? undefined : answer;
}

/** What its report is called need not stand there. */
function isAbout(one: RankedSentence, topic: readonly string[], formsOf: WordForms): boolean {
  const { sentence, unmet } = one;
  const { text, kind, passage } = sentence;
  if (unmet.length > 0 || text.length > LONGEST || (kind !== 'sentence' && kind !== 'item')) return false;
  const own = topic.filter((word) => !isCalled(word, sentence));
  return ownShare(one, topic, formsOf) > 0 && shareOf(own, [text, ...passage.chunk.path].join('\n'), formsOf) === 1;
}

function ownShare({ sentence }: RankedSentence, topic: readonly string[], formsOf: WordForms): number {
  return shareOf(
    topic.filter((word) => !isCalled(word, sentence)),
    sentence.text,
    formsOf,
  );
}

function numbersIn(text: string): number[] {
  return tagWords(text).flatMap(({ text: word }) => numberOf(word) ?? []);
}

/** Numbers of what is asked for: `four committees`. */
function numbersOfTopic(text: string, topic: readonly string[]): number[] {
  return tagWords(text).flatMap(({ text: word, start }) => {
    const behind = text.slice(start + word.length, start + word.length + BEHIND);
    const number = numberOf(word);
    return number !== undefined && topic.some((each) => placeOf(each, behind) >= 0) ? [number] : [];
  });
}

/** `七大`, `four`, `3`. */
function numberOf(word: string): number | undefined {
  const english = ENGLISH.indexOf(word.toLowerCase());
  if (english > 0) return english;
  const [first] = numeralsIn(word);
  const isNumber = first !== undefined && Number.isInteger(first) && first > 1;
  return isNumber && (word.length <= 2 || Number.isInteger(readNumeral(word))) ? first : undefined;
}

function claimOf({ sentence }: RankedSentence): CitedAnswer['claims'][number] {
  const quote = sayableText(sentence);
  return { text: quote, citations: [{ passage: sentence.passage.ref, quote }] };
}
