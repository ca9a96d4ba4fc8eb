import type { types } from '@slack/bolt';
import type { Claim } from '../../domain/answer.ts';
import { degreeMark, saidText } from '../../words/degree-words.ts';
import { citationLabel } from '../../words/place-label.ts';
import { shorten } from '../limits.ts';
import { WORDS } from '../../words/slack.ts';
import { quoteKey, titleOf } from './citations.ts';
import type { CitationOptions, Numbered } from './citations.ts';

/** Characters of a cell. */
const STATEMENT_LENGTH = 600;
const WHERE_LENGTH = 160;

/** Statements that do not agree side by side with where they stand. */
export function differingTable(
  claims: readonly Claim[],
  numbers: readonly Numbered[],
  options: CitationOptions,
): types.TableBlock {
  const words = WORDS[options.language];
  const rows = claims.map((claim) => {
    const { quotes } = claim;
    const cited = numbers.filter(({ quote }) => quotes.some((each) => quoteKey(each) === quoteKey(quote)));
    const where = cited.map(
      ({ number, quote }) =>
        `[${number}] ${titleOf(quote, options)} · ${citationLabel([], quote.place, options.language)}`,
    );
    return [
      cell(`${saidText(claim, options.language)} ${degreeMark(claim)}`, STATEMENT_LENGTH),
      cell(where.join('; '), WHERE_LENGTH),
    ];
  });
  return {
    type: 'table',
    column_settings: [{ is_wrapped: true }, { is_wrapped: true }],
    rows: [[cell(words.statement, 75), cell(words.where, 75)], ...rows],
  };
}

// Slack refuses an empty cell.
function cell(text: string, length: number): types.RawTextElement {
  return { type: 'raw_text', text: text.trim() === '' ? '–' : shorten(text, length) };
}
