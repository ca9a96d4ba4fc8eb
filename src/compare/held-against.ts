import { stemOf } from '../dictionary/likeness.ts';
import { areComparable } from '../quantities/compare-quantities.ts';
import type { DateFound } from '../quantities/dates.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Operation, Reckoning } from '../quantities/reckon.ts';
import { isSaid } from '../quantities/reckon.ts';
import type { WordLikeness } from './align.ts';
import type { ContentWord } from './content-words.ts';
import { isAt } from './operand-times.ts';
import type { Operand } from './operands.ts';
import type { ReadText } from './read-text.ts';
import type { AskedReckoning } from './reckoning-words.ts';

/** A figure of a claim, and what follows from the figures that the claim speaks of. */
export interface ClaimReckoning {
  figure: Quantity;
  reckoning: Reckoning;
  operands: readonly Operand[];
  /** The claim has the result, and the direction. */
  isTrue: boolean;
  /** How surely the claim speaks of these figures. */
  fit: number;
  /** The share of the claim's words that they, and what stands around them, say. */
  said: number;
}

/** What of a claim is held against figures. */
export interface Asked extends AskedReckoning {
  figure: Quantity;
  claim: ReadText;
  /** Without what only says how is reckoned. */
  words: readonly ContentWord[];
  dates: readonly DateFound[];
  alike: WordLikeness;
}

function headingOf({ passage: { report, chunk } }: Operand): string[] {
  return [report.title, report.company ?? '', ...chunk.path];
}

/** What stands right above a table says what it counts. */
function captionOf({ statement, passage: { statements } }: Operand): string {
  if (statement.kind !== 'row') return '';
  const above = statements.slice(0, statements.indexOf(statement));
  return above.findLast(({ kind }) => kind !== 'row')?.text ?? '';
}

/** From here on a word says another one. */
export const SAYS = 0.75;
const ALIKE = 0.6;
const THING = 0.9;
/** What stands around a figure is said a little less surely than what stands beside it. */
const AROUND = 0.85;
/** What counts besides the share of the claim's words. */
export const NAMED = 0.3;
const SAME_STATEMENT = 0.1;
const SAME_HEAD = 0.05;
const OF_NO_TIME = 0.05;
/** A word of a term of several is said less surely than the term. */
const IN_TERM = 0.9;

/** The share of a claim's words that operands say, or what stands around them. */
export function saidBy(operands: readonly Operand[], { words, alike }: Asked): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  const beside = operands.flatMap((operand) => operand.words);
  const around = operands.flatMap(({ read }) => read.words);
  const heading = operands.flatMap((operand) => [...headingOf(operand), captionOf(operand)]).join('\n');
  const said = words.reduce((sum, word) => {
    const own = likest(word, beside, alike);
    const near = Math.max(likest(word, around, alike), heading.includes(word.text) ? 1 : 0);
    return sum + word.weight * Math.max(own, AROUND * near);
  }, 0);
  return said / total;
}

export function likest(word: ContentWord, others: readonly ContentWord[], alike: WordLikeness): number {
  return Math.max(0, ...others.map((other) => Math.max(alike(word, other), isInTerm(word, other) ? IN_TERM : 0)));
}

function isInTerm({ key }: ContentWord, { text }: ContentWord): boolean {
  return text.includes(' ') && text.toLowerCase().split(' ').map(stemOf).includes(key);
}

/** Where a claim names a word; undefined where it does not. */
export function namedAt(word: ContentWord, { claim, alike }: Asked): number | undefined {
  return claim.words.find((own) => likest(own, [word], alike) >= SAYS)?.start;
}

export function shareNamed({ words }: Operand, asked: Asked): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const named = words.filter((word) => namedAt(word, asked) !== undefined);
  return total === 0 ? 0 : named.reduce((sum, { weight }) => sum + weight, 0) / total;
}

export function areAlike({ figure: one, passage }: Operand, { figure: other, passage: its }: Operand): boolean {
  return passage.report.id === its.report.id && one !== other && one.kind === other.kind && areComparable(one, other);
}

/** Words for things that an operand has and another one has not. */
export function apart({ words }: Operand, { words: others }: Operand, alike: WordLikeness): ContentWord[] {
  return words.filter((word) => word.weight >= THING && likest(word, others, alike) < ALIKE);
}

/** What speaks against an operand by its time; undefined where it is of another time than the claim. */
export function lateness({ date }: Operand, { dates }: Asked): number | undefined {
  if (date === undefined) return dates.length > 0 ? OF_NO_TIME : 0;
  if (dates.length === 0) return 0;
  return dates.some((claimed) => isAt(claimed, { date }, dates)) ? 0 : undefined;
}

export function fitOf(one: Operand, other: Operand, asked: Asked): number {
  const named = (shareNamed(one, asked) + shareNamed(other, asked)) / 2;
  const isOfOne = one.statement === other.statement;
  const isOfColumn = one.statement.kind === 'row' && other.statement.kind === 'row' && one.head === other.head;
  return NAMED * named + (isOfOne ? SAME_STATEMENT : 0) + (isOfColumn ? SAME_HEAD : 0);
}

/** In what a table counts, where nobody says it. */
const SCALES = [1, 1e3, 1e4, 1e6, 1e8];
const AMOUNTS: readonly Operation[] = ['sum', 'difference', 'average'];

export function isSaidBy(figure: Quantity, { operation, value }: Reckoning, operands: readonly Operand[]): boolean {
  const isOpen = AMOUNTS.includes(operation) && operands.every(({ isOfUnknownScale }) => isOfUnknownScale);
  return (isOpen ? SCALES : [1]).some((scale) => isSaid(figure, Math.abs(value) * scale));
}
