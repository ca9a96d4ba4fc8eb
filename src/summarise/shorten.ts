import type { Span } from '../domain/report.ts';
import type { Stretch } from '../text/clauses.ts';
import { clausesWithMarks } from '../text/clauses.ts';
import { tagWords } from '../text/tag-words.ts';
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
const LEADS_UP =
  /^(?:随着|由于|因为|为了|为(?=.{0,20}$)|作为|伴随|面对|近年来|目前|当前|如今|未来|据悉|据了解|据统计|据介绍|数据显示|有数据显示|在[^，]{2,24}(?:下|中|时|上|里|后|背景|过程|方面|同时)，|从[^，]{2,20}看，|经过|除了?)/u;
/** A clause that begins like this belongs to the one before it. */
const LEANS =
  /^(?:并|而|也|则|就|便|还|但|却|其|从而|使|让|以(?!色列)|且|及|或|即|所以|因此|因而|以及|包括|特别是|尤其|其中|该|这|此|它|他|她|再|又|才|更|甚至|不过|然而)/u;
/** A clause after which something must come. */
const OPENS =
  /^(?:虽然?|尽管|如果|若|倘若|假如|随着|由于|因为?|为了|不仅|不但|不只|无论|不管|只要|只有|除了?|当(?!地|年|前|日|时|今)|一方面|既|一旦|即使|即便|与其|据|根据|按照|基于|围绕|通过|针对|面对|对于|关于|作为|与此同时|从[^，]{1,20}(?:看|讲|说|来看)|出于|凭借|借助|依托|在[^，]{1,30}(?:下|中|时|上|方面|后|前|内|基础上|过程中|的同时|来看|看来)?，?$|预计，?$|目前|截至)/u;
const ENDS_OPEN =
  /(?:表示|指出|认为|称|显示|说道?|强调|透露|介绍|坦言|提出|预计|如|包括|例如|比如|即|分别是|分别为|方面|来看|以来|期间|之后|之前|后|时|下|中|里|上|为例|了解到|获悉|得知|看到|发现|提到|谈到|意识到|：)[，：]?$/u;
/** Something must come after it, wherever in the clause it stands. */
const HALF = /不仅|不但|不只是|不再是|不是|既(?!然)|即(?!将|可|使|便)/u;
/** A thing that the next clause says something of. */
const BARE_THING = /的\p{Script=Han}{1,8}[，：]?$/u;
const SAYS_OF_IT = /^(?:使|让|令|是|为|将|也|正|成为|带来|推动|意味|给|对|都|已|在|有|可|能|会)/u;
/** What is left out may not turn the meaning. */
const TURNS = /^(?:但|却|然而|不过|而(?!且)|只是|反而|可是|尽管|虽然|除非|前提|如果|才)/u;

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
  return before.every(({ text }) => LEADS_UP.test(text)) && clause !== undefined && !LEANS.test(clause.text);
}

function canEnd(last: Stretch | undefined, next: Stretch | undefined): boolean {
  return (
    last !== undefined &&
    !OPENS.test(last.text) &&
    !ENDS_OPEN.test(last.text) &&
    !HALF.test(last.text) &&
    !TURNS.test(next?.text ?? '') &&
    !(BARE_THING.test(last.text) && SAYS_OF_IT.test(next?.text ?? '')) &&
    hasPredicate(last.text)
  );
}

/** A time, a place or a name alone says nothing yet. */
function hasPredicate(clause: string): boolean {
  if (/\p{Script=Han}/u.test(clause))
    return (
      clause.length >= SHORTEST &&
      tagWords(clause).some(({ tag, text }) => /^v(?!n)/u.test(tag) && !/^(?:以|包括|如)$/u.test(text))
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
