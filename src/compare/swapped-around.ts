import { rowsOfClass, words } from '../lexicon/lexicon.ts';
import { tagWords } from '../text/tag-words.ts';
import type { Fault } from './fault.ts';
import { compares } from './comparing-words.ts';
import type { ReadText } from './read-text.ts';
import { clausesOf } from './read-text.ts';
import { holdsHan } from '../text/holds-letters.ts';

/** What is done, and to whom; what only says that two are the same, or belong together, is so both ways. */
const DONE = /^[vp]/u;
const BOTH_WAYS = words('both ways');
const PASSIVE = words('done by');
/** Characters of one of the two. */
const LEAST = 2;
const MOST = 6;

/**
 * Two that stand around what is done in a claim, and the other way round in its Chinese quotes, word for word and
 * whoever they are: `A起诉B` against `B起诉A`, `A被B起诉` against `A起诉B`.
 */
export function swappedAround(claim: ReadText, sentences: readonly ReadText[]): Fault[] {
  const tagged = tagWords(claim.text);
  return clausesOf(claim).flatMap((clause) => {
    if (!holdsHan(clause.text) || compares(clause.text)) return [];
    const inside = tagged.filter(({ start, text }) => start >= clause.start && start + text.length <= clause.end);
    const swapped = inside.flatMap(({ text: deed, start, tag }, at) => {
      if (!DONE.test(tag) || BOTH_WAYS.is(deed)) return [];
      const before = claim.text.slice(clause.start, start);
      const after = claim.text.slice(start + deed.length, clause.end);
      const passive = PASSIVE.is(deed) ? inside.slice(at + 1).find((word) => DONE.test(word.tag)) : undefined;
      const between = passive && claim.text.slice(start + deed.length, passive.start);
      return pairsAround(before, between ?? after, between !== undefined).filter(([one, other]) =>
        passive
          ? holds(`${one}${passive.text}${other}`)
          : holds(`${other}${deed}${one}`) ||
            rowsOfClass('done by').some(({ form }) => holds(`${one}${form}${other}${deed}`)),
      );
    });
    const [first] = swapped;
    return first ? [{ fact: 'role', claimed: `${first[0]} … ${first[1]}`, found: `${first[1]} … ${first[0]}` }] : [];
  });

  /** A quote says it, and the claim does not. */
  function holds(text: string): boolean {
    return !claim.text.includes(text) && sentences.some((sentence) => sentence.text.includes(text));
  }
}

/** Stretches right before and right behind a place; `isWhole` for all that is behind. */
function pairsAround(before: string, after: string, isWhole: boolean): [string, string][] {
  const lengths = (all: string) => Array.from({ length: Math.max(0, Math.min(MOST, all.length) - LEAST + 1) });
  const ones = lengths(before).map((_, at) => before.slice(-(at + LEAST)));
  const others = isWhole ? [after] : lengths(after).map((_, at) => after.slice(0, at + LEAST));
  return ones.flatMap((one) => others.flatMap((other): [string, string][] => (one === other ? [] : [[one, other]])));
}
