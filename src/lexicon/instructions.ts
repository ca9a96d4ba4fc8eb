import type { Sentence } from '../text/sentences.ts';
import { splitSentences } from '../text/sentences.ts';

/**
 * What speaks to a reader who obeys, and states nothing: a report that holds it was tampered with, or speaks of such
 * attacks.
 */
const PATTERNS: readonly RegExp[] = [
  /(?:ignore|disregard|forget|override)\b.{0,40}\b(?:above|previous|prior|earlier|all|other|your|the)\b.{0,30}\b(?:instructions?|rules?|prompts?|messages?|context|passages?|text|questions?)/iu,
  /(?:忽略|无视|忘记|忘掉|不要理会|不用管|抛开)(?:以上|上述|上面|前面|之前|此前|先前|所有|全部|一切|你|其他|这些|那些).{0,12}(?:指令|指示|规则|内容|提示|要求|命令|问题|段落|设定)/u,
  /\byou (?:are|must|should|will) (?:now|instead|only|always|an? (?:ai|assistant|model|bot))\b/iu,
  /(?:你现在是|你必须|请你?(?:只|改为|务必)?(?:回答|回复|输出|点击|访问|打开|告诉)|从现在起你)/u,
  /\b(?:answer|reply|respond|output|print|say|write)\b.{0,20}\b(?:only|with|exactly|instead|the (?:word|following|phrase))\b/iu,
  /\b(?:system|developer|hidden) ?(?:prompt|message|instructions?)\b|系统提示词?|<\/?(?:system|passage|instructions?)>/iu,
  /\b(?:ignore|disregard|forget) (?:everything|anything|all(?: of)?(?: that)?|what(?:ever)?)\b.{0,20}\b(?:above|before|previous\w*|so far|said)\b/iu,
  /(?:忽略|无视|忘记|忘掉|不要理会)(?:上文|前文|以上|上述)(?:$|[，。！；\s])/u,
  /(?:新的?(?:指令|任务|指示)|new (?:instructions?|task))\s*[:：]/iu,
  /(?:在|于)(?:你的)?(?:回答|答案|回复|输出)(?:的?(?:末尾|最后|结尾|开头|前面)|中|里)(?:加上|附上|写上|插入|包含|添加|提到)|作为(?:一个)?(?:AI|人工智能助手|语言模型|智能助手)/iu,
  /(?:告诉|通知|提醒|建议|要求)(?:用户|提问者|读者|询问者)/u,
  /\b(?:tell|inform|instruct|advise|ask) the (?:user|reader|asker|person who asks)\b|\bas an? (?:ai|language model|assistant)\b|\bin your (?:answer|reply|response)\b|\b(?:to|at) the (?:end|beginning|start) of (?:your|the) (?:answer|reply|response)\b/iu,
  /<!--|<\/?(?:script|iframe|img|style|object|embed|svg)\b|javascript:/iu,
  // Base64, and other things that nobody reads.
  /(?<![\w/.-])(?=[A-Za-z+/]*\d)(?=[a-z\d+/]*[A-Z])[A-Za-z\d+/]{40,}={0,2}(?![\w/.-])/u,
  /(?:只|仅)?(?:回答|回复|输出)[:：]?["“'「].{1,60}["”'」]/u,
];

/** Goes on with what the sentence before it began. */
const CONTINUES =
  /^["“”']?(?:然后|接着|随后|再(?!次|者|生)|并且?|而是|改为|then|next|after that|instead|and then|now)(?![\p{L}]*ese\b)/iu;

/** The sentences of a text that give orders, and those that go on with one. */
export function sentencesWithOrders(text: string): Sentence[] {
  let before: Sentence | undefined;
  return splitSentences(text).filter((sentence) => {
    const isOrder =
      givesOrders(sentence.text) ||
      (before !== undefined && (CONTINUES.test(asRead(sentence.text)) || isTail(sentence, before)));
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
  return PATTERNS.some((pattern) => pattern.test(plain));
}

/** As a model reads it: what is unseen parts a word for whoever compares, and not for it. */
function asRead(text: string): string {
  return text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFKC');
}
