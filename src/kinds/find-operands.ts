import type { ReadSentence } from '../answer/read-sentences.ts';
import type { RankedSentence } from '../answer/rank-sentences.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import { words } from '../lexicon/lexicon.ts';
import { readSentence } from '../figures/read-sentence.ts';
import { findDirections } from '../lexicon/directions.ts';
import { findStances } from '../lexicon/stances.ts';
import { withQualifier } from '../quantities/qualifiers.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { given } from '../domain/given.ts';
import type { Beside, Cell } from './figures-beside.ts';
import { besidesOf, isOfTable } from './figures-beside.ts';
import { timeFit, timeOf } from './operand-time.ts';
import type { Operand } from './read-comparison.ts';
import { aroundOf, isCalled, measuredIn, weighedShare } from './surroundings.ts';
import type { WordForms } from './word-forms.ts';
import { placeOf, shareOf } from './word-share.ts';
import { holdsDigit, holdsHan } from '../text/holds-letters.ts';

/** A figure of a statement, with how well it fits one of the things that are compared. */
export interface FoundFigure {
  quantity: Quantity;
  sentence: ReadSentence;
  /** The statement as it was ranked for the operand. */
  ranked: RankedSentence;
  /** Share of what is asked of the operand that its statement, its heads and headings say. */
  asked: number;
  /** The same share in its statement and the headings above alone; and in its cell, or its part of the clause. */
  named: number;
  ownNamed: number;
  /** As it is told: with what qualifies it, and that it is only expected. */
  said: string;
  /** Of a row: the head above the figure. */
  head: string;
  /** Of a row whose columns are certain. */
  cell?: Cell;
  /** Of a sentence: what it measures, where the sentence says so. */
  measure?: string;
  /** When it is of, where the statement or the head says it. */
  year: number | undefined;
  /** Score of its statement with how surely the figure is the operand's; comparable within one question. */
  fit: number;
}

/** Statements that are looked through for one operand. */
const STATEMENTS = 60;
/** So much of an operand's own words stand beside its figure at least. */
const LEAST = 0.5;
/** What the own words beside a figure are worth, in units of a statement's score, which are log likelihoods. */
const OWN = 3;
const MEASURE = 1.5;
/** How far behind the best statement one may lie. */
const LAG = 6;
/** What counts against the accounts of a parent alone, where those of its group are meant: nobody names them so. */
const OF_PARENT = 3;
const PARENT = words('accounts of parent');
/** Characters of a statement: a longer one is no sentence. */
const LONGEST = 400;

/** What the row below all others is called. */
const TOTAL = words('share shape/total');

/** Values are computed with binary fractions. */
const ROUNDING = 1e-9;
/** `Rises faster`. */
const SPEED = words('comparison shape/speed');

/** Figures that are an operand's, the best first: beside its own words, not the others', and of its time. */
export function figuresOf(
  operand: Operand,
  others: readonly Operand[],
  ranked: readonly RankedSentence[],
  names: NameReader,
  formsOf: WordForms,
): FoundFigure[] {
  const measured = measuredIn(operand);
  const isOfSpeed = SPEED.isIn(operand.ask) && findDirections(operand.ask).some(({ axis }) => axis === 'change');
  return nearBest(ranked)
    .flatMap((one) => {
      const { sentence, score } = one;
      return inOrder(besidesOf(sentence, names), operand, others, sentence.text, formsOf).flatMap((beside) => {
        const { quantity, source, text, head } = beside;
        const asking = measured.filter(({ text: word }) => !isCalled(word, sentence));
        const fit =
          ownFit(operand, others, beside, sentence, formsOf) +
          timeFit(operand, others, beside, sentence) +
          MEASURE * (weighedShare(asking, text, formsOf) + weighedShare(asking, head, formsOf));
        if (!Number.isFinite(fit) || isNoFigure(quantity) || (isOfSpeed && !isRate(beside))) return [];
        const year = timeOf(beside)?.year?.low;
        const said = saidWith(source, quantity);
        const around = `${text}\n${aroundOf(sentence)}`;
        const asked = asking.length === 0 ? 1 : weighedShare(asking, around, formsOf);
        const measure = measureOf(beside, sentence, names);
        const own = [text, head, beside.cell?.notes ?? ''].join('\n');
        const whole = [...sentence.passage.chunk.path, own, isOfTable(sentence) ? '' : sentence.text].join('\n');
        const named = asking.length === 0 ? 0 : weighedShare(asking, whole, formsOf);
        const ownNamed = asking.length === 0 ? 0 : weighedShare(asking, own, formsOf);
        // What stands around it is of something else where the sentence itself says what it measures.
        const isOther = measure !== undefined && weighedShare(asking, `${measure} ${text}`, formsOf) === 0;
        if (isOther && asking.length > 0) return [];
        const known = given({ cell: beside.cell, measure });
        const shares = { asked, named, ownNamed };
        const isOfParent =
          PARENT.isIn(`${beside.cell?.notes ?? ''}\n${sentence.head.text}`) && !PARENT.isIn(operand.ask);
        const full = score + fit - (isOfParent ? OF_PARENT : 0);
        return [{ quantity, sentence, ranked: one, head, year, ...shares, said, fit: full, ...known }];
      });
    })
    .toSorted((a, b) => b.fit - a.fit);
}

/** The best statements, and all rows of the tables that these stand in: a row is found by another's name, too. */
function nearBest(ranked: readonly RankedSentence[]): RankedSentence[] {
  const ordered = ranked.toSorted((a, b) => b.score - a.score);
  const least = (ordered[0]?.score ?? 0) - LAG;
  const near = ordered.slice(0, STATEMENTS).filter(({ score }) => score >= least);
  const tables = new Set(near.filter(({ sentence }) => isOfTable(sentence)).map(tableName));
  const beside = ordered
    .filter((one) => !near.includes(one) && isOfTable(one.sentence) && tables.has(tableName(one)))
    .map((one) => ({ ...one, score: Math.max(one.score, least) }));
  return [...near, ...beside].filter(({ sentence }) => sentence.text.length <= LONGEST);
}

function tableName({ sentence: { passage } }: RankedSentence): string {
  return `${passage.chunk.reportId} ${passage.chunk.order}`;
}

/** What a figure of a sentence measures, as the sentence binds it. */
function measureOf({ quantity }: Beside, { passage, span }: ReadSentence, names: NameReader): string | undefined {
  const statement = passage.statements.find(
    ({ kind, quotes }) => (kind === 'sentence' || kind === 'item') && quotes[0]?.start === span.start,
  );
  const facts = statement ? readSentence(statement, names).facts : [];
  const isSame = (low: number) => Math.abs(low - quantity.low) <= ROUNDING * Math.abs(low);
  return facts.find(({ kind, value }) => kind === quantity.kind && isSame(value.low))?.measure;
}

/** How fast something rises is told by a share of itself. */
function isRate({ quantity: { kind } }: Beside): boolean {
  return kind === 'percent' || kind === 'points' || kind === 'times';
}

/** A year that stands alone, a number in letters (`the two of them`) and one that registers are not measured. */
function isNoFigure({ text }: Quantity): boolean {
  return /^(?:19|20)\d{2}$/u.test(text.trim()) || !holdsDigit(text) || /\d{10}/u.test(text);
}

/** `预计`, `超过`: left out, a figure would say more than its statement. */
function saidWith(text: string, quantity: Quantity): string {
  const { start, end } = withQualifier(text, quantity);
  const stance = findStances(text).find(
    ({ kind, from, to }) => (kind === 'planned' || kind === 'unsure') && from < start && to >= end,
  );
  const figure = text.slice(start, end).trim();
  if (stance === undefined) return figure;
  return holdsHan(stance.text) ? stance.text + figure : `${stance.text} ${figure}`;
}

/** `A is better than B (17% vs 38%)`: two figures apart from both names are theirs in the order of the names. */
function inOrder(
  besides: readonly Beside[],
  { label, own }: Operand,
  [other, ...more]: readonly Operand[],
  text: string,
  formsOf: WordForms,
): readonly Beside[] {
  const [first, second] = besides;
  if (besides.length !== 2 || !first || !second || !other || more.length > 0 || own.length === 0) return besides;
  const isOfNeither = besides.every(
    (each) => shareOf(own, each.text, formsOf) === shareOf(other.own, each.text, formsOf),
  );
  const [here, there] = [firstOf(own, text), firstOf(other.own, text)];
  if (!isOfNeither || here < 0 || there < 0 || here === there) return besides;
  return [here < there ? { ...first, text: label } : { ...second, text: label }];
}

function firstOf(own: readonly string[], text: string): number {
  return Math.min(...own.map((word) => placeOf(word, text)));
}

/** How surely the words beside a figure are one operand's and no other's; -Infinity when they are not at all. */
function ownFit(
  operand: Operand,
  others: readonly Operand[],
  { text, before = '', named = '' }: Beside,
  sentence: ReadSentence,
  formsOf: WordForms,
): number {
  if (operand.own.length === 0) return 0;
  // What a report is called stands beside none of its figures, unless that is all that is asked for.
  const shareIn = (own: readonly string[], where: string) => {
    const telling = own.filter((word) => !isCalled(word, sentence));
    return shareOf(telling.length > 0 ? telling : own, where, formsOf);
  };
  const here = shareIn(operand.own, text);
  const there = Math.max(0, ...others.map(({ own }) => shareIn(own, text)));
  // What is named near it is not what it is of: only its own row, head or part of the clause says that.
  if (here >= LEAST && here > there) return OWN * (here - there);
  // `甲排名第一，有3000件`: what names none of them goes on with the clause before.
  const isBefore = there === 0 && shareIn(operand.own, before) >= LEAST;
  if (isBefore && others.every(({ own }) => shareIn(own, before) === 0)) return OWN * LEAST;
  const isTotal = operand.isWhole === true && isOfTable(sentence) && TOTAL.is(named.trim());
  return isTotal && shareIn(operand.own, aroundOf(sentence)) >= LEAST ? OWN * LEAST : Number.NEGATIVE_INFINITY;
}
