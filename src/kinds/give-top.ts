import type { RankedSentence } from '../answer/rank-sentences.ts';
import type { ReadSentence } from '../answer/read-sentences.ts';
import { sayableText } from '../answer/sayable-text.ts';
import type { CitedAnswer, Question, VerifiedAnswer } from '../domain/answer.ts';
import { findDirections } from '../lexicon/directions.ts';
import { words } from '../lexicon/lexicon.ts';
import { createNames, hereOrEverywhere, holdsName } from '../lexicon/names.ts';
import { findOrders } from '../quantities/orders.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import type { Beside } from './figures-beside.ts';
import { besidesOf, isOfTable } from './figures-beside.ts';
import type { KindSteps } from './kind-steps.ts';
import type { ReadTop } from './read-top.ts';
import { wordForms } from './word-forms.ts';
import { shareOf } from './word-share.ts';

const GROWTH = words('figure asked/growth');
const CHANGE = words('compare/change');
const SHARE = words('figure asked/share');
/** Statements that are looked through. */
const STATEMENTS = 80;
/** What speaks for a group besides its best statement: its words, and that it has as many as are asked for. */
const WORDS = 3;
const ENOUGH = 1;
/** So much of what is asked stands in a group, with its heads and headings. */
const LEAST_WORDS = 0.6;
/** Characters of a sentence that measures one of several things beside others, and between two of them. */
const SHORT = 80;
const NEAR = 10;
/** Fewer are no order. */
const LEAST_ITEMS = 3;

/** A total may be rounded by this share. */
const OF_TOTAL = 0.002;

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
  { library, findStatements, names, prove }: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const { ranked, retrieval } = await findStatements({ ...question, earlier: [] });
  const formsOf = wordForms(createNames(await library.aliases()), names);
  // Of another time than the one that is asked for, no order is the answer.
  const ofItsTime = ranked.slice(0, STATEMENTS).filter(({ features }) => features.unmetPeriods === 0);
  const shareIn = (text: string) => shareOf(asked, text, formsOf);
  const isOfChange = tellsChange(question.text);
  const headFit = (head: string) => shareIn(head) + (isOfChange && tellsChange(head) ? 1 : 0);
  const read = (sentence: ReadSentence) => besidesOf(sentence, names);
  const groups = [placeOf, paragraphOf].flatMap((place) =>
    [...Map.groupBy(ofItsTime, place).values()].flatMap((members) => groupsOf(members, { shareIn, headFit, read })),
  );
  const [best] = groups
    .filter(({ items }) => !isOtherScope(question.text, textOf(items)) && isOfKind(question.text, items))
    .map((group) => ({ ...group, fit: group.fit + (group.items.length >= from + count - 1 ? ENOUGH : 0) }))
    .toSorted((a, b) => b.fit - a.fit);
  if (!best || best.items.length < from) return undefined;
  const sorted = best.items.toSorted((a, b) => (isLeast ? 1 : -1) * (a.quantity.low - b.quantity.low));
  const lines = sorted.slice(from - 1, from - 1 + count).map(({ sentence }) => sentence);
  const claims = [...new Set(lines)].map(claimOf);
  const answer = verifyAnswer(question, { composer: 'extractive', kind: 'list', claims }, retrieval.passages, prove);
  return answer.outcome === 'not_found' ? undefined : answer;
}

/** Of the world where the country is asked for, or the other way round. */
function isOtherScope(question: string, text: string): boolean {
  const scopesIn = (where: string) => hereOrEverywhere().filter((forms) => holdsName(where, forms));
  const [wanted, ...others] = scopesIn(question);
  const held = scopesIn(text);
  return wanted !== undefined && others.length === 0 && held.length > 0 && !held.includes(wanted);
}

/** Growth and shares are percentages. */
function isOfKind(question: string, [first]: readonly Item[]): boolean {
  return first?.quantity.kind === 'percent' || !(GROWTH.isIn(question) || SHARE.isIn(question));
}

/** The rows of one chunk belong together; of prose only what one sentence says of several. */
function placeOf({ sentence }: RankedSentence): string {
  const { ref } = sentence.passage;
  return isOfTable(sentence) ? ref : `${ref} ${sentence.span.start}`;
}

/** What adjoining sentences say of several, one each. */
function paragraphOf({ sentence }: RankedSentence): string {
  return `${sentence.passage.ref} ${isOfTable(sentence)}`;
}

interface Group {
  items: Item[];
  fit: number;
}

interface GroupReading {
  /** Share of what is asked that a text says. */
  shareIn(text: string): number;
  /** How well a column is the one that is asked for. */
  headFit(head: string): number;
  read(sentence: ReadSentence): Beside[];
}

/** Who gained most is told by the column of changes, and by no other. */
function tellsChange(text: string): boolean {
  return CHANGE.isIn(text) || findDirections(text).some(({ axis }) => axis === 'change');
}

/** What one place says of several things, for each unit apart. */
function groupsOf(members: readonly RankedSentence[], { shareIn, headFit, read }: GroupReading): Group[] {
  const besides = members.map(({ sentence }) => ({ sentence, all: read(sentence) }));
  const column = columnOf(besides, headFit);
  const items = besides.flatMap(({ sentence, all }) => itemsOf(sentence, column, all));
  const score = Math.max(...members.map((member) => member.score));
  return [...Map.groupBy(items, ({ quantity, sentence }) => `${isOfTable(sentence)} ${quantity.kind} ${quantity.unit}`)]
    .map(([, alike]) => alike.filter((one, at) => alike.findIndex(({ label }) => label === one.label) === at))
    .map((alike) => withoutTotal(isOfOneSentence(alike) ? alike : parallelIn(alike)))
    .filter((alike) => alike.length >= LEAST_ITEMS)
    .filter(beginsWithFirst)
    .flatMap((alike) => {
      const share = shareIn(textOf(alike));
      return share < LEAST_WORDS ? [] : [{ items: alike, fit: score + WORDS * share }];
    });
}

/** What all of them come to is none of them. */
function withoutTotal(items: readonly Item[]): Item[] {
  const sum = items.reduce((all, { quantity }) => all + quantity.low, 0);
  const isTotal = ({ quantity: { low } }: Item) => Math.abs(sum - 2 * low) <= OF_TOTAL * low;
  return items.length > LEAST_ITEMS ? items.filter((item) => !isTotal(item)) : [...items];
}

/** Bare numbers of several sentences may count anything. */
function isOfOneSentence([first, ...others]: readonly Item[]): boolean {
  return others.every(({ sentence }) => isOfTable(sentence) || sentence === first?.sentence);
}

/** The first run of short sentences one after the other, each of which measures one thing. */
function parallelIn(items: readonly Item[]): Item[] {
  const inOrder = items
    .filter(({ quantity, sentence }) => quantity.unit !== '' && sentence.text.length <= SHORT)
    .toSorted((a, b) => a.sentence.span.start - b.sentence.span.start);
  const runs: Item[][] = [];
  for (const item of inOrder) {
    const last = runs.at(-1)?.at(-1);
    if (last && item.sentence.span.start - last.sentence.span.end <= NEAR) runs.at(-1)?.push(item);
    else runs.push([item]);
  }
  return runs.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** `B is second with 19%`: where the largest is not the first, the first stands elsewhere. */
function beginsWithFirst(items: readonly Item[]): boolean {
  const [largest] = items.toSorted((a, b) => b.quantity.low - a.quantity.low);
  const ranks =
    largest && !isOfTable(largest.sentence) ? findOrders(largest.sentence.text).map(({ rank }) => rank) : [];
  return ranks.length === 0 || ranks.includes(1);
}

/** The head that says most of what is asked, the first of several; empty where rows have no heads. */
function columnOf(rows: readonly { all: readonly Beside[] }[], headFit: (head: string) => number): string {
  const heads = rows.flatMap(({ all }) => all.map(({ head }) => head));
  return heads.toSorted((a, b) => headFit(b) - headFit(a))[0] ?? '';
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
