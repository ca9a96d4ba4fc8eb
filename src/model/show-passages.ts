import type { Passage } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { estimateTokens } from '../text/estimate-tokens.ts';
import { givesOrders, sentencesWithOrders } from '../lexicon/instructions.ts';
import { splitSentences } from '../text/sentences.ts';
import { oneLine } from '../text/white-space.ts';

/** How a model is told in which language to write. */
export const LANGUAGE_NAMES: Record<Language, string> = { zh: 'Chinese (中文)', en: 'English' };
/** Tokens of passages that a model gets with one question: eight to ten passages, and every model has room for them. */
export const PASSAGE_TOKENS = 6000;
/** A passage that is cut shorter than this, in tokens, is left out. */
const LEAST = 60;
/** Longest name of a report, and of the headings above a passage, in characters. */
const LABEL = 200;
/** Instead of a sentence that gives orders. */
const LEFT_OUT = '[…]';

/**
 * Passages as a model reads them, best first, cut to fit. Their text is material: nothing in it can end a passage, and
 * sentences that give orders to a reader are left out.
 * @param budget tokens
 */
export function showPassages(passages: readonly Passage[], budget = PASSAGE_TOKENS): string {
  const shown: string[] = [];
  let left = budget;
  for (const { ref, chunk, report } of passages) {
    const published = report.publishedOn === undefined ? '' : ` published="${report.publishedOn}"`;
    const head =
      `<passage ref="${ref}" report="${asLabel(report.title)}" ` +
      `section="${asLabel(chunk.path.join(' › '))}"${published}>`;
    const text = cutToFit(withoutOrders(chunk.text), left - estimateTokens(head));
    if (text === undefined) break;
    left -= estimateTokens(head) + estimateTokens(text);
    shown.push(`${head}\n${asMaterial(text)}\n</passage>`);
  }
  return shown.join('\n\n');
}

/** A title or headings in one line, in so many characters: they name a place, and are no room for orders. */
export function asLabel(text: string): string {
  const line = oneLine(text).slice(0, LABEL);
  return givesOrders(line) ? LEFT_OUT : asMaterial(line);
}

/** A wide bracket is the same to `findQuote` and ends no passage. */
function asMaterial(text: string): string {
  return text.replaceAll('<', '＜').replaceAll('>', '＞').replaceAll('"', '＂');
}

function withoutOrders(text: string): string {
  const orders = new Set(sentencesWithOrders(text).map(({ span }) => span.start));
  if (orders.size === 0) return givesOrders(text) ? LEFT_OUT : text;
  return splitSentences(text)
    .map((sentence) => (orders.has(sentence.span.start) ? LEFT_OUT : sentence.text))
    .join('\n');
}

/** As many whole sentences as fit; undefined when that is next to nothing. */
function cutToFit(text: string, budget: number): string | undefined {
  if (estimateTokens(text) <= budget) return text;
  let end = 0;
  for (const { span } of splitSentences(text)) {
    if (estimateTokens(text.slice(0, span.end)) > budget) break;
    end = span.end;
  }
  const kept = text.slice(0, end);
  return estimateTokens(kept) < LEAST ? undefined : kept;
}
