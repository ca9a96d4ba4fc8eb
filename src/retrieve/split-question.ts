import type { Span } from '../domain/report.ts';
import { words } from '../lexicon/lexicon.ts';
import { cutQuestionWords, isQuestionWord } from '../lexicon/question-words.ts';
import { completeQuestion } from './complete-question.ts';
import { namedIn } from './named-things.ts';
import type { SideBySide } from './side-by-side.ts';
import { sideBySide } from './side-by-side.ts';
import type { Names } from '../lexicon/names.ts';
import { given } from '../domain/given.ts';
import { oneLine } from '../text/white-space.ts';

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
const CLAUSE = /[，,]\s*(?:and\s+|but\s+)?|(?<!\s)\s+and\s+(?=(?:what|which|who|when|where|how|did|does|is|was)\b)/giu;
/** What parts a clause from the one before it. */
const LEADING = /^[\s，,]*(?:and\s+|but\s+)?/iu;
/** Side by side, and something is wanted of each. */
const EACH = words('question/of each');
/** It is asked which of several is more, or how they differ. */
const COMPARES = words('question/compares');
/** Words that share out among several what is asked. */
const SHARES_OUT = words('question/shares out');
/** Something is wanted that each of several may have. */
const WANTED = words('question/wants something of each');
/** The person has seen, or suspects, that the reports say different things. */
const DIFFERING = words('question/expects differences');
const PRONOUN = words('question/pronoun');
/** What several do together is not asked of each. */
const TOGETHER = words('question/together');
/** A clause that says nothing by itself. */
const BARE = words('bare question');
/** A clause that begins so, or with what shares out, asks of each of what the clause before it names: `各占多少`. */
const OF_EACH = words('question/each of them');
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
    .map((part) => sideBySide(part, names)?.members)
    .find((members) => members !== undefined);
  return clauses.flatMap((text) => (told ? eachOf(told, text, whole, names) : membersOf(text, whole, names)));
}

/** A question that asks the same of several things, of one of them. */
export interface MemberQuestion {
  member: string;
  text: string;
}

/**
 * A question that asks something of each of several things side by side, as a question about each; undefined for one
 * that asks more, or compares them.
 */
export function splitMembers(whole: string, names: Names): MemberQuestion[] | undefined {
  const text = whole.normalize('NFKC').trim();
  const listed = COMPARES.isIn(text) ? undefined : membersIn(text, text, names);
  if (!listed || splitQuestion(text, names).length !== listed.members.length) return undefined;
  // `两家船厂…，投资和开支分别省多少`: shared out is what stands nearest.
  const shared = SHARES_OUT.first(text.slice(listed.end));
  if (shared && /[，,]/u.test(text.slice(listed.end, listed.end + shared.start))) return undefined;
  const [before, after] = [text.slice(0, listed.start), text.slice(listed.end)].map((part) => SHARES_OUT.blank(part));
  return listed.members.map((member) => ({ member, text: oneLine(`${before}${member}${after}`) }));
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
  const text = clause.trim();
  return OF_THE_REPORTS.isIn(text) || BARE.isIn(text) || [OF_EACH, SHARES_OUT].some((each) => each.atStart(text));
}

/** Clauses that ask, each with the clauses before it that only tell, as they stand there. */
function splitClauses(part: string): string[] {
  const asks: Span[] = [];
  let from = 0;
  for (const { start, end } of clausesOf(part)) {
    if (!ASKS.isIn(part.slice(start, end)) || onlyAsks(part.slice(from, end))) continue;
    asks.push({ start: from, end });
    from = end;
  }
  const last = asks.at(-1);
  if (!last) return [part];
  last.end = part.length;
  return asks.map(({ start, end }) => part.slice(start, end).replace(LEADING, ''));
}

function clausesOf(part: string): Span[] {
  const marks = [...part.matchAll(CLAUSE)].map(({ 0: mark, index }) => ({ start: index, end: index + mark.length }));
  return [...marks, { start: part.length, end: part.length }].map(({ start: end }, at) => ({
    start: marks[at - 1]?.end ?? 0,
    end,
  }));
}

/** `When`, of `When and where was it built`: what it asks stands in the next clause. */
function onlyAsks(clause: string): boolean {
  return cutQuestionWords(clause) === clause && isQuestionWord(clause);
}

function membersOf(text: string, whole: string, names: Names): Ask[] {
  const members = membersIn(text, whole, names)?.members;
  return members?.map((member) => askOf(text, whole, names, member, members)) ?? [askOf(text, whole, names)];
}

/** What a clause asks of each of several things. */
function membersIn(text: string, whole: string, names: Names): SideBySide | undefined {
  const isOfEach = EACH.isIn(whole) || (WANTED.isIn(text) && !TOGETHER.isIn(text));
  return isOfEach ? sideBySide(text, names) : undefined;
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
