import type { ClausePair } from './pair-clauses.ts';
import type { WordLikeness } from './align.ts';
import type { ContentWord } from './content-words.ts';
import type { Fault } from './fault.ts';
import { words } from '../lexicon/lexicon.ts';
import { compares, comparesAt, isRelative, saysLess } from './comparing-words.ts';
import type { ReadText } from './read-text.ts';
import { clausesOf } from './read-text.ts';
import { tagWords } from '../text/tag-words.ts';
import type { Stretch } from '../text/clauses.ts';
import { holdsHan } from '../text/holds-letters.ts';

/** Who does it follows. */
const PASSIVE = words('acted on');
const BY_SOMEBODY = /\bby \p{Lu}/u;
const PLACED = /\b(?:in|at|near) (?:the )?$/iu;
/** Between two of a list. */
const LISTS = words('lists');
/** Verbs, and what leads to whom they are done. */
const DOES = /^(?:v$|vd|p)/u;
const SAME = 0.9;
/** Words that say the same thing done. */
const SAME_DEED = 0.75;
/** Words that name a thing; English ones may say anything, and only names are taken of them. */
const THING = 1;

/** Two of a clause in order, what else is said, and whether the first one acts, or has more. */
export interface Relation {
  first: ContentWord;
  second: ContentWord;
  /** What else the clause says. */
  deeds: readonly ContentWord[];
  compares: boolean;
  sign: 1 | -1;
}

/**
 * What a claim has one do to another, or have more than another, and its quotes the other way round: where they tell
 * the clause, and who has more anywhere.
 */
export function otherRoles(
  claim: ReadText,
  pairs: readonly ClausePair[],
  sentences: readonly ReadText[],
  alike: WordLikeness,
): Fault[] {
  return heldRelations(claim, pairs, sentences, alike)
    .filter(({ held }) => held.length > 0 && !held.includes(true))
    .map(({ relation: { first, second } }): Fault => ({
      fact: 'role',
      claimed: `${first.text} … ${second.text}`,
      found: `${second.text} … ${first.text}`,
    }));
}

/** True when a claim has one have more than another, or less, and its quotes say so, in whichever order. */
export function isSaidWhoHasMore(...compared: Parameters<typeof otherRoles>): boolean {
  return heldRelations(...compared).some(({ relation, held }) => relation.compares && held.includes(true));
}

/** Each relation of a claim, and of each place of the quotes that tells of the two whether it has them so. */
function heldRelations(
  claim: ReadText,
  pairs: readonly ClausePair[],
  sentences: readonly ReadText[],
  alike: WordLikeness,
): { relation: Relation; held: boolean[] }[] {
  const anywhere = sentences.flatMap((sentence) => clausesOf(sentence).map((clause) => ({ sentence, clause })));
  return pairs.flatMap(({ clause, places }) =>
    relationsIn(claim, clause).map((relation) => {
      const here = agreeing(relation, places, alike);
      return { relation, held: here.length > 0 || !relation.compares ? here : agreeing(relation, anywhere, alike) };
    }),
  );
}

/** Of each place that tells the same of the same two, whether it has them the same way round. */
function agreeing(own: Relation, places: ClausePair['places'], alike: WordLikeness): boolean[] {
  return places.flatMap(({ sentence, clause }) => {
    const other = sameTwoIn(own, sentence, clause, alike);
    if (!other || !isLikeDeed(own, other, alike)) return [];
    return [alike(own.first, other.first) >= SAME === (own.sign === other.sign)];
  });
}

/**
 * The two of a relation in a clause of a quote, as names or not; a clause that compares goes on with whom it is told
 * of.
 */
function sameTwoIn(
  { first, second }: Relation,
  sentence: ReadText,
  clause: Stretch,
  alike: WordLikeness,
): Relation | undefined {
  const isSame = (one: ContentWord) => (other: ContentWord) => alike(one, other) >= SAME;
  const inside = sentence.words.filter((word) => word.start >= clause.start && word.end <= clause.end);
  const [a, b] = [inside.find(isSame(first)), inside.find(isSame(second))];
  if (a && b) {
    const both = a.start < b.start ? ([a, b] as const) : ([b, a] as const);
    return a === b || isListed(both, sentence) ? undefined : relationOf(both, both, sentence, clause);
  }
  const only = a ?? b;
  const subject = only && compares(clause.text) ? subjectBefore(sentence, clause) : undefined;
  return only && subject && isSame(a ? second : first)(subject)
    ? relationOf([subject, only], [subject, only], sentence, clause)
    : undefined;
}

/** Both compare, or both tell the same done. */
function isLikeDeed(one: Relation, other: Relation, alike: WordLikeness): boolean {
  if (one.compares || other.compares) return one.compares && other.compares;
  return one.deeds.some((word) => other.deeds.some((deed) => alike(word, deed) >= SAME_DEED));
}

/** Two of a clause between which it says who has more. */
export function comparisonsIn(read: ReadText, clause: Stretch): Relation[] {
  const found = comparesAt(clause.text);
  if (found === undefined) return [];
  const at = clause.start + found;
  const relations = relationsIn(read, clause).filter((relation) => relation.compares);
  const nearest = relations.find(({ first, second }) => first.end <= at && second.start >= at)?.second;
  return relations.filter(({ first, second }) => first.end <= at && second === nearest);
}

function relationsIn(read: ReadText, clause: Stretch): Relation[] {
  return pairsOf(actorsIn(read, clause), read, clause);
}

/** Of whom a clause goes on to tell: who is named last where it says `which`, else who is named first. */
function subjectBefore(sentence: ReadText, clause: Stretch): ContentWord | undefined {
  const before = clausesOf(sentence).findLast(({ end }) => end <= clause.start);
  const actors = before ? actorsIn(sentence, before) : [];
  return isRelative(clause.text) ? actors.at(-1) : actors[0];
}

/** The names of a clause, when there are two; else its things, too. */
function actorsIn(read: ReadText, { start, end }: Stretch): ContentWord[] {
  const own = read.words.filter((word) => word.start >= start && word.end <= end);
  // `In Oregon`: where it is done, and nobody who does it.
  const names = own.filter((word) => word.isName && !PLACED.test(read.text.slice(0, word.start)));
  return names.length > 1
    ? names
    : own.filter(({ isName, language, weight }) => isName || (language === 'zh' && weight >= THING));
}

function pairsOf(actors: readonly ContentWord[], read: ReadText, clause: Stretch): Relation[] {
  return actors.flatMap((first, at) =>
    actors
      .slice(at + 1)
      // A figure for each: neither does anything to the other; nor does one of a list to the next.
      .filter((second) => !read.figures.some(({ start }) => start >= first.end && start < second.start))
      .filter((second) => !isListed([first, second], read))
      .map((second) => relationOf([first, second], actors, read, clause)),
  );
}

/** Nothing stands between the two but what joins a list or a name to its thing: neither does anything to the other. */
function isListed([first, second]: readonly [ContentWord, ContentWord], { text }: ReadText): boolean {
  const between = text.slice(first.end, second.start).trim();
  if (LISTS.is(between)) return true;
  return holdsHan(text) ? !tagWords(between).some(({ tag }) => DOES.test(tag)) : !/\p{L}{2}/u.test(between);
}

function relationOf(
  [first, second]: readonly [ContentWord, ContentWord],
  actors: readonly ContentWord[],
  read: ReadText,
  clause: Stretch,
): Relation {
  const own = read.text.slice(clause.start, clause.end);
  return {
    first,
    second,
    deeds: read.words.filter((word) => !actors.includes(word) && word.start >= clause.start && word.end <= clause.end),
    compares: compares(own),
    sign: isPassive(own) === saysLess(own) ? 1 : -1,
  };
}

function isPassive(clause: string): boolean {
  return PASSIVE.isIn(clause) || BY_SOMEBODY.test(clause);
}
