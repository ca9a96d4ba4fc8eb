import type { RankedSentence } from '../answer/rank-sentences.ts';
import { sayableText } from '../answer/sayable-text.ts';
import type { CitedAnswer, Passage, Question, VerifiedAnswer } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { words } from '../lexicon/lexicon.ts';
import { createNames } from '../lexicon/names.ts';
import { findOrders } from '../quantities/orders.ts';
import { rowParts } from '../statements/row-parts.ts';
import { clauseAround } from '../text/clauses.ts';
import { detectLanguage } from '../text/language.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import { isOfTable, rowOf } from './figures-beside.ts';
import type { Group, Item } from './item-groups.ts';
import { itemGroups } from './item-groups.ts';
import type { KindSteps } from './kind-steps.ts';
import type { WordForms } from './word-forms.ts';
import { wordForms } from './word-forms.ts';
import { shareOf } from './word-share.ts';

/** Statements that may print the rank, and the share of the question's words in the clause that does. */
const STATEMENTS = 12;
const LEAST_PRINTED = 0.75;
/** 数量: what only says that something is counted. */
const COUNTED = words('rank/counted');
/** Things in an order that is reckoned. */
const MOST_ITEMS = 60;

const WORDS: Record<Language, (label: string, rank: number, count: number) => string> = {
  zh: (label, rank, count) => `${label}在所列${count}项中排第${rank}`,
  en: (label, rank, count) => `${label} is no. ${rank} of the ${count} listed`,
};
const MARKS: Record<Language, { end: string; cell: string; label: string }> = {
  zh: { end: '。', cell: '；', label: '' },
  en: { end: '.', cell: '; ', label: ' ' },
};

type Draft = CitedAnswer['claims'][number];

/**
 * Somebody's place in an order: as a statement prints it, else reckoned among the rows of one table or what one
 * sentence says of several, shown with its neighbours. Undefined where it is not sure among whom.
 * @param asked words of who is ranked, and by what
 */
export async function giveRank(
  question: Question,
  asked: readonly string[],
  steps: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const { ranked, retrieval } = await steps.findStatements({ ...question, earlier: [] });
  const formsOf = wordForms(createNames(await steps.library.aliases()), steps.names);
  const say = (claims: Draft[], passages: readonly Passage[]) => {
    const answer = verifyAnswer(question, { composer: 'extractive', claims }, [...passages], steps.prove);
    return answer.outcome === 'answered' ? answer : undefined;
  };
  const printed = ranked.slice(0, STATEMENTS).find((one) => printsRank(one, ranked, asked, formsOf));
  if (printed) {
    const quote = sayableText(printed.sentence);
    return say([{ text: quote, citations: [{ passage: printed.sentence.passage.ref, quote }] }], retrieval.passages);
  }
  const groups = await itemGroups(question, asked, ranked, steps);
  for (const group of groups.toSorted((a, b) => b.fit - a.fit)) {
    const own = ownItem(group, question.text, asked, formsOf);
    if (!own || !group.isSure || !(await isWhole(group, steps))) continue;
    const claim = rankClaim(group, own, detectLanguage(question.text));
    const answer = claim && say([claim], retrieval.passages);
    if (answer) return answer;
  }
  return undefined;
}

/**
 * A place in an order that is printed in a clause with all that is asked; or in one clause of a paragraph that holds
 * more of it than each other, where the paragraph and its headings hold the rest.
 */
function printsRank(
  one: RankedSentence,
  ranked: readonly RankedSentence[],
  asked: readonly string[],
  formsOf: WordForms,
): boolean {
  const { sentence, unmet } = one;
  if (unmet.length > 0 || isOfTable(sentence)) return false;
  const shares = sharesOfRanks(sentence.text, asked, formsOf);
  const most = Math.max(0, ...shares);
  if (most >= LEAST_PRINTED) return true;
  const { path, text, order } = sentence.passage.chunk;
  const paragraph = text.lastIndexOf('\n', sentence.span.start) + 1;
  const beside = ranked
    .filter(({ sentence: { passage, span } }) => passage.chunk.order === order && span.start >= paragraph)
    .flatMap((other) => sharesOfRanks(other.sentence.text, asked, formsOf));
  const isOnly = beside.length > 1 && beside.filter((share) => share >= most).length === 1;
  const around = [...path, text.slice(paragraph, sentence.span.end)].join('\n');
  return (
    isOnly &&
    most > 0 &&
    shareOf(
      asked.filter((word) => !COUNTED.is(word)),
      around,
      formsOf,
    ) === 1
  );
}

/** The share of what is asked in each clause that prints a place in an order. */
function sharesOfRanks(text: string, asked: readonly string[], formsOf: WordForms): number[] {
  return findOrders(text)
    .filter(({ rank }) => typeof rank === 'number')
    .map((order) => clauseAround(text, order))
    .map(({ start, end }) => shareOf(asked, text.slice(start, end), formsOf));
}

/** The one of several that the question names, of names within names the longest; else by a word of its name alone. */
function ownItem({ items }: Group, question: string, asked: readonly string[], formsOf: WordForms): Item | undefined {
  const named = items.filter(({ label }) => shareOf([label], question, formsOf) > 0);
  const [own, ...others] = named.toSorted((a, b) => b.label.length - a.label.length);
  if (own) return others.every(({ label }) => own.label.includes(label)) ? own : undefined;
  const holding = asked.map((word) => items.filter(({ label }) => shareOf([word], label, formsOf) > 0));
  const [only, ...more] = new Set(holding.flatMap((found) => (found.length === 1 ? found : [])));
  return more.length === 0 ? only : undefined;
}

/** All rows of the table are there, and none of it stands in the chunk before or behind. */
async function isWhole({ items, others }: Group, { library }: KindSteps): Promise<boolean> {
  const [first] = items;
  if (!first || items.length > MOST_ITEMS) return false;
  if (!isOfTable(first.sentence)) return others === 0;
  const { chunk, report } = first.sentence.passage;
  const all = await library.chunks(report.id);
  const beside = all.filter(({ order }) => Math.abs(order - chunk.order) === 1);
  const notes = first.cell?.notes;
  const goesOn = beside.some(({ text, tables }) =>
    (tables?.rows ?? []).some(({ span, said }) => {
      const label = text.slice(span.start, span.end).split('\t')[0]?.trim() ?? '';
      return rowParts(said, label)?.notes === notes;
    }),
  );
  const groups = items.map(({ sentence, cell }) => rowParts(rowOf(sentence) ?? '', cell?.label ?? '')?.group);
  return !goesOn && others === 0 && new Set(groups).size === 1 && items.every(({ cell }) => cell !== undefined);
}

function rankClaim({ items }: Group, own: Item, language: Language): Draft | undefined {
  const sorted = items.toSorted((a, b) => b.quantity.low - a.quantity.low);
  const at = sorted.indexOf(own);
  const isTied = sorted.some((other) => other !== own && other.quantity.low === own.quantity.low);
  if (isTied || sorted.some(({ quantity }) => quantity.low !== quantity.high)) return undefined;
  const marks = MARKS[language];
  const rows = sorted.map(({ label, quantity, cell }) =>
    cell
      ? { said: `${cell.label}${cell.marks.label}${cell.said}`, figures: [cell.printed] }
      : { said: `${label}${marks.label}${quantity.text.trim()}`, figures: [quantity.text.trim()] },
  );
  const result = WORDS[language](own.cell?.label ?? own.label, at + 1, sorted.length);
  const shown = rows.slice(Math.max(0, at - 1), at + 2).map(({ said }) => said);
  return {
    text: [...shown, result].join(own.cell?.marks.cell ?? marks.cell) + marks.end,
    citations: citationsOf(sorted),
    reckoned: { operation: 'rank', rows, result },
  };
}

/** One stretch from the first row to the last, or each sentence. */
function citationsOf(items: readonly Item[]): Draft['citations'] {
  const [first] = items;
  if (!first) return [];
  const { passage } = first.sentence;
  if (!isOfTable(first.sentence))
    return [...new Set(items.map(({ sentence }) => sentence))].map((sentence) => ({
      passage: sentence.passage.ref,
      quote: sayableText(sentence),
    }));
  const spans = items.map(({ sentence }) => sentence.span);
  const [start, end] = [Math.min(...spans.map((span) => span.start)), Math.max(...spans.map((span) => span.end))];
  return [{ passage: passage.ref, quote: passage.chunk.text.slice(start, end) }];
}
