/** What speaks to a reader who obeys, and states nothing: a report that holds it was tampered with, or speaks of such attacks. */
const PATTERNS: readonly RegExp[] = [
  /(?:ignore|disregard|forget|override)\b.{0,40}\b(?:above|previous|prior|earlier|all|other|your|the)\b.{0,30}\b(?:instructions?|rules?|prompts?|messages?|context|passages?|text|questions?)/iu,
  /(?:忽略|无视|忘记|忘掉|不要理会|不用管|抛开)(?:以上|上述|上面|前面|之前|此前|先前|所有|全部|一切|你|其他|这些|那些).{0,12}(?:指令|指示|规则|内容|提示|要求|命令|问题|段落|设定)/u,
  /\byou (?:are|must|should|will) (?:now|instead|only|always|an? (?:ai|assistant|model|bot))\b/iu,
  /(?:你现在是|你必须|请你?(?:只|改为|务必)?(?:回答|回复|输出|点击|访问|打开|告诉)|从现在起你)/u,
  /\b(?:answer|reply|respond|output|print|say|write)\b.{0,20}\b(?:only|with|exactly|instead|the (?:word|following|phrase))\b/iu,
  /\b(?:system|developer|hidden) ?(?:prompt|message|instructions?)\b|系统提示词?|<\/?(?:system|passage|instructions?)>/iu,
  /(?:只|仅)?(?:回答|回复|输出)[:：]?["“'「].{1,60}["”'」]/u,
];

/** True when a text gives orders to whoever reads it, as prompt injections do. */
export function givesOrders(text: string): boolean {
  const plain = text.normalize('NFKC');
  return PATTERNS.some((pattern) => pattern.test(plain));
}
