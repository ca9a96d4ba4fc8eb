/** A word that turns round what follows it. */
export interface Negation {
  text: string;
  start: number;
  /** Where what it turns round begins. */
  end: number;
}

/** Words that hold a negation and turn nothing round, and those that qualify a quantity. */
const NO_NEGATION =
  /不断|不到(?=约?[\d一二两三四五六七八九十百半])|不得|不许|不准|不含|不包括|不仅|不但|不少|不同|不过|不只|不如说|不足|不超过|不低于|不少于|不高于|不多于|不满|未满|不得不|不管|不论|不久|不止|不乏|不已|不等|不一(?!定)|不可或缺|不可避免|不锈|不良|不容易|不禁|不凡|不错|不易|未来|未免|未必|无论|无人|无线|无锡|无疑|无缝|无锡|非常|非洲|除非|非但|非独立|差不多|来不及|没收|沉没|淹没|毫不|要不|岂不|不妨|别的|别人|特别|分别|个别|级别|区别|类别|识别|差别|性别|not only|no less than|no more than|no fewer than|not least|no doubt|nothing short of|no later than/giu;
const CHINESE =
  /没什么|没有任何|没有什么|没多少|不到|算不上|谈不上|并不|并非|并未|不再|不太|不会|不能|不可能?|不是|不用|不必|没有|未能|尚未|绝不|毫无|缺乏|缺少|脱离|不|没|未|无(?!数)|非|别(?=[再去把])/gu;
/** 贷不到款, 用不了: behind its verb, which it turns round. */
const BEHIND_VERB = /(?<=\p{Script=Han})不(?:到|了|上|起|成|着|出|动|下)(?!约?[\d一二两三四五六七八九十百半])/gu;
const ENGLISH =
  /\b(?:not|never|no longer|no|neither|nor|without|cannot|none of|unlikely|impossible|fail(?:s|ed)? to|unable to|lacks?|lacking)\b|n['’]t\b/giu;

/** The negations of a text, in order. */
export function findNegations(text: string): Negation[] {
  const plain = text.replaceAll(NO_NEGATION, (word) => '_'.repeat(word.length));
  const behind = [...plain.matchAll(BEHIND_VERB)].map(({ 0: word, index }) => ({
    text: word,
    start: index - 1,
    end: index - 1,
  }));
  const rest = plain.replaceAll(BEHIND_VERB, (word) => '_'.repeat(word.length));
  return [
    ...behind,
    ...[...rest.matchAll(CHINESE), ...rest.matchAll(ENGLISH)].map(({ 0: word, index }) => ({
      text: word,
      start: index,
      end: index + word.length,
    })),
  ].toSorted((a, b) => a.start - b.start);
}
