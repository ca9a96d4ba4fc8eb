import { words } from '../lexicon/lexicon.ts';
import { cutQuestionWords } from '../lexicon/question-words.ts';
import { periodIn } from '../quantities/periods.ts';
import { tagWords } from '../text/tag-words.ts';
import { holdsHan, holdsWord } from '../text/holds-letters.ts';
import { atSpaces, oneLine } from '../text/white-space.ts';

const ASKS_OVERVIEW = words('overview/asks');
/** `How did … go`: what stands between is the topic. */
const BEGINS = words('overview/begins');
const ENDS = words('overview/ends');
const DID = words('overview/did');
/** `What does Acme say about prices`: whoever says it, and what of. */
const WHAT = words('overview/what');
const SAYS_ABOUT = words('overview/says about');
/** `List 3`, 列三条: how much is wanted. */
const HOW_MANY = words('overview/how many');
const LIGHT = words('overview/light');
/** What is asked of one thing: then an overview is no answer. */
const ASKS = words('question/asks');
const ASKS_FIGURE = words('figure asked');
/** A noun that ends so is measured: `发行价`. */
const MEASURED = words('overview/measured');
const ASKS_NUMBER = words('asks a number');
/** A topic is named in so many words at most; longer ones tell something. */
const WORDS = { zh: 4, en: 4 };
/** And with a time in so many. */
const HEADLINE = 6;
/** Words for things, and for what is done with them (计算, 出口), as jieba names them: no pronoun, no number. */
const CONTENT = /^(?:[navjlixbstg]|eng)/u;

/**
 * What a question wants an overview of: how something goes, what is said of it, or a topic alone, of which nothing is
 * asked. Undefined for any other question.
 */
export function overviewTopic(question: string): string | undefined {
  const asked = HOW_MANY.blank(question.normalize('NFKC'));
  const bare = asked.replace(/(?<![\s,，?？!！。.…~～])[\s,，?？!！。.…~～]+$/u, '');
  if (ASKS_NUMBER.isIn(bare)) return undefined;
  const [what, about] = [WHAT.atStart(bare), SAYS_ABOUT.first(bare)];
  if (what && about) return topicOf(`${bare.slice(what.end, about.start)} ${bare.slice(about.end)}`);
  if (ASKS_OVERVIEW.isIn(bare)) return topicOf(ASKS_OVERVIEW.blank(bare));
  const [begins, ends] = [BEGINS.atStart(bare), ENDS.first(bare)];
  if (begins && ends) return topicOf(bare.slice(begins.end, ends.start));
  return isTopic(bare) ? topicOf(bare) : undefined;
}

/**
 * What a question asks of that wants to know how somebody did, in whatever words: all but the words for asking, and for
 * doing well. Undefined where it asks for one thing.
 */
export function performanceTopic(question: string): string | undefined {
  const bare = question.normalize('NFKC');
  const begins = BEGINS.atStart(bare);
  if (ASKS_NUMBER.isIn(bare) || ASKS_FIGURE.isIn(bare)) return undefined;
  if (!begins && !ASKS_OVERVIEW.isIn(bare) && ASKS.isIn(bare)) return undefined;
  return topicOf(DID.blank(ASKS_OVERVIEW.blank(bare.slice(begins?.end ?? 0))));
}

function topicOf(text: string): string | undefined {
  const topic = oneLine(LIGHT.blank(cutQuestionWords(text))).trim();
  return /[\p{L}\p{N}]{2}/u.test(topic) ? topic : undefined;
}

/** `Acme 2021 cash flow`: words for things and a time alone, and nothing is asked. */
export function isHeadline(question: string): boolean {
  const text = question.normalize('NFKC').trim();
  const named = holdsHan(text) ? tagWords(text).filter(({ text: word }) => holdsWord(word)) : atSpaces(text);
  return !ASKS.isIn(text) && !ASKS_NUMBER.isIn(text) && named.length <= HEADLINE;
}

/** `云计算`, `chip exports`: words for things alone, without a measure or a period that a figure is wanted of. */
function isTopic(text: string): boolean {
  if (ASKS.isIn(text) || ASKS_FIGURE.isIn(text) || MEASURED.isIn(text) || periodIn(text) !== undefined) return false;
  if (!holdsHan(text)) {
    const named = atSpaces(text);
    return named.length <= WORDS.en && atSpaces(cutQuestionWords(text)).length === named.length;
  }
  const said = tagWords(text).filter((word) => holdsWord(word.text) && word.text !== '的');
  return said.length <= WORDS.zh && said.every(({ tag }) => CONTENT.test(tag));
}
