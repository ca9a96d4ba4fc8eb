import type { Language } from '../domain/report.ts';
import type { QuestionUnits } from '../dictionary/query-unit.ts';
import type { Direction } from '../lexicon/directions.ts';
import { findDirections } from '../lexicon/directions.ts';
import type { Negation } from '../lexicon/negations.ts';
import { findNegations } from '../lexicon/negations.ts';
import type { Order } from '../quantities/orders.ts';
import { findOrders } from '../quantities/orders.ts';
import type { Names } from '../lexicon/names.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { isFigure } from '../quantities/quantity.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { ClaimWord } from './claim-words.ts';
import { claimWords } from './claim-words.ts';

/** A claim taken apart, for reports of one language. */
export interface ReadClaim {
  text: string;
  language: Language;
  figures: Quantity[];
  /** Years, months and days. */
  dates: Quantity[];
  directions: Direction[];
  orders: Order[];
  negations: Negation[];
  words: ClaimWord[];
  names: Names;
}

/**
 * A claim as retrieval read it: its language, the names that the reports teach, and its words for each language of the
 * reports.
 */
export interface AskedClaim {
  question: { text: string; language: Language; names: Names };
  asked: Pick<QuestionUnits, 'concepts'>;
}

/** Takes a claim apart, for comparing it with reports of a language. */
export function readClaim(
  { question, asked }: AskedClaim,
  language: Language,
  reportYear: number | undefined,
): ReadClaim {
  const { text } = question;
  const quantities = findQuantities(text, reportYear);
  const directions = findDirections(text);
  const orders = findOrders(text);
  return {
    text,
    language: question.language,
    figures: quantities.filter((quantity) => isFigure(quantity) && !isTimeAgo(text, quantity)),
    dates: quantities.filter((quantity) => !isFigure(quantity)),
    negations: findNegations(text),
    words: claimWords(text, question.names, asked.concepts[language], [...quantities, ...directions, ...orders]),
    directions,
    orders,
    names: question.names,
  };
}

/** `三年前的2016年`: counted from the day of the draft. */
function isTimeAgo(text: string, { kind, end }: Quantity): boolean {
  return kind === 'duration' && /^(?:之?前|以前|\s*ago\b|\s*earlier\b)/iu.test(text.slice(end));
}
