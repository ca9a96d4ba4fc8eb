import type { RankedSentence } from '../answer/rank-sentences.ts';
import type { ReadSentence } from '../answer/read-sentences.ts';
import type { Question } from '../domain/answer.ts';
import { given } from '../domain/given.ts';
import { findDirections } from '../lexicon/directions.ts';
import { words } from '../lexicon/lexicon.ts';
import { createNames, hereOrEverywhere, holdsName } from '../lexicon/names.ts';
import { findDates } from '../quantities/dates.ts';
import { findOrders } from '../quantities/orders.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Beside, Cell } from './figures-beside.ts';
import { besidesOf, isOfTable } from './figures-beside.ts';
import type { KindSteps } from './kind-steps.ts';
import { listedInOrder } from './listed-in-order.ts';
import { wordForms } from './word-forms.ts';
import { shareOf } from './word-share.ts';

const GROWTH = words('figure asked/growth');
const CHANGE = words('compare/change');
const SHARE = words('figure asked/share');
/** What the words of a group speak for it besides its best statement. */
const WORDS = 3;
/** What speaks for a group of the country, or of the world, as asked, in units of a statement's score. */
const SCOPE = 2;
/** So much of what is asked stands in a group, with its heads and headings. */
const LEAST_WORDS = 0.6;
/** Characters of a sentence that measures one of several things beside others, and between two of them. */
const SHORT = 80;
const NEAR = 10;
/** Fewer are no order. */
const LEAST_ITEMS = 3;
/** What a year counts where none is asked for: less than a word. */
const LATEST = 1e-5;
/** What the row below all others is called, and what is left over. */
const NONE = [words('share shape/total'), words('list/rest')];
/** A total may be rounded by this share. */
const OF_TOTAL = 0.002;

/** One of several things with its figure. */
export interface Item {
  label: string;
  quantity: Quantity;
  sentence: ReadSentence;
  /** Of a row whose columns are certain. */
  cell?: Cell;
}

/**
 * What the reports measure of several things, each group in one place and one unit: rows of one table, or what one
 * sentence or adjoining ones say.
 * @param asked words of the question
 */
export async function itemGroups(
  question: Question,
  asked: readonly string[],
  ranked: readonly RankedSentence[],
  { library, names }: Pick<KindSteps, 'library' | 'names'>,
): Promise<Group[]> {
  const formsOf = wordForms(createNames(await library.aliases()), names);
  // Of another time than the one that is asked for, no order is the answer.
  const ofItsTime = ranked.filter(({ features }) => features.unmetPeriods === 0);
  const isOfChange = tellsChange(question.text);
  // `grew fastest`: that it is the column of changes says so.
  const matter = isOfChange ? asked.filter((word) => !tellsChange(word)) : asked;
  const shareIn = (text: string) => shareOf(matter.length > 0 ? matter : asked, text, formsOf);
  const time = yearIn(question.text);
  const headFit = (head: string) =>
    shareIn(head) + (isOfChange && tellsChange(head) ? 1 : 0) + timeFit(yearIn(head), time);
  const read = (sentence: ReadSentence) => besidesOf(sentence, names);
  return [placeOf, paragraphOf]
    .flatMap((place) =>
      [...Map.groupBy(ofItsTime, place).values()].flatMap((members) => groupsOf(members, { shareIn, headFit, read })),
    )
    .filter(({ items }) => !isOtherScope(question.text, textOf(items)) && isOfKind(question.text, items))
    .map((group) => ({ ...group, fit: group.fit + (isOfScope(question.text, textOf(group.items)) ? SCOPE : 0) }));
}

/** Of the country, or of the world, as asked. */
function isOfScope(question: string, text: string): boolean {
  const [wanted, ...others] = hereOrEverywhere().filter((forms) => holdsName(question, forms));
  return wanted !== undefined && others.length === 0 && holdsName(text, wanted);
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

/** Several things with their figures in one unit, and how well they are what is asked. */
export interface Group {
  items: Item[];
  fit: number;
  /** One column of a table, or one sentence, is what is asked for, and no other as well. */
  isSure: boolean;
  /** Figures beside these, of things that are not told apart, and rows without a figure. */
  others: number;
}

interface GroupReading {
  /** Share of what is asked that a text says. */
  shareIn(text: string): number;
  /** How well a column is the one that is asked for. */
  headFit(head: string): number;
  read(sentence: ReadSentence): Beside[];
}

/** True for what tells of a change: who gained most is told by the column of changes, and by no other. */
export function tellsChange(text: string): boolean {
  return CHANGE.isIn(text) || findDirections(text).some(({ axis }) => axis === 'change');
}

/** Without a time that is asked for, the latest is meant. */
function timeFit(year: number | undefined, asked: number | undefined): number {
  if (year === undefined) return 0;
  if (asked === undefined) return year * LATEST;
  return year === asked ? 1 : -1;
}

function yearIn(text: string): number | undefined {
  return findDates(text).find(({ year }) => year !== undefined)?.year?.low;
}

/** What one place says of several things, for each unit apart. */
function groupsOf(members: readonly RankedSentence[], { shareIn, headFit, read }: GroupReading): Group[] {
  const besides = members.map(({ sentence }) => ({ sentence, all: read(sentence) }));
  const { column, isOnly } = columnOf(besides, headFit);
  const items = besides.flatMap(({ sentence, all }) => itemsOf(sentence, column, all));
  const isOne = members.every(({ sentence }) => isOfTable(sentence)) ? isOnly : members.length === 1;
  const score = Math.max(...members.map((member) => member.score));
  const unit = unitOf(items);
  return [...Map.groupBy(items, (item) => `${isOfTable(item.sentence)} ${unit(item)}`)]
    .map(([, alike]) => alike.filter((one, at) => alike.findIndex(({ label }) => label === one.label) === at))
    .map((alike) => withoutTotal(isOfOneSentence(alike) ? alike : parallelIn(alike)))
    .filter((alike) => alike.length >= LEAST_ITEMS)
    .filter(beginsWithFirst)
    .flatMap((alike) => {
      const share = shareIn(textOf(alike));
      const group = { items: alike, fit: score + WORDS * share, isSure: isOne, others: othersThan(alike, besides) };
      return share < LEAST_WORDS ? [] : [group];
    });
}

/** Of a column whose first cell alone says the unit, `36%` above `23`, all cells are of it. */
function unitOf(items: readonly Item[]): (item: Item) => string {
  const nameOf = ({ quantity: { kind, unit } }: Item) => `${kind} ${unit}`;
  const ofTable = items
    .filter(({ sentence }) => isOfTable(sentence))
    .toSorted((a, b) => a.sentence.span.start - b.sentence.span.start);
  const [first, ...others] = ofTable;
  const isSaidOnce =
    first !== undefined &&
    others.length > 0 &&
    others.every(({ quantity }) => quantity.kind === 'count' && quantity.unit === '');
  return (item) => (isSaidOnce && ofTable.includes(item) ? nameOf(first) : nameOf(item));
}

/** Figures of the same unit, and rows, that are none of some things, and no total. */
function othersThan(
  items: readonly Item[],
  besides: readonly { sentence: ReadSentence; all: readonly Beside[] }[],
): number {
  const [first] = items;
  if (!first) return 0;
  const { kind, unit } = first.quantity;
  const figures = besides.flatMap(({ sentence, all }) =>
    isOfTable(sentence)
      ? all.slice(0, 1)
      : all.filter(({ quantity }) => quantity.kind === kind && quantity.unit === unit),
  );
  return figures.filter(({ named = '' }) => !isNone(named)).length - items.length;
}

function isNone(label: string): boolean {
  return NONE.some((forms) => forms.is(label.trim()));
}

/** What all of them come to is none of them, nor is what is left over. */
function withoutTotal(all: readonly Item[]): Item[] {
  const items = all.filter(({ label }) => !isNone(label));
  const sum = items.reduce((total, { quantity }) => total + quantity.low, 0);
  const isTotal = ({ quantity: { low } }: Item) => Math.abs(sum - 2 * low) <= OF_TOTAL * low;
  return items.length > LEAST_ITEMS ? items.filter((item) => !isTotal(item)) : items;
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
function columnOf(
  rows: readonly { all: readonly Beside[] }[],
  headFit: (head: string) => number,
): { column: string; isOnly: boolean } {
  const heads = [...new Set(rows.flatMap(({ all }) => all.map(({ head }) => head)))];
  const [first = '', second] = heads.toSorted((a, b) => headFit(b) - headFit(a));
  return { column: first, isOnly: second === undefined || headFit(first) > headFit(second) };
}

/** Of a row the figure under one head, for all rows the same; of a sentence each figure that has a name. */
function itemsOf(sentence: ReadSentence, column: string, besides: readonly Beside[]): Item[] {
  const listed = isOfTable(sentence) ? [] : listedInOrder(sentence.text);
  if (listed.length >= LEAST_ITEMS) return listed.map((one) => ({ ...one, sentence }));
  if (!isOfTable(sentence))
    return besides.flatMap(({ quantity, named }) =>
      named === undefined ? [] : [{ label: named, quantity, sentence }],
    );
  // A row whose columns are certain and that has none there has nothing there.
  const best = besides.find(({ head }) => head === column) ?? besides.find(({ cell }) => cell === undefined);
  return best
    ? [{ label: best.named ?? sentence.text, quantity: best.quantity, sentence, ...given({ cell: best.cell }) }]
    : [];
}

function textOf(items: readonly Item[]): string {
  return items
    .flatMap(({ sentence: { text, head, passage } }) => [passage.report.title, ...passage.chunk.path, head.text, text])
    .join('\n');
}
