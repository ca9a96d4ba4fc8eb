// Words that ask, and say nothing of what is asked for. Longest first, so that 是多少 goes before 多少.
const CHINESE = [
  '请问一下',
  '我想知道',
  '想问一下',
  '帮我查一下',
  '帮我看看',
  '有没有提到',
  '报告里有没有',
  '报告中',
  '报告里',
  '能不能',
  '可不可以',
  '请问',
  '告诉我',
  '介绍一下',
  '说一下',
  '讲一下',
  '查一下',
  '看一下',
  '问一下',
  '达到了多少',
  '达到多少',
  '增长了多少',
  '是多少',
  '有多少',
  '占多少',
  '为多少',
  '多少个',
  '多少家',
  '多少',
  '有多大',
  '有多高',
  '多大',
  '多高',
  '多长时间',
  '多久',
  '有哪些',
  '是哪些',
  '哪些',
  '哪几个',
  '哪几家',
  '哪一家',
  '哪家',
  '哪个',
  '哪一年',
  '哪年',
  '哪天',
  '哪里',
  '哪',
  '什么时候',
  '是什么',
  '有什么',
  '叫什么',
  '什么',
  '为什么',
  '为何',
  '怎么样',
  '怎么',
  '怎样',
  '如何',
  '是谁',
  '谁',
  '几个',
  '几家',
  '几年',
  '几次',
  '几',
  '是否',
  '有没有',
  '吗',
  '呢',
  '吧',
  '啊',
  '呀',
  '了解',
  '的',
];
const CHINESE_PATTERN = new RegExp(CHINESE.map((word) => (word === '几' ? '几(?![何乎])' : word)).join('|'), 'gu');

const ENGLISH_PATTERN =
  /\b(?:please|tell me|can you|could you|do you know|i want to know|according to the reports?|in the reports?|how (?:much|many|big|large|high|long|old|far|fast)|how|what(?:'s| is| are| was| were)?|which|who(?:m|se)?|when|where|why|is|are|was|were|be|been|do|does|did|has|have|had|will|would|can|could|should|the|a|an|of|in|on|at|to|for|by|with|from|and|or|as|that|this|these|those|it|its|there|their|any|about|than|into|per|much|many|roughly|approximately|around|some|such|so|very|also|just|only|each|both|between|during|over|after|before|under|up|out|according|get|got|give|say|says|said)\b/giu;

/** A question without the words that only ask: what is left is worth searching for. */
export function cutQuestionWords(question: string): string {
  const cut = question
    .normalize('NFKC')
    .replaceAll(CHINESE_PATTERN, ' ')
    .replaceAll(ENGLISH_PATTERN, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(cut) ? cut : question;
}

/** True for an English word that only asks, or that any sentence may hold. */
export function isQuestionWord(word: string): boolean {
  return word.replaceAll(ENGLISH_PATTERN, '').trim() === '';
}

/** A Chinese question with blanks where it only asks, so that offsets stay. */
export function blankQuestionWords(question: string): string {
  return question.replaceAll(CHINESE_PATTERN, (word) => ' '.repeat(word.length));
}
