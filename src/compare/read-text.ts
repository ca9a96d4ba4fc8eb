import type { NameReader } from '../dictionary/read-names.ts';
import type { Statement } from '../domain/statement.ts';
import type { Direction } from '../lexicon/directions.ts';
import { inTableUnit } from '../quantities/table-unit.ts';
import type { DateFound } from '../quantities/dates.ts';
import { findDates, isTimeAgo } from '../quantities/dates.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Order } from '../quantities/orders.ts';
import { findOrders } from '../quantities/orders.ts';
import { withQualifier } from '../quantities/qualifiers.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { isFigure } from '../quantities/quantity.ts';
import { splitClauses } from '../text/clauses.ts';
import { plainLetters } from '../text/plain-letters.ts';
import { rememberFor } from '../text/remember.ts';
import type { ContentWord } from './content-words.ts';
import { contentWords } from './content-words.ts';
import { findMoves } from './find-moves.ts';

/** A text taken apart, for comparing: what is said of what is told by where it stands. */
export interface ReadText {
  /** In one form of letters. */
  text: string;
  /** Figures and dates. */
  quantities: readonly Quantity[];
  /** Figures, no dates. */
  figures: readonly Quantity[];
  orders: readonly Order[];
  dates: readonly DateFound[];
  words: readonly ContentWord[];
  /** What rises and falls in it, with the other directions. */
  moves: readonly Direction[];
}

/**
 * Takes a text apart once; everything is looked for in the whole of it.
 * @param known the quantities of the text where they were read before
 */
export function readText(raw: string, names: NameReader, known?: readonly Quantity[]): ReadText {
  const text = plainText(raw);
  const quantities = known && text.length === raw.length ? known : findQuantities(text);
  const orders = findOrders(text);
  const moves = findMoves(text, names);
  const changes = moves.filter(({ axis }) => axis === 'change');
  return {
    text,
    quantities,
    words: contentWords(
      text,
      [
        ...quantities.map((one) => (LIMITS.includes(one.qualifier) ? one : withQualifier(text, one))),
        ...orders,
        ...changes,
      ],
      names,
    ),
    figures: quantities.filter((quantity) => isFigure(quantity) && !isTimeAgo(quantity, quantities, text)),
    moves,
    orders,
    dates: findDates(text, quantities),
  };
}

/** Words that say more than a figure does: they are compared as words, too. */
const LIMITS: readonly Quantity['qualifier'][] = ['at_least', 'at_most'];

/** Reads statements of reports, each once: their quantities are stored. */
export function createStatementReader(names: NameReader): (statement: Statement) => ReadText {
  return rememberFor(({ kind, text, clauses }) => {
    const quantities = clauses.flatMap((clause) => clause.quantities);
    return readText(text, names, kind === 'row' ? inTableUnit(quantities, text) : quantities);
  });
}

/** The clauses of a text. */
export const clausesOf = rememberFor(({ text }: ReadText) => splitClauses(text));

/** One form of letters; `U.S.` is US. */
export function plainText(text: string): string {
  return plainLetters(text).replaceAll(/\b(?:[A-Z]\.){2,}/gu, (initials) => initials.replaceAll('.', ''));
}
