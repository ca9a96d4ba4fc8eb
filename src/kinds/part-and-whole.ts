import type { Span } from '../domain/report.ts';
import { words } from '../lexicon/lexicon.ts';
import { findDates } from '../quantities/dates.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Phrases, Word } from './operand-phrases.ts';
import { cutWords, isStop, phrasesOf } from './operand-phrases.ts';

/** `占`: the part stands before it, the whole behind. */
const HOLDS = words('share shape/holds');
/** `What share of`: the whole stands behind it. */
const ASKS_OF = words('share shape/asks of');
/** What asks behind the whole; what leads from it to the part. */
const ENDS = words('share shape/ends');
const LEADS_TO_PART = words('share shape/leads to part');
const MARK = /[，,。；;：:？?！!]/u;
const OF = words('comparison shape/of');

/**
 * What share of what: `甲占乙的多少`, `what share of B is A`. The part, then the whole; undefined of another
 * question.
 */
export function partAndWhole(text: string): { things: Phrases; asks: readonly Span[] } | undefined {
  const holds = HOLDS.first(text);
  const found = holds ? aroundHolds(text, holds) : behindAsks(text);
  const things =
    found &&
    phrasesOf(
      [found.part, found.whole].map((phrase) => thingOf(phrase, text)),
      text,
    );
  return things && { things, asks: found.asks };
}

interface Found {
  part: Word[];
  whole: Word[];
  asks: readonly Span[];
}

function aroundHolds(text: string, holds: Span): Found | undefined {
  const ends = ENDS.find(text).find(({ start }) => start >= holds.end);
  if (!ends) return undefined;
  const before = cutWords(text.slice(0, holds.start), 0);
  const stop = before.findLastIndex((word) => MARK.test(word.text));
  const whole = cutWords(text.slice(holds.end, ends.start), holds.end);
  return { part: before.slice(stop + 1), whole, asks: [holds, ends] };
}

function behindAsks(text: string): Found | undefined {
  const asks = ASKS_OF.first(text);
  const leads = asks && LEADS_TO_PART.find(text).findLast(({ start }) => start > asks.end);
  if (!leads) return undefined;
  const whole = cutWords(text.slice(asks.end, leads.start), asks.end);
  return { part: cutWords(text.slice(leads.end), leads.end), whole, asks: [asks, leads] };
}

/** Without what only leads to it, and without when it is of. */
function thingOf(phrase: readonly Word[], text: string): Word[] {
  const times = [...findDates(text), ...findQuantities(text).filter(({ kind }) => kind === 'duration')];
  return phrase.filter(
    (word) =>
      !OF.is(word.text) &&
      !isStop(word, text) &&
      !times.some(({ start, end }) => start <= word.start && word.start < end),
  );
}
