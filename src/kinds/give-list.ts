import type { CitedAnswer, Question, VerifiedAnswer } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { words } from '../lexicon/lexicon.ts';
import { cutQuestionWords, onlyAsks } from '../lexicon/question-words.ts';
import { clausesWithMarks } from '../text/clauses.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import type { TopicShare } from './find-places.ts';
import { placesOf, topicPath, weighTopic } from './find-places.ts';
import type { KindSteps } from './kind-steps.ts';
import type { List } from './list-items.ts';
import { listsIn } from './list-items.ts';
import type { PlacedStatement } from './read-place.ts';
import { quoteOf, readPlace } from './read-place.ts';

const ASKS = words('list/asks');
const ASKS_NUMBER = words('asks a number');
const ASKING = words('overview');
/** As jieba tags `今年`: when something is asked of says nothing of what. */
const TIME = 't';
/** Places that are looked through for a list. */
const PLACES = 3;
/** So much of the question is said in or around a list, and so much of its topic in the line or headings above it. */
const LEAST_HELD = 0.7;
const LEAST_LED = 0.5;
/** Items that are given at most, and characters of one: English takes more for the same. */
const ITEMS = 8;
const LONGEST: Record<Language, number> = { zh: 120, en: 260 };
/** What ends so leads to what was cut. */
const LEADS_ON = /[：:]\s*$/u;

/** The words of what a question asks the several of; undefined when it asks for no list. */
export function listTopic(question: string): string[] | undefined {
  const text = question.normalize('NFKC');
  if (!ASKS.isIn(text) || ASKS_NUMBER.isIn(text)) return undefined;
  const topic = topicWords(text);
  return topic.length > 0 ? topic : undefined;
}

/** The words of a question that name what it is about. */
export function topicWords(question: string): string[] {
  return tagWords(cutQuestionWords(ASKING.blank(ASKS.blank(question))))
    .filter((word) => contentOf(word) > 0 && word.tag !== TIME && !onlyAsks(word.text))
    .map(({ text }) => text);
}

/**
 * What a report lists on what is asked: the items that stand side by side under a line or a heading which names it.
 * Undefined when no report lists it, and where one sentence holds all of it.
 */
export async function giveList(
  question: Question,
  topic: readonly string[],
  steps: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const { ranked } = await steps.findStatements({ ...question, earlier: [] });
  const shareIn = weighTopic(topic, ranked);
  for (const place of placesOf(ranked, shareIn).slice(0, PLACES)) {
    const [best] = place.members;
    if (!best || place.held < LEAST_HELD || best.unmet.length > 0) continue;
    const { passage } = best.sentence;
    const under = topicPath(passage, shareIn);
    const list = bestOf(listsIn(await readPlace(passage, under, steps)), under, shareIn);
    if (list) return sayList(question, list, steps);
  }
  return undefined;
}

/** The list whose lead and headings say most of the topic, the longest of several. */
function bestOf(lists: readonly List[], under: readonly string[], shareIn: TopicShare): List | undefined {
  return lists
    .map((list) => ({ list, led: ledBy(list, under, shareIn) }))
    .filter(({ led }) => led >= LEAST_LED)
    .toSorted((a, b) => b.led - a.led || b.list.items.length - a.list.items.length)[0]?.list;
}

function ledBy({ lead, items }: List, under: readonly string[], shareIn: TopicShare): number {
  const { title = '', file = '' } = items[0]?.passage.report ?? {};
  const text = [...under.slice(-2), lead?.statement.text ?? ''].join('\n');
  return Math.max(shareIn(text), shareIn(text, `${title}\n${file}`));
}

function sayList(question: Question, { items }: List, { prove }: KindSteps): VerifiedAnswer {
  const claims = items.slice(0, ITEMS).map(claimOf);
  const passages = [...new Map(items.map(({ passage }) => [passage.ref, passage])).values()];
  return verifyAnswer(question, { composer: 'extractive', kind: 'list', claims }, passages, prove);
}

/** An item as far as its clauses go that can be read at a glance. */
function claimOf(placed: PlacedStatement): CitedAnswer['claims'][number] {
  const whole = quoteOf(placed);
  const longest = LONGEST[placed.passage.report.language];
  const quote = whole.length <= longest ? whole : shortened(whole, longest);
  const text = quote
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
  return { text, citations: [{ passage: placed.passage.ref, quote }] };
}

function shortened(text: string, longest: number): string {
  const last = clausesWithMarks(text).findLast(({ end }) => end <= longest && !LEADS_ON.test(text.slice(0, end)));
  return text.slice(0, last?.end ?? text.length);
}
