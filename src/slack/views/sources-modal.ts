import type { types } from '@slack/bolt';
import type { Source } from '../../domain/answer.ts';
import type { Language } from '../../domain/report.ts';
import { citationLabel } from '../../text/place-label.ts';
import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn } from '../mrkdwn.ts';
import { WORDS } from '../words.ts';
import { sourceUrl } from './citations.ts';

/** Characters of a quote, and of what stands before and after it in its paragraph. */
const QUOTE_LENGTH = 1500;
const AROUND_LENGTH = 300;
/** Blocks of one source: heading, paragraph. */
const BLOCKS_PER_SOURCE = 2;

/** The modal that shows each quote in its paragraph, with report, section and page. */
export function sourcesModal(sources: Source[], language: Language, baseUrl?: string): types.ModalView {
  const words = WORDS[language];
  const shown = sources.slice(0, Math.floor((LIMITS.modalBlocks - 1) / BLOCKS_PER_SOURCE));
  const rest = sources.length - shown.length;
  return modal(language, [
    ...shown.flatMap((source, index) => sourceBlocks(source, index, language, baseUrl)),
    ...(rest > 0 ? [{ type: 'context' as const, elements: [{ type: 'plain_text' as const, text: `+ ${rest}` }] }] : []),
    ...(sources.length === 0 ? [{ type: 'section' as const, text: { type: 'plain_text' as const, text: words.gone } }] : []),
  ]);
}

function modal(language: Language, blocks: types.KnownBlock[]): types.ModalView {
  const words = WORDS[language];
  return {
    type: 'modal',
    title: { type: 'plain_text', text: shorten(words.sources, LIMITS.modalTitle) },
    close: { type: 'plain_text', text: words.close },
    blocks,
  };
}

function sourceBlocks({ quote, before, after }: Source, index: number, language: Language, baseUrl: string | undefined): types.KnownBlock[] {
  const where = escapeMrkdwn(shorten(citationLabel(quote.path, quote.place, language), 500));
  const link = baseUrl === undefined ? '' : ` · <${sourceUrl(baseUrl, quote)}|${WORDS[language].open}>`;
  return [
    { type: 'section', text: { type: 'mrkdwn', text: `*[${index + 1}] ${escapeMrkdwn(shorten(quote.reportTitle, 200))}*\n${where}${link}` } },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_quote',
          elements: [
            ...plain(before.length > AROUND_LENGTH ? `…${before.slice(-AROUND_LENGTH)}` : before),
            { type: 'text', text: shorten(quote.text, QUOTE_LENGTH), style: { bold: true } },
            ...plain(shorten(after, AROUND_LENGTH)),
          ],
        },
      ],
    },
  ];
}

// Slack refuses an empty text element.
function plain(text: string): types.RichTextElement[] {
  return text === '' ? [] : [{ type: 'text', text }];
}
