import type { RankedSentence } from '../answer/rank-sentences.ts';
import type { ReadSentence } from '../answer/read-sentences.ts';
import { sayableText } from '../answer/sayable-text.ts';
import type { CitedAnswer, Question, VerifiedAnswer } from '../domain/answer.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import type { Beside } from './figures-beside.ts';
import { besidesOf, isOfTable } from './figures-beside.ts';
import type { KindSteps } from './kind-steps.ts';
import type { ReadTop } from './read-top.ts';
import { shareOf } from './word-share.ts';

/** Statements that are looked through. */
const STATEMENTS = 80;
/** What speaks for a group besides its best statement: its words, and that it has as many as are asked for. */
const WORDS = 3;
const ENOUGH = 1;
/** So much of what is asked stands in a group, with its heads and headings. */
const LEAST_WORDS = 0.5;
/** Fewer are no order. */
const LEAST_ITEMS = 3;

/** One of several things with its figure. */
interface Item {
  label: string;
  quantity: Quantity;
  sentence: ReadSentence;
}

/**
 * The first of several things by their figures, in order: rows of one table, or what one place says of several. They
 * are given in the reports' own lines. Undefined when no place has several of one unit.
 */
export async function giveTop(
  question: Question,
  { count, from, isLeast, asked }: ReadTop,
  { findStatements, names, prove }: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const { ranked, retrieval } = await findStatements({ ...question, earlier: [] });
  // Of another time than the one that is asked for, no order is the answer.
  const ofItsTime = ranked.slice(0, STATEMENTS).filter(({ features }) => features.unmetPeriods === 0);
  const groups = [...Map.groupBy(ofItsTime, placeOf).values()].flatMap((members) =>
    groupsOf(members, asked, (sentence) => besidesOf(sentence, names)),
  );
  const [best] = groups
    .map((group) => ({ ...group, fit: group.fit + (group.items.length >= from + count - 1 ? ENOUGH : 0) }))
    .toSorted((a, b) => b.fit - a.fit);
  if (!best || best.items.length < from) return undefined;
  const sorted = best.items.toSorted((a, b) => (isLeast ? 1 : -1) * (a.quantity.low - b.quantity.low));
  const lines = sorted.slice(from - 1, from - 1 + count).map(({ sentence }) => sentence);
  const claims = [...new Set(lines)].map(claimOf);
  const answer = verifyAnswer(question, { composer: 'extractive', kind: 'list', claims }, retrieval.passages, prove);
  return answer.outcome === 'not_found' ? undefined : answer;
}

/** The rows of one chunk belong together; of prose only what one sentence says of several. */
function placeOf({ sentence }: RankedSentence): string {
  const { ref } = sentence.passage;
  return isOfTable(sentence) ? ref : `${ref} ${sentence.span.start}`;
}

interface Group {
  items: Item[];
  fit: number;
}

/** What one place says of several things, for each unit apart. */
function groupsOf(
  members: readonly RankedSentence[],
  asked: readonly string[],
  read: (sentence: ReadSentence) => Beside[],
): Group[] {
  const besides = members.map(({ sentence }) => ({ sentence, all: read(sentence) }));
  const column = columnOf(besides, asked);
  const items = besides.flatMap(({ sentence, all }) => itemsOf(sentence, column, all));
  const score = Math.max(...members.map((member) => member.score));
  return [...Map.groupBy(items, ({ quantity, sentence }) => `${isOfTable(sentence)} ${quantity.kind} ${quantity.unit}`)]
    .map(([, alike]) => alike.filter((one, at) => alike.findIndex(({ label }) => label === one.label) === at))
    .filter((alike) => alike.length >= LEAST_ITEMS)
    .flatMap((alike) => {
      const share = shareOf(asked, textOf(alike));
      return share < LEAST_WORDS ? [] : [{ items: alike, fit: score + WORDS * share }];
    });
}

/** The head that says most of what is asked, the first of several; empty where rows have no heads. */
function columnOf(rows: readonly { all: readonly Beside[] }[], asked: readonly string[]): string {
  const heads = rows.flatMap(({ all }) => all.map(({ head }) => head));
  return heads.toSorted((a, b) => shareOf(asked, b) - shareOf(asked, a))[0] ?? '';
}

/** Of a row the figure under one head, for all rows the same; of a sentence each figure that has a name. */
function itemsOf(sentence: ReadSentence, column: string, besides: readonly Beside[]): Item[] {
  if (!isOfTable(sentence))
    return besides.flatMap(({ quantity, named }) =>
      named === undefined ? [] : [{ label: named, quantity, sentence }],
    );
  const best = besides.find(({ head }) => head === column) ?? besides[0];
  return best ? [{ label: best.named ?? sentence.text, quantity: best.quantity, sentence }] : [];
}

function textOf(items: readonly Item[]): string {
  return items
    .flatMap(({ sentence: { text, head, passage } }) => [passage.report.title, ...passage.chunk.path, head.text, text])
    .join('\n');
}

function claimOf(sentence: ReadSentence): CitedAnswer['claims'][number] {
  const quote = sayableText(sentence);
  return { text: quote, citations: [{ passage: sentence.passage.ref, quote }] };
}
