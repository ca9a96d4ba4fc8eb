import type { Span } from '../domain/report.ts';
import { words } from './lexicon.ts';
import { holdsHan } from '../text/holds-letters.ts';

const SPEAKS = words('speaks');
const SPEAKS_FIRST = words('speaks first');
const ACCORDING = words('according to');
const GIVES = words('source gives');
/** A sentence of one short clause, without its full stop. */
const SHORT = /^(?<clause>[^，。”“]{1,40})[。.]?$/u;
/** Longer than this nobody's name and office are, in characters. */
const LONGEST = { zh: 40, en: 70 };
/** An English speaker begins the clause with a capital, after an article at most. */
const NAMED = /^(?:the\s+)?\p{Lu}/u;

/** True for a sentence that only says who has spoken: it is read together with the quotation before it. */
export function isAttribution(sentence: string): boolean {
  const clause = SHORT.exec(sentence)?.groups?.['clause'] ?? '';
  return speechAtEnd(clause) !== undefined;
}

/** Who is said to say what a clause says, or what comes after it; undefined where the text speaks for itself. */
export function findSpeaker(clause: string): Span | undefined {
  const from = clause.length - clause.trimStart().length;
  const bare = clause.trim();
  const who = sourceIn(bare) ?? speakerIn(bare);
  return who && { start: from + who.start, end: from + who.end };
}

/** Nothing stands between these and what was done to somebody: `are expected`, `the reported`. */
const NO_SPEAKER = /\b(?:is|are|was|were|be|been|being|not|the|a|an|its|their|of|in|as)$/iu;
const ITSELF = words('the report itself');

/** Who speaks in a clause: before the first word that says so, or as its source. */
export function findSource(clause: string): Span | undefined {
  const from = clause.length - clause.trimStart().length;
  const bare = clause.trim();
  const verb = [...SPEAKS.find(bare), ...SPEAKS_FIRST.find(bare)]
    .filter(({ start, text }) => start > 0 && !/^\p{Lu}/u.test(text) && !NO_SPEAKER.test(bare.slice(0, start).trim()))
    .toSorted((a, b) => a.start - b.start)[0];
  const who = sourceIn(bare) ?? (verb && named(bare, { start: 0, end: verb.start }, LONGEST.en));
  return who && { start: from + who.start, end: from + who.end };
}

/** True for the report itself and who wrote it. */
export function speaksForItself(speaker: string): boolean {
  return ITSELF.isIn(speaker);
}

/** `据工信部统计`, `according to the ministry`: the source stands behind, in Chinese before what it gave. */
function sourceIn(text: string): Span | undefined {
  const mark = ACCORDING.first(text);
  if (!mark) return undefined;
  if (!holdsHan(mark.text)) return named(text, { start: mark.end, end: text.length }, LONGEST.en);
  const given = GIVES.find(text).find(({ start }) => start > mark.end + 1);
  return mark.start === 0 && given ? named(text, { start: mark.end, end: given.start }, LONGEST.zh) : undefined;
}

/** `工信部表示`, `数据显示`, and in English what stands before the verb. */
function speakerIn(text: string): Span | undefined {
  const chinese = speechAtEnd(text) ?? endOf(SPEAKS_FIRST.find(text), text);
  if (chinese !== undefined) return named(text, { start: 0, end: chinese }, LONGEST.zh);
  const verb = NAMED.test(text) ? SPEAKS_FIRST.find(text).find(({ text: form }) => !holdsHan(form)) : undefined;
  return verb && named(text, { start: 0, end: verb.start }, LONGEST.en);
}

/** Where the word that says that somebody speaks begins, when a clause ends with one. */
function speechAtEnd(clause: string): number | undefined {
  return endOf(SPEAKS.find(clause), clause);
}

function endOf(found: { start: number; end: number }[], text: string): number | undefined {
  const last = found.at(-1);
  return last && last.start > 0 && last.end === text.length ? last.start : undefined;
}

function named(text: string, { start, end }: Span, longest: number): Span | undefined {
  const who = text.slice(start, end);
  const from = start + who.length - who.trimStart().length;
  const to = from + who.trim().length;
  return to - from >= 2 && to - from <= longest ? { start: from, end: to } : undefined;
}
