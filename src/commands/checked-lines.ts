import type { CheckedClaim, CheckedDraft, CheckVerdict } from '../domain/check.ts';
import { checkNotes, uncheckedReasonText, uncheckedText } from '../words/check-words.ts';
import { checkDegreeText } from '../words/degree-words.ts';
import { detectLanguage } from '../text/language.ts';
import { citationLabel } from '../words/place-label.ts';

const MARKS: Record<CheckVerdict, string> = { supported: '✓', contradicted: '✗', not_found: '?' };
const SKIPPED = { zh: '没有可以核对的内容：', en: 'Nothing to check in:' };

/** A checked draft for the terminal, line by line: a block a claim with its mark, the reason, and the quotes. */
export function checkedLines(draft: CheckedDraft, text: string): string[] {
  const language = detectLanguage(text);
  if (draft.outcome !== 'checked') return [uncheckedText(draft, language)];
  const skipped =
    draft.skipped.length > 0 ? [[SKIPPED[language], ...draft.skipped.map((sentence) => `  - ${sentence}`)]] : [];
  const leftOut = (draft.unchecked ?? []).map(({ text: sentence, reason }) => [
    `- ${sentence}`,
    `  ${uncheckedReasonText(reason, language)}`,
  ]);
  const blocks = [
    ...checkNotes(draft, language).map((note) => [note]),
    ...draft.claims.map(claimLines),
    ...leftOut,
    ...skipped,
  ];
  return blocks.flatMap((block, at) => (at === 0 ? block : ['', ...block]));
}

function claimLines(claim: CheckedClaim): string[] {
  const { text, verdict, reason, quotes } = claim;
  const language = detectLanguage(text);
  const sources = quotes.flatMap((quote) => [
    `  ${quote.reportTitle} · ${citationLabel(quote.path, quote.place, language)}`,
    `  “${quote.text}”`,
  ]);
  const known = checkDegreeText(claim, language);
  return [`${MARKS[verdict]} ${text}`, ...(known === undefined ? [] : [`  ${known}`]), `  ${reason}`, ...sources];
}
