import type { Span } from '../domain/report.ts';
import type { Stretch } from '../text/clauses.ts';
import { clausesWithMarks } from '../text/clauses.ts';
import { words } from '../lexicon/lexicon.ts';
import { tagWords } from '../text/tag-words.ts';
import { holdsHan, isHan } from '../text/holds-letters.ts';
import { connectiveLength } from './stands-alone.ts';

/** Shorter sentences are said whole, in characters. */
const LONG = 40;
/** What is left must be a sentence, in characters. */
const LEAST = 14;
/** A shorter clause is too little to end with, in characters. */
const SHORTEST = 7;
/** A sentence is cut behind these. */
const CUT_AT = '，；;：';

/** A clause that only leads up to the next one. */
const LEADS_UP = words('clause/leads up');
/** A clause that begins like this belongs to the one before it. */
const LEANS = words('clause/leans');
/** A clause after which something must come, by its beginning, its end, or anything in it. */
const OPENS = words('clause/opens');
/** 在…中，, 从…看，: with what stands between, in characters. */
const OF_A_PLACE = words('clause/of a place');
const PLACE = { least: 4, leadsUp: 28, opens: 31 };
const ENDS_OPEN = words('clause/ends open');
const HALF = words('clause/half');
/** `为…` that says what for, in characters. */
const PURPOSE = 21;
const SAYS_OF_IT = words('clause/says of it');
/** What is left out may not turn the meaning. */
const TURNS = words('clause/turns');

/** The ways in which a sentence can be said without whole clauses at its ends, itself first; offsets in its text. */
export function shortenings(text: string): Span[] {
  const lead = connectiveLength(text);
  const whole = { start: lead, end: text.length };
  const clauses = clausesOf(text, lead);
  if (text.length - lead < LONG || clauses.length < 2) return [whole];
  const spans: Span[] = [];
  for (let first = 0; first < clauses.length; first++) {
    if (first > 0 && !canBegin(clauses.slice(0, first), clauses[first])) break;
    for (let last = clauses.length - 1; last >= first; last--) {
      const span = {
        start: clauses[first]?.start ?? 0,
        end: last === clauses.length - 1 ? text.length : (clauses[last]?.end ?? 0) - 1,
      };
      const isCut = last < clauses.length - 1;
      if (
        span.end - span.start < LEAST ||
        (isCut && !canEnd(clauses[last], clauses[last + 1])) ||
        !isBalanced(text.slice(span.start, span.end))
      )
        continue;
      spans.push(span);
    }
  }
  return spans.length === 0 ? [whole] : spans;
}

function clausesOf(text: string, from: number): Stretch[] {
  return clausesWithMarks(text.slice(from), CUT_AT).map(({ start, end, ...clause }) => ({
    ...clause,
    start: from + start,
    end: from + end,
  }));
}

function canBegin(before: Stretch[], clause: Stretch | undefined): boolean {
  return before.every(({ text }) => leadsUp(text)) && clause !== undefined && !LEANS.isIn(clause.text);
}

function canEnd(last: Stretch | undefined, next: Stretch | undefined): boolean {
  if (last === undefined) return false;
  const bare = last.text.replace(/[，：]$/u, '');
  const following = next?.text ?? '';
  const isOpen = last.text.endsWith('：') || (bare.startsWith('在') && bare.length <= PLACE.opens);
  return (
    !isOpen &&
    !OPENS.isIn(bare) &&
    !ENDS_OPEN.isIn(bare) &&
    !HALF.isIn(bare) &&
    !TURNS.isIn(following) &&
    !(isThing(bare) && SAYS_OF_IT.isIn(following)) &&
    hasPredicate(last.text)
  );
}

/** `为…` leads up where it is short, `在…中` and `从…看` up to their comma; the rest always. */
function leadsUp(clause: string): boolean {
  if (clause.startsWith('为') && clause.length <= PURPOSE) return true;
  const isPlace =
    (clause.startsWith('在') && OF_A_PLACE.isIn(clause)) || (clause.startsWith('从') && clause.endsWith('看，'));
  return LEADS_UP.isIn(clause) || (isPlace && clause.length >= PLACE.least && clause.length <= PLACE.leadsUp);
}

/** `甲公司的份额`: so many characters at most, the 的 before them included. */
const LONGEST_THING = 9;

function isThing(clause: string): boolean {
  const of = clause.lastIndexOf('的');
  return of >= 0 && isHan(clause.slice(of + 1)) && clause.length - of <= LONGEST_THING;
}

/** A time, a place or a name alone says nothing yet. */
function hasPredicate(clause: string): boolean {
  if (holdsHan(clause))
    return (
      clause.length >= SHORTEST &&
      tagWords(clause).some(({ tag, text }) => /^v(?!n)/u.test(tag) && !['以', '包括', '如'].includes(text))
    );
  return clause.split(' ').length > 5;
}

/** A cut that parts a quotation or a bracket from one of its marks is none. */
function isBalanced(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  return (
    count('“') === count('”') && count('（') === count('）') && count('《') === count('》') && count('‘') === count('’')
  );
}
