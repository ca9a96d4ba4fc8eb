import { words } from '../lexicon/lexicon.ts';
import { findNegations } from '../lexicon/negations.ts';
import { repeatsVerb, withVerbOnce } from '../text/repeated-verb.ts';
import { tagWords } from '../text/tag-words.ts';
import { joinHan } from '../text/white-space.ts';

/** A question that is answered with yes or no. */
export interface ReadYesNo {
  /** The sentence that it asks the truth of; absent where nothing could decide it: what may be, what is not. */
  claim?: string;
}

const ASKS = words('yes no/asks');
/** 有没有: behind it stands what is done, or what there is. */
const HAS = words('yes no/has');
/** What may, should or does not happen, and what there is: no sentence decides it for sure. */
const OPEN = words('yes no/open');
const ENDS = words('yes no/ends');
const BEGINS = words('yes no/begins');
/** Ask for something else besides. */
const OTHERS = words('question/asks');
const SENTENCE_END = /[?？!！。.\s]{1,9}$/u;
const BREAK = /[?？!！。;；]|\.\s/u;
const VERB = /^v[dgiq]?$/u;

/** Reads whether a question is answered with yes or no, and what it asks the truth of; undefined of any other. */
export function readYesNo(question: string): ReadYesNo | undefined {
  const text = question.normalize('NFKC').trim().replace(SENTENCE_END, '');
  if (BREAK.test(text)) return undefined;
  const isAsked = [ASKS, HAS, OPEN, ENDS, BEGINS].some((forms) => forms.isIn(text)) || repeatsVerb(text);
  const bare = ENDS.blank(BEGINS.blank(ASKS.blank(HAS.blank(text)))).trim();
  if (!isAsked || OTHERS.isIn(bare)) return undefined;
  if (OPEN.isIn(text) || isOfThings(text)) return {};
  const claim = joinHan(withVerbOnce(bare))
    .replaceAll(/^[,，\s]{1,9}|[,，\s]{1,9}$/gu, '')
    .replaceAll(/\s{2,9}/gu, ' ');
  // Of a denied question nobody knows what `yes` would say.
  return findNegations(claim).length > 0 || claim === '' ? {} : { claim };
}

/** `有没有夜航`: that it stands somewhere does not say that it is so. */
function isOfThings(text: string): boolean {
  const has = HAS.first(text);
  if (!has) return false;
  const [next] = tagWords(text.slice(has.end).trimStart());
  return next === undefined || !VERB.test(next.tag);
}
