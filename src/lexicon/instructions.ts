import type { Sentence } from '../text/sentences.ts';
import { splitSentences } from '../text/sentences.ts';
import { words } from './lexicon.ts';

/** What speaks to a reader who obeys, and what goes on with what the sentence before it began. */
const ORDERS = words('instruction/obey');
const GOES_ON = words('instruction/goes on');

/** Orders that are known by their marks: of pages, of code, and what nobody reads, such as Base64. */
const MARKS: readonly RegExp[] = [
  /<!--|<\/?(?:system|passage|instructions?|script|iframe|img|style|object|embed|svg)\b|javascript:/iu,
  /(?<![\w/.-])(?=[A-Za-z+/]*\d)(?=[a-z\d+/]*[A-Z])[A-Za-z\d+/]{40,}={0,2}(?![\w/.-])/u,
];
/** What is to be answered stands in quotation marks behind the order, or what is to be forgotten stands at an end. */
const REPLY = /(?:回答|回复|输出)[:：]?["“'「].{1,60}["”'」]/u;
const FORGET = /(?:忽略|无视|忘记|忘掉|不要理会)(?:上文|前文|以上|上述)(?:$|[，。！；\s])/u;

/** The sentences of a text that give orders, and those that go on with one. */
export function sentencesWithOrders(text: string): Sentence[] {
  let before: Sentence | undefined;
  return splitSentences(text).filter((sentence) => {
    const isOrder =
      givesOrders(sentence.text) || (before !== undefined && (goesOn(sentence.text) || isTail(sentence, before)));
    before = isOrder ? sentence : undefined;
    return isOrder;
  });
}

/**
 * True for what follows a stop without a blank, as in `<!channel>`, `![x](…)` or an address: no sentence ended there.
 */
function isTail({ span, text }: Sentence, before: Sentence): boolean {
  return (
    span.start === before.span.end &&
    /[!?.！？．]$/u.test(before.text) &&
    /^[\p{ASCII}\uff01-\uff5e]/u.test(asRead(text)) &&
    !/^\s/u.test(text)
  );
}

/** True when a text gives orders to whoever reads it, as prompt injections do. */
export function givesOrders(text: string): boolean {
  const plain = asRead(text);
  return ORDERS.isIn(plain) || [...MARKS, REPLY, FORGET].some((pattern) => pattern.test(plain));
}

function goesOn(sentence: string): boolean {
  const plain = asRead(sentence).replace(/^["“”']/u, '');
  return GOES_ON.atStart(plain) !== undefined;
}

/** As a model reads it: what is unseen parts a word for whoever compares, and not for it. */
function asRead(text: string): string {
  return text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFKC');
}
