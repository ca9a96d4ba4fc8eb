import { words } from '../lexicon/lexicon.ts';
import { cutQuestionWords } from '../lexicon/question-words.ts';
import type { Names } from '../lexicon/names.ts';
import { periodIn } from '../quantities/periods.ts';
import { namedIn } from './named-things.ts';
import { holdsHan } from '../text/holds-letters.ts';
import { atSpaces, joinHan } from '../text/white-space.ts';
import { startsUpper } from '../text/starts-with.ts';

/** `那微软呢？`, `what about Microsoft?`: names one thing and asks nothing of its own. */
const ABOUT_LEADS = words('what about/leads');
const ABOUT_ENDS = words('what about/ends');
const WHAT_ABOUT = /^(?:(?:and|so|but|ok)\b,?\s*)?(?:what|how)\s+about\s+(?<thing>\S.*)$/iu;
const AND = /^(?:and|but)\s+(?<thing>[^?\s][^?]{0,44})$/iu;
/** `And tin, how much was that?`, `那锡呢，产量多少`: names a thing and asks of it. */
const AND_ASKS = /^(?:and|but|so)\s+(?<thing>[^,?]{1,40}),\s*(?<rest>\S.*)$/iu;
const ASKS = words('question/asks itself');
const THAT = words('question/that');
/** Speaks of what was named before. */
const REFERS = words('question/refers back');
/** A question with fewer characters than this, or words, leans on the one before it. */
const SHORT = { zh: 8, en: 3 };

/**
 * The last question of a conversation with what it takes from the ones before it, so that it can be understood alone.
 * @param earlier the turns before it, oldest first
 */
export function completeQuestion(earlier: string[], last: string, names: Names): string {
  const before = earlier.at(-1);
  if (before === undefined) return last;
  const previous = completeQuestion(earlier.slice(0, -1), before, names);
  const thing = thingAskedAbout(last.trim());
  if (thing !== undefined && thing !== '' && !ASKS.isIn(thing)) return substitute(previous, thing, names);
  const asked = ofThing(last.trim(), periodIn(previous));
  if (asked !== undefined) return asked;
  return leansOn(last, names) ? `${subjectOf(previous)}${holdsHan(last) ? '：' : ': '}${last}` : last;
}

function thingAskedAbout(question: string): string | undefined {
  const bare = question.replace(/(?<![?？。.])[?？。.]+$/u, '');
  const end = ABOUT_ENDS.first(bare);
  if (end && end.start > 0) return bare.slice(ABOUT_LEADS.atStart(bare)?.end ?? 0, end.start).trim();
  return (WHAT_ABOUT.exec(bare) ?? AND.exec(bare))?.groups?.['thing']?.trim();
}

/** What is asked of a thing that a turn names before it, at the time of the question before. */
function ofThing(last: string, period: string | undefined): string | undefined {
  const { thing = '', rest = '' } = AND_ASKS.exec(last)?.groups ?? {};
  const that = THAT.first(rest);
  if (!that || ASKS.isIn(thing)) return undefined;
  const asked = rest.slice(0, that.start) + thing + rest.slice(that.end);
  return period === undefined || periodIn(asked) !== undefined ? asked : `${asked.replace(/[?？]$/u, '')} ${period}`;
}

/** The earlier question about another thing: the thing takes the place of what is most like it. */
function substitute(previous: string, thing: string, names: Names): string {
  const period = periodIn(previous);
  if (period !== undefined && periodIn(thing)?.length === thing.length) return previous.replace(period, thing);
  const name = namedIn(previous, names)[0]?.text;
  if (name !== undefined && namedIn(thing, names).length > 0) return previous.replace(name, thing);
  const alike = mostAlike(previous, thing);
  if (alike !== undefined) return previous.replace(alike, thing);
  return name !== undefined && startsUpper(thing)
    ? previous.replace(name, thing)
    : `${thing}${holdsHan(thing) ? '，' : ': '}${previous}`;
}

/** The stretch of a question that has the same length as a thing and half of its characters in the same places. */
function mostAlike(previous: string, thing: string): string | undefined {
  if (!holdsHan(thing)) return undefined;
  let best = { same: 1, text: undefined as string | undefined };
  for (let at = 0; at + thing.length <= previous.length; at++) {
    const text = previous.slice(at, at + thing.length);
    const same = [...text].filter((character, index) => character === thing[index]).length;
    if (same > best.same && same * 2 >= thing.length) best = { same, text };
  }
  return best.text;
}

function leansOn(last: string, names: Names): boolean {
  const content = cutQuestionWords(last);
  const length = holdsHan(last) ? content.replaceAll(/[^\p{L}\d]/gu, '').length : atSpaces(content).length;
  return (
    REFERS.isIn(last.trim()) || (length < SHORT[holdsHan(last) ? 'zh' : 'en'] && namedIn(last, names).length === 0)
  );
}

/** What a question is about: itself without the words that ask. */
function subjectOf(question: string): string {
  return joinHan(cutQuestionWords(question).replaceAll(/(?<![?？。，,\s])[?？。，,\s]+$/gu, ''));
}
