import { completeQuestion } from './complete-question.ts';
import { namedIn } from './named-things.ts';
import type { Names } from '../lexicon/names.ts';

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

const ASKS =
  /多少|几(?!乎|何|十)|哪|谁|什么|啥|怎么|怎样|如何|为何|多[大久深高长远]|准不准|算不算|是不是|有没有|呢$|\b(?:what|which|whom?|whose|when|where|how|why)\b/iu;
const SENTENCE = /[？?；;。！!]+/u;
const CLAUSE = /[，,]\s*(?:and\s+|but\s+)?|(?<!\s)\s+and\s+(?=(?:what|which|who|when|where|how|did|does|is|was)\b)/iu;
/** Side by side, and something is wanted of each. */
const EACH =
  /各|分别|这[两三四几]|比|哪边|谁的|对比|相比|两[个家者]|都|\b(?:each|respectively|both|compare[ds]?|versus|vs|than)\b|['’]s figures/iu;
/** Something is wanted that each of several may have. */
const WANTED = /多少|哪[些几家]|什么时候|which (?:\w+ )?(?:are|were|did|do|have)|how (?:much|many)/iu;
const BETWEEN =
  /^\s*(?:(?:、|，|,|和|与|及|跟|还有|以及|and|or|vs\.?|versus|&)\s*)+(?:the\s+)?$|^['’]s\s+(?:and|or)\s+$/iu;
/** The person has seen, or suspects, that the reports say different things. */
const DIFFERING =
  /口径|不(?:太|大)?一样|不一致|对得上|矛盾|打架|前后|两[个种]数|不同(?:的)?(?:说法|数|地方|机构|文章|章节)|(?:说法|说的|数字|数据)[^，。？?]{0,4}(?:一样|一致|相同)|\b(?:conflict|differ|inconsisten|discrepan|disagree|both figures|two figures|different (?:articles|sections|parts|places|figures|numbers|sources))/iu;
const PRONOUN = /[他她它其]|那[个家次台]|\b(?:it|its|they|them|their|there|he|she|his|her|each)\b/iu;
/** What several do together is not asked of each. */
const TOGETHER = /一起|共同|联合|合[作建计办资]|加起来|总共|together|jointly|combined|between them/iu;
/** Pairs that are asked for side by side without being names. */
const PLACE = '国内|全国|中国|我国|国外|海外|全球|世界';
const PAIRS = [
  /(?<one>(?:19|20)\d{2})年?(?:、|和|与|及|,|，)(?<other>(?:19|20)\d{2})年?/u,
  new RegExp(`(?<one>${PLACE})(?:和|与|跟|、)(?<other>${PLACE})`, 'u'),
  /(?<one>[\p{Script=Han}A-Za-z\d]{2,12})(?:和|与|跟)(?<other>[\p{Script=Han}A-Za-z\d]{2,12}?)(?=比|[，,]?(?:平均)?(?:每[天日年月])?(?:各|分别)|平均)/u,
];
/** A part that asks about the reports, not about what they say. */
const META =
  /口径|一样|一致|对得上|矛盾|打架|说法|different (?:articles|sections|parts|places|sources)|哪[边个家]更?[多大高]|谁统计|\b(?:consistent|agree|differ|same figure)\b/iu;
const OF_THE_REPORTS = /^(?:这?报告|文中|材料|里面)/u;

/** True when a question says that it expects different values for one thing. */
export function expectsDifferences(whole: string): boolean {
  return DIFFERING.test(whole);
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
  const asking = parts.filter((part) => ASKS.test(part));
  const all = (asking.length > 0 ? asking : [whole]).flatMap(splitClauses);
  const clauses = joinBare(
    all.filter((clause, at) => at === 0 || !META.test(clause)),
    names,
  );
  const told = parts
    .filter((part) => asking.length > 0 && !ASKS.test(part))
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
  return (
    OF_THE_REPORTS.test(clause.trim()) ||
    /^(?:各|分别|一共|总共)?(?:有|是|为)?(?:多少|几个|什么|哪些)$/u.test(clause.trim())
  );
}

/** Clauses that ask, each with the clauses before it that only tell. */
function splitClauses(part: string): string[] {
  const asks: string[] = [];
  let told = '';
  for (const clause of part.split(CLAUSE)) {
    told = told === '' ? clause : `${told}，${clause}`;
    if (!ASKS.test(clause)) continue;
    asks.push(told);
    told = '';
  }
  const last = asks.pop();
  return last === undefined ? [part] : [...asks, told === '' ? last : `${last}，${told}`];
}

function membersOf(text: string, whole: string, names: Names): Ask[] {
  const members = sideBySide(text, names);
  if (members.length < 2 || !(EACH.test(whole) || (WANTED.test(text) && !TOGETHER.test(text))))
    return [askOf(text, whole, names)];
  return members.map((member) => askOf(text, whole, names, member, members));
}

/** `Please give Intel's and AMD's figures`: what was asked before is asked of each. */
function eachOf(members: string[], text: string, whole: string, names: Names): Ask[] {
  return members.map((member) => askOf(`${text} ${member}`, whole, names, member, members));
}

function askOf(text: string, whole: string, names: Names, member?: string, members: string[] = []): Ask {
  const leans = !whole.startsWith(text) && (PRONOUN.test(text) || namedIn(text, names).length === 0);
  return {
    text,
    whole,
    leans,
    others: members.filter((other) => other !== member),
    ...(member === undefined ? {} : { member }),
  };
}

/**
 * Names that stand next to each other with nothing but `and` or a comma between them; else a pair of places or things.
 */
function sideBySide(text: string, names: Names): string[] {
  const named = namedIn(text, names);
  for (let from = 0; from < named.length; from++) {
    let to = from;
    while (to + 1 < named.length && BETWEEN.test(text.slice(endOf(named[to]), named[to + 1]?.start))) to += 1;
    if (to > from) return named.slice(from, to + 1).map((name) => name.text);
  }
  const pair = PAIRS.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined);
  return pair ? [pair['one'] ?? '', pair['other'] ?? ''] : [];
}

function endOf(name: { text: string; start: number } | undefined): number {
  return name ? name.start + name.text.length : 0;
}
