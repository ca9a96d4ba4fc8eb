import { words } from '../lexicon/lexicon.ts';
import { cutQuestionWords, isQuestionWord } from '../lexicon/question-words.ts';
import { completeQuestion } from './complete-question.ts';
import { pairIn } from '../text/pairs.ts';
import { namedIn } from './named-things.ts';
import type { Names } from '../lexicon/names.ts';
import { given } from '../domain/given.ts';

/** One thing that a question asks, with what it shares with the rest of the question. */
export interface Ask {
  /** The part of the question that asks it. */
  text: string;
  /** The whole question. */
  whole: string;
  /** Of several things named side by side (`Intel, NVIDIA and AMD`), the one that this is about. */
  member?: string;
  /** The others: what is said of them does not answer this. */
  others: string[];
  /** It names nothing itself, or says `it`: what it is about stands in another part. */
  leans: boolean;
}

const ASKS = words('question/asks');
const SENTENCE = /[？?；;。！!]+/u;
const CLAUSE = /[，,]\s*(?:and\s+|but\s+)?|(?<!\s)\s+and\s+(?=(?:what|which|who|when|where|how|did|does|is|was)\b)/iu;
/** Side by side, and something is wanted of each. */
const EACH = words('question/of each');
/** Something is wanted that each of several may have. */
const WANTED = words('question/wants something of each');
/** What may stand between names that stand side by side. */
const BETWEEN = words('side by side');
/** The person has seen, or suspects, that the reports say different things. */
const DIFFERING = words('question/expects differences');
const PRONOUN = words('question/pronoun');
/** What several do together is not asked of each. */
const TOGETHER = words('question/together');
/** A clause that says nothing by itself. */
const BARE = words('bare question');
/** A part that asks about the reports, not about what they say. */
const META = words('question/of the reports/anywhere');
const OF_THE_REPORTS = words('question/of the reports/begins');

/** True when a question says that it expects different values for one thing. */
export function expectsDifferences(whole: string): boolean {
  return DIFFERING.isIn(whole);
}

/**
 * Takes a question apart into what it asks: its sentences and clauses that ask, and each of several things named side
 * by side.
 */
export function splitQuestion(whole: string, names: Names): Ask[] {
  const parts = whole
    .normalize('NFKC')
    .split(SENTENCE)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const asking = parts.filter((part) => ASKS.isIn(part));
  const all = (asking.length > 0 ? asking : [whole]).flatMap(splitClauses);
  const clauses = joinBare(
    all.filter((clause, at) => at === 0 || !META.isIn(clause)),
    names,
  );
  const told = parts
    .filter((part) => asking.length > 0 && !ASKS.isIn(part))
    .map((part) => sideBySide(part, names))
    .find((members) => members.length > 1);
  return clauses.flatMap((text) => (told ? eachOf(told, text, whole, names) : membersOf(text, whole, names)));
}

/** A clause that says nothing by itself (`各有多少`, `光看手机呢`) asks about the one before it. */
function joinBare(clauses: string[], names: Names): string[] {
  const joined: string[] = [];
  for (const clause of clauses) {
    const before = joined.at(-1);
    if (before !== undefined && isBare(clause)) joined[joined.length - 1] = `${before}，${clause}`;
    else if (before !== undefined && clause.endsWith('呢')) joined.push(completeQuestion([before], clause, names));
    else joined.push(clause);
  }
  return joined;
}

function isBare(clause: string): boolean {
  return OF_THE_REPORTS.isIn(clause.trim()) || BARE.isIn(clause.trim());
}

/** Clauses that ask, each with the clauses before it that only tell. */
function splitClauses(part: string): string[] {
  const asks: string[] = [];
  let told = '';
  for (const clause of part.split(CLAUSE)) {
    told = told === '' ? clause : `${told}，${clause}`;
    if (!ASKS.isIn(clause) || onlyAsks(told)) continue;
    asks.push(told);
    told = '';
  }
  const last = asks.pop();
  return last === undefined ? [part] : [...asks, told === '' ? last : `${last}，${told}`];
}

/** `When`, of `When and where was it built`: what it asks stands in the next clause. */
function onlyAsks(clause: string): boolean {
  return cutQuestionWords(clause) === clause && isQuestionWord(clause);
}

function membersOf(text: string, whole: string, names: Names): Ask[] {
  const members = sideBySide(text, names);
  if (members.length < 2 || !(EACH.isIn(whole) || (WANTED.isIn(text) && !TOGETHER.isIn(text))))
    return [askOf(text, whole, names)];
  return members.map((member) => askOf(text, whole, names, member, members));
}

/** `Please give Intel's and AMD's figures`: what was asked before is asked of each. */
function eachOf(members: string[], text: string, whole: string, names: Names): Ask[] {
  return members.map((member) => askOf(`${text} ${member}`, whole, names, member, members));
}

function askOf(text: string, whole: string, names: Names, member?: string, members: string[] = []): Ask {
  const leans = !whole.startsWith(text) && (PRONOUN.isIn(text) || namedIn(text, names).length === 0);
  return {
    text,
    whole,
    leans,
    others: members.filter((other) => other !== member),
    ...given({ member }),
  };
}

/**
 * Names that stand next to each other with nothing but `and` or a comma between them; else a pair of places or things.
 */
function sideBySide(text: string, names: Names): string[] {
  const named = namedIn(text, names);
  for (let from = 0; from < named.length; from++) {
    let to = from;
    while (to + 1 < named.length && isBetween(text.slice(endOf(named[to]), named[to + 1]?.start))) to += 1;
    if (to > from) return named.slice(from, to + 1).map((name) => name.text);
  }
  return pairIn(text) ?? [];
}

function isBetween(text: string): boolean {
  const between = text.replace(/^['’]s\s+/u, '').replace(/\bthe\s+$/u, '');
  return BETWEEN.isIn(between) && BETWEEN.blank(between).trim() === '';
}

function endOf(name: { text: string; start: number } | undefined): number {
  return name ? name.start + name.text.length : 0;
}
