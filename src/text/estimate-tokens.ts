/**
 * Characters that make a token, as the providers' tokenisers cut them on average; a little too few rather than too
 * many.
 */
const HAN_PER_TOKEN = 1;
const OTHER_PER_TOKEN = 3;

/** About how many tokens a model reads in a text. */
export function estimateTokens(text: string): number {
  const han = text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0;
  return Math.ceil(han / HAN_PER_TOKEN + (text.length - han) / OTHER_PER_TOKEN);
}
