import type { Language } from '../domain/report.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import type { Direction } from '../text/directions.ts';
import { findDirections } from '../text/directions.ts';
import type { Negation } from '../text/negations.ts';
import { findNegations } from '../text/negations.ts';
import type { Order } from '../text/orders.ts';
import { findOrders } from '../text/orders.ts';
import type { Names } from '../text/names.ts';
import type { Quantity } from '../text/quantity.ts';
import { findQuantities } from '../text/quantities.ts';
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

/** Takes a claim apart, for comparing it with reports of a language. */
export function readClaim({ question, asked }: Pick<Retrieval, 'question' | 'asked'>, language: Language, reportYear: number | undefined): ReadClaim {
  const { text } = question;
  const quantities = findQuantities(text, reportYear);
  const directions = findDirections(text);
  const orders = findOrders(text);
  const isDate = ({ kind }: Quantity) => kind === 'year' || kind === 'months' || kind === 'day';
  return {
    text,
    language: question.language,
    figures: quantities.filter((quantity) => !isDate(quantity) && !isTimeAgo(text, quantity)),
    dates: quantities.filter(isDate),
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
