import type { CheckedClaim, CheckedDraft, CheckVerdict } from '../domain/check.ts';
import { checkNotes, uncheckedText } from '../text/check-words.ts';
import { detectLanguage } from '../text/language.ts';
import { citationLabel } from '../text/place-label.ts';

const MARKS: Record<CheckVerdict, string> = { supported: '✓', contradicted: '✗', not_found: '?' };
const SKIPPED = { zh: '没有可以核对的内容：', en: 'Nothing to check in:' };

/** A checked draft for the terminal: a block a claim with its mark, the reason, and the quotes. */
export function checkedText(draft: CheckedDraft, text: string): string {
  const language = detectLanguage(text);
  if (draft.outcome !== 'checked') return uncheckedText(draft, language);
  const skipped = draft.skipped.length > 0 ? [[SKIPPED[language], ...draft.skipped.map((sentence) => `  - ${sentence}`)].join('\n')] : [];
  return [...checkNotes(draft, language), ...draft.claims.map(claimText), ...skipped].join('\n\n');
}

function claimText({ text, verdict, reason, quotes }: CheckedClaim): string {
  const language = detectLanguage(text);
  const sources = quotes.map((quote) => `  ${quote.reportTitle} · ${citationLabel(quote.path, quote.place, language)}\n  “${quote.text.replaceAll('\n', ' ')}”`);
  return [`${MARKS[verdict]} ${text}`, `  ${reason}`, ...sources].join('\n');
}
