import type { CitedAnswer, Passage, Question, VerifiedAnswer } from '../domain/answer.ts';
import { sayableText } from '../answer/sayable-text.ts';
import type { Language } from '../domain/report.ts';
import { detectLanguage } from '../text/language.ts';
import { claimsOf } from '../domain/answer.ts';
import { answerTo, verifyAnswer } from '../verify/verify-answer.ts';
import type { FoundFigure } from './find-operands.ts';
import { isOfTable, rowOf } from './figures-beside.ts';
import { figuresOf } from './find-operands.ts';
import type { KindSteps } from './kind-steps.ts';
import type { Operand, Operands, Operation, ReadComparison } from './read-comparison.ts';
import { createNames } from '../lexicon/names.ts';
import { wordForms } from './word-forms.ts';
import type { Term } from './reckoned-claim.ts';
import type { Picked } from './pick-operands.ts';
import { isSameStatement, mayBeSaidTogether, pickOperands } from './pick-operands.ts';
import { reckonedClaim, withoutUnit } from './reckoned-claim.ts';
import type { RowsClaim } from './reckoned-rows.ts';
import { reckonedRows } from './reckoned-rows.ts';

/** Sets of figures that are put to the proof. */
const SETS = 8;
/** What counts against a statement that was found for another operand, or for the whole question. */
const OTHERS = 1;

type Draft = CitedAnswer['claims'][number];

/**
 * Compares what a question compares: a figure for each operand, what follows from them, and the sentences that they
 * stand in. Of operands that have none it says so, and gives the others. Undefined when none has one.
 */
export async function giveComparison(
  question: Question,
  comparison: ReadComparison,
  steps: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const { operands } = comparison;
  const asked = [...new Set([...operands.map(({ ask }) => ask), question.text])];
  const found = await Promise.all(asked.map((text) => steps.findStatements({ ...question, text, earlier: [] })));
  const passages = joinPassages(found.map(({ retrieval }) => retrieval.passages));
  const formsOf = wordForms(createNames(await steps.library.aliases()), steps.names);
  const figures = operands.map((operand) => {
    const ranked = found.flatMap((each, at) =>
      each.ranked.map((ofAsk) => ({ ...ofAsk, score: ofAsk.score - (asked[at] === operand.ask ? 0 : OTHERS) })),
    );
    const others = operands.filter((other) => other !== operand);
    return figuresOf(operand, others, ranked, steps.names, formsOf);
  });
  const picked = pickOperands(figures, comparison);
  const language = detectLanguage(question.text);
  const [best] = picked;
  const say = (claims: Draft[]) =>
    verifyAnswer(question, { composer: 'extractive', kind: 'comparison', claims }, passages, steps.prove);
  const alike = picked.filter((each) => each.every((figure, at) => isSameStatement(figure, best?.[at] ?? figure)));
  for (const set of alike.slice(0, SETS)) {
    const reckoned = reckonedDrafts(set, comparison, passages, language).find(
      (draft) => claimsOf(say([draft])).length > 0,
    );
    if (reckoned) return say([reckoned, ...quotedOf(set, passages)]);
  }
  // A share is told or reckoned: a part without its whole is no answer.
  if (comparison.operation === 'share') return undefined;
  if (!best || !mayBeSaidTogether(best)) return someOf(question, comparison, figures, steps);
  return say(quotedOf(best, passages));
}

/** What follows from some figures in the wordings that may be proved, with the statements that they stand in. */
export function reckonedDrafts(
  set: Picked,
  comparison: ReadComparison,
  passages: readonly Passage[],
  language: Language,
): Draft[] {
  const citations = distinctOf(set.flatMap(({ sentence }) => citationsOf(sentence, passages)));
  return wordings(set, comparison, language).map((claim) => ({ ...claim, citations, computed: true }));
}

/** The statements that the figures stand in. */
export function quotedOf(picked: readonly FoundFigure[], passages: readonly Passage[]): Draft[] {
  const claims = picked.map((figure) => quoted(figure, passages));
  return claims.filter(({ text }, at) => claims.findIndex((each) => each.text === text) === at);
}

/** A comparison in words: of rows in theirs; and without units where these stand above a table and in no row of it. */
function wordings(picked: Picked, { operation, operands }: ReadComparison, language: Language): RowsClaim[] {
  if (operation === 'each') return [];
  const ordered = inOrder(picked, operands, operation);
  const ofRows = reckonedRows(ordered.figures, operation, language);
  if (ofRows) return [ofRows];
  const terms = ordered.terms;
  const isOfTimes = operands.every(({ own }) => own.length === 0);
  const [one, other, ...others] = terms;
  const bare = [withoutUnit(one), withoutUnit(other), ...others.map(withoutUnit)] as const;
  const ways = picked.every(({ sentence }) => isOfTable(sentence)) ? [terms, bare] : [terms];
  return ways.flatMap((way) => {
    const text = reckonedClaim(way, operation, language, isOfTimes);
    return text === undefined ? [] : [{ text }];
  });
}

/** One of them alone, as it would be answered alone, and that the others are not there. */
async function someOf(
  question: Question,
  { operands }: ReadComparison,
  figures: readonly (readonly FoundFigure[])[],
  { answerFacts }: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const there = operands.filter((_, at) => (figures[at] ?? []).length > 0);
  const missing = operands.filter((_, at) => (figures[at] ?? []).length === 0);
  const [only, ...others] = there;
  if (!only || others.length > 0 || missing.some(({ label }) => label === '')) return undefined;
  const answer = await answerFacts({ ...question, text: only.ask, earlier: [] });
  return claimsOf(answer).length > 0
    ? answerTo(
        question,
        answer,
        missing.map(({ label }) => label),
      )
    : undefined;
}

interface Ordered {
  figures: Picked;
  terms: readonly [Term, Term, ...Term[]];
}

/** Which is more stands first where that is asked, the earlier time where growth is; else the order of the question. */
function inOrder(picked: Picked, operands: Operands, operation: Operation): Ordered {
  const termOf = (operand: Operand, figure: FoundFigure): Term => ({
    label: labelOf(operand, figure),
    quantity: figure.quantity,
    said: figure.said,
  });
  const [one, other, ...others] = picked;
  const further = others.flatMap((figure, at) => {
    const operand = operands[at + 2];
    return operand ? [termOf(operand, figure)] : [];
  });
  const [first, second] = [termOf(operands[0], one), termOf(operands[1], other)];
  const isTurned =
    operation === 'growth'
      ? isLater(operands[0], operands[1])
      : operation === 'which' && other.quantity.low > one.quantity.low;
  return isTurned
    ? { figures: [other, one, ...others], terms: [second, first, ...further] }
    : { figures: picked, terms: [first, second, ...further] };
}

function isLater({ time: one }: Operand, { time: other }: Operand): boolean {
  if (other === 'before') return true;
  if (one === undefined || one === 'before' || other === undefined) return false;
  return one.year > other.year || (one.year === other.year && (one.months?.[0] ?? 0) > (other.months?.[0] ?? 0));
}

/** `A year ago` is told by its year. */
function labelOf({ label, time, own }: Operand, { year }: FoundFigure): string {
  const isOfTime = time === 'before' || (time === undefined && own.length === 0);
  return isOfTime && year !== undefined ? String(year) : label;
}

function quoted({ sentence }: FoundFigure, passages: readonly Passage[]): Draft {
  return { text: sayableText(sentence), citations: [citationOf(sentence, passages)] };
}

function citationOf(sentence: FoundFigure['sentence'], passages: readonly Passage[]): Draft['citations'][number] {
  const { chunk } = sentence.passage;
  const passage = passages.find((each) => each.chunk.reportId === chunk.reportId && each.chunk.order === chunk.order);
  return { passage: passage?.ref ?? '', quote: sayableText(sentence) };
}

/** A row with the head that says what stands in its columns. */
function citationsOf(sentence: FoundFigure['sentence'], passages: readonly Passage[]): Draft['citations'] {
  const own = citationOf(sentence, passages);
  const head = isOfTable(sentence) ? headOf(sentence) : undefined;
  return head === undefined ? [own] : [own, { ...own, quote: head }];
}

function distinctOf(citations: Draft['citations']): Draft['citations'] {
  return citations.filter(
    (one, at) => citations.findIndex(({ passage, quote }) => passage === one.passage && quote === one.quote) === at,
  );
}

/** The line of heads above a row: cells of it are said with the row. */
function headOf(sentence: FoundFigure['sentence']): string | undefined {
  const { passage, span } = sentence;
  const { chunk, statements } = passage;
  const text = rowOf(sentence) ?? sentence.text;
  const at = statements.findIndex(({ quotes }) => quotes[0]?.start === span.start);
  const above = statements.slice(0, Math.max(0, at)).filter(({ kind }) => kind === 'row');
  const lines = above.map(({ quotes }) => chunk.text.slice(quotes[0]?.start ?? 0, quotes.at(-1)?.end ?? 0));
  return lines.findLast((line) => line.includes('\t') && line.split('\t').every((cell) => text.includes(cell.trim())));
}

/** The passages of several findings, each once, under references of their own. */
function joinPassages(lists: readonly (readonly Passage[])[]): Passage[] {
  const joined = new Map(lists.flat().map((passage) => [`${passage.chunk.reportId} ${passage.chunk.order}`, passage]));
  return [...joined.values()].map((passage, at) => ({ ...passage, ref: `P${at + 1}` }));
}
