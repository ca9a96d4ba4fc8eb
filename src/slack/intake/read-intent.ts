import type { Intent } from '../../domain/inbox.ts';

/** `总结一下供应`, `Summarize the cloud section`: the whole text says what to summarise. */
const SUMMARIZE =
  /^(?:请|please |can you |could you )?(?:帮我)?(?:总结|概括|提炼|归纳|摘要|summari[sz]e\b|sum up\b|give me a summary\b)/iu;
/** `核对：…`, `check: …`: without the colon it may be a question like any other. */
const CHECK =
  /^(?:请|please )?(?:帮我)?(?:核对|核查|查证|核实|(?:fact[- ]?)?check)(?:一下)?\s*(?:[:：\n]|this[:：\s])\s*/iu;

/** `hi`, `你好`, `what can you do?`: no report answers these. */
const GREET =
  /^(?:hi|hello|hey|help|你好|您好|嗨|哈喽|在吗|帮助|你是谁|(?:你|您)(?:能|会|可以)(?:做|干)?(?:些)?什么|(?:你|这个)?怎么用|who are you|what (?:can|do) you do|how does this work)(?:\s+(?:there|footnote))?(?:呀|啊|呢)?[\s!！?？.。~]*$/iu;
const THANK =
  /^(?:谢谢|多谢|感谢|谢了|好的|收到|明白了?|thanks|thank you|thx|ok|okay|got it|great)(?:您|你|啦|了|哦|\s+(?:a lot|so much|very much))?[\s!！.。~]*$/iu;

/** What a message wants, and the text that says so. */
export function readIntent(text: string): { intent: Intent; text: string } {
  if (CHECK.test(text)) return { intent: 'check', text: text.replace(CHECK, '') };
  if (GREET.test(text)) return { intent: 'greet', text };
  if (THANK.test(text)) return { intent: 'thank', text };
  return { intent: SUMMARIZE.test(text) ? 'summarize' : 'ask', text };
}

const QUESTION_MARK = /[?？]\s*$/u;
const ASKS =
  /什么|多少|谁|哪|几(?![何乎])|如何|怎么|怎样|为何|是否|有没有|能不能|多大|多高|多久|吗[。！]?$|呢[。！]?$|^(?:and |but |so |then )?(?:who|what|which|when|where|why|how|whose|is|are|was|were|do|does|did|has|have|can|could|will|would)\b/iu;

/**
 * True for a text that asks for something, false for one that only says something: `谢谢`, `I see`, `not what I
 * meant`.
 */
export function isRequest(text: string): boolean {
  return QUESTION_MARK.test(text) || ASKS.test(text) || ['summarize', 'check'].includes(readIntent(text).intent);
}
