import type { ClausePair } from './pair-clauses.ts';
import type { WordLikeness } from './align.ts';
import type { ContentWord } from './content-words.ts';
import type { Fault } from './fault.ts';
import type { ReadText } from './read-text.ts';
import { clausesOf } from './read-text.ts';
import { words as wordsOf } from '../lexicon/lexicon.ts';
import type { Stretch } from '../text/clauses.ts';

/** Who does it follows. */
const PASSIVE = wordsOf('acted on');
const BY_SOMEBODY = /\bby \p{Lu}/u;
/** Who has less comes first. */
const LESS = [wordsOf('compares/less'), wordsOf('has less')];
const COMPARES = wordsOf('compares');
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

/** What a claim has one do to another, or have more than another, and its quotes the other way round. */
export function otherRoles(claim: ReadText, pairs: readonly ClausePair[], alike: WordLikeness): Fault[] {
  return pairs.flatMap(({ clause, places }) => {
    const said = relationsIn(claim, clause);
    const held = places.flatMap(({ sentence, clause: other }) => relationsFrom(sentence, other));
    return said
      .filter((own) => {
        const agreeing = held
          .filter((other) => isLikeDeed(own, other, alike))
          .flatMap((other) => isAgreeing(own, other, alike) ?? []);
        return agreeing.length > 0 && !agreeing.includes(true);
      })
      .map(({ first, second }): Fault => ({
        fact: 'role',
        claimed: `${first.text} … ${second.text}`,
        found: `${second.text} … ${first.text}`,
      }));
  });
}

/** Both compare, or both tell the same done. */
function isLikeDeed(one: Relation, other: Relation, alike: WordLikeness): boolean {
  if (one.compares || other.compares) return one.compares && other.compares;
  return one.deeds.some((word) => other.deeds.some((deed) => alike(word, deed) >= SAME_DEED));
}

/** Undefined when they are of others. */
function isAgreeing(one: Relation, other: Relation, alike: WordLikeness): boolean | undefined {
  const isSame = (a: ContentWord, b: ContentWord) => alike(a, b) >= SAME;
  if (isSame(one.first, other.first) && isSame(one.second, other.second)) return one.sign === other.sign;
  return isSame(one.first, other.second) && isSame(one.second, other.first) ? one.sign !== other.sign : undefined;
}

/** Two of a clause between which it says who has more. */
export function comparisonsIn(read: ReadText, clause: Stretch): Relation[] {
  const found = COMPARES.first(read.text.slice(clause.start, clause.end));
  if (!found) return [];
  const at = clause.start + found.start;
  const relations = relationsIn(read, clause).filter(({ compares }) => compares);
  const nearest = relations.find(({ first, second }) => first.end <= at && second.start >= at)?.second;
  return relations.filter(({ first, second }) => first.end <= at && second === nearest);
}

function relationsIn(read: ReadText, clause: Stretch): Relation[] {
  return pairsOf(actorsIn(read, clause), read, clause);
}

/** A clause that compares one alone goes on with the first one named before it. */
function relationsFrom(sentence: ReadText, clause: Stretch): Relation[] {
  const own = relationsIn(sentence, clause);
  const before = clausesOf(sentence).findLast(({ end }) => end <= clause.start);
  const subject = before && actorsIn(sentence, before)[0];
  const [only] = actorsIn(sentence, clause);
  const goesOn = own.length === 0 && COMPARES.isIn(sentence.text.slice(clause.start, clause.end));
  return goesOn && subject && only ? [relationOf([subject, only], [subject, only], sentence, clause)] : own;
}

/** The names of a clause, when there are two; else its things, too. */
function actorsIn({ words }: ReadText, { start, end }: Stretch): ContentWord[] {
  const own = words.filter((word) => word.start >= start && word.end <= end);
  const names = own.filter(({ isName }) => isName);
  return names.length > 1
    ? names
    : own.filter(({ isName, language, weight }) => isName || (language === 'zh' && weight >= THING));
}

function pairsOf(actors: readonly ContentWord[], read: ReadText, clause: Stretch): Relation[] {
  return actors.flatMap((first, at) =>
    actors
      .slice(at + 1)
      // A figure for each: neither does anything to the other.
      .filter((second) => !read.figures.some(({ start }) => start >= first.end && start < second.start))
      .map((second) => relationOf([first, second], actors, read, clause)),
  );
}

function relationOf(
  [first, second]: readonly [ContentWord, ContentWord],
  actors: readonly ContentWord[],
  { text, words }: ReadText,
  clause: Stretch,
): Relation {
  const own = text.slice(clause.start, clause.end);
  return {
    first,
    second,
    deeds: words.filter((word) => !actors.includes(word) && word.start >= clause.start && word.end <= clause.end),
    compares: COMPARES.isIn(own),
    sign: isPassive(own) === LESS.some((less) => less.isIn(own)) ? 1 : -1,
  };
}

function isPassive(clause: string): boolean {
  return PASSIVE.isIn(clause) || BY_SOMEBODY.test(clause);
}
