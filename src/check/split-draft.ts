import { words } from '../lexicon/lexicon.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { findOrders } from '../quantities/orders.ts';
import { listNumberAtStart } from '../text/numbering.ts';
import { splitSentences } from '../text/sentences.ts';
import { startsWithLetter } from '../text/starts-with.ts';
import { countHan } from '../text/holds-letters.ts';

/** A draft taken apart. */
export interface SplitDraft {
  /** What can be checked, in order. */
  claims: string[];
  /** Sentences that state nothing. */
  skipped: string[];
}

/** What begins a line of a list besides its number: a bullet, a mark of Markdown. */
const BULLET = /^\s*(?:[-*•·▪◦–—>]+|#{1,6})?\s*/u;
const QUESTION = /[？?][”"』」)）]*$/u;
/**
 * Without a figure, a stretch shorter than this states nothing: a heading, a greeting. Characters of Chinese, words of
 * English.
 */
const SHORTEST = { zh: 5, en: 4 };
const SENTENCE_END = /[。！；.!;][”’"』」）)]*$/u;
/** Words that state something: a verb of being or doing, a figure. */
const STATES = words('states something');
const ENGLISH_VERB = /\b\p{L}{3,}(?:ed|s)\b/iu;
/** Courtesies and opinions of the writer. */
const NO_FACT = words('courtesy');
const SEMICOLON_END = /[；;]$/u;

/** Takes a draft apart into claims: its sentences, the items of its lists, and what semicolons part. */
export function splitDraft(draft: string): SplitDraft {
  const sentences = draft.split('\n').flatMap((line) => splitSentences(withoutMark(line)).map(({ text }) => text));
  const claims: string[] = [];
  const skipped: string[] = [];
  for (const sentence of sentences) (statesFact(sentence) ? claims : skipped).push(sentence.replace(SEMICOLON_END, ''));
  return { claims, skipped };
}

function statesFact(sentence: string): boolean {
  if (QUESTION.test(sentence) || isCourtesy(sentence)) return false;
  if (findQuantities(sentence).length > 0 || findOrders(sentence).length > 0) return true;
  const han = countHan(sentence);
  const latinWords = sentence.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (han < SHORTEST.zh && latinWords + han / 2 < SHORTEST.en) return false;
  // A heading has no end; then only a verb tells it from a claim.
  return SENTENCE_END.test(sentence) || STATES.isIn(sentence) || ENGLISH_VERB.test(sentence);
}

function withoutMark(line: string): string {
  const bare = line.replace(BULLET, '');
  return bare.slice(listNumberAtStart(bare).length);
}

/** `Thank you`, and nothing that it begins: `thankfully`. */
function isCourtesy(sentence: string): boolean {
  const found = NO_FACT.atStart(sentence);
  return found !== undefined && !startsWithLetter(sentence.slice(found.end));
}
