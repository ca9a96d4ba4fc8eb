import type { types } from '@slack/bolt';
import type { Quote, Source } from '../../domain/answer.ts';
import type { Language } from '../../domain/report.ts';
import { given } from '../../domain/given.ts';
import { citationLabel } from '../../words/place-label.ts';
import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn, mrkdwn } from '../mrkdwn.ts';
import { WORDS } from '../../words/slack.ts';
import type { ReviewedCitation } from '../steps.ts';
import { quoteKey } from './citations.ts';
import { verdictBlocks } from './verdict-menu.ts';

/** Characters of a quote, and of what stands before and after it in its paragraph. */
const QUOTE_LENGTH = 1500;
const AROUND_LENGTH = 300;
/** Blocks of one source: heading, paragraph, status, menu of verdicts. */
const BLOCKS_PER_SOURCE = 4;

/** What the modal needs besides the sources. */
export interface SourcesOptions {
  language: Language;
  /** Address that shows a quote's page; absent: no links. */
  linkTo?: ((quote: Quote) => string) | undefined;
  /** What the modal carries unseen, to be drawn again after a verdict. */
  carried?: string;
  /** The citations with what editors found about them. */
  reviewed?: { citations: readonly ReviewedCitation[]; isEditor: boolean };
  /** A line above the sources: what became of a verdict. */
  note?: string;
  /** Names this drawing of the menus: Slack keeps what was chosen in a menu that is drawn again under the same name. */
  drawn?: string;
}

/**
 * The modal that shows each quote in its paragraph, with report, section and page; for editors, with a menu of
 * verdicts.
 * @param sources by their numbers; undefined for one that cannot be shown
 */
export function sourcesModal(
  sources: (Source | undefined)[],
  { language, linkTo, carried, reviewed, note, drawn = '' }: SourcesOptions,
): types.ModalView {
  const words = WORDS[language];
  const shown = sources.slice(0, Math.floor((LIMITS.modalBlocks - 2) / BLOCKS_PER_SOURCE));
  const rest = sources.length - shown.length;
  const citationOf = ({ quote }: Source) =>
    reviewed?.citations.find((citation) => quoteKey(citation.quote) === quoteKey(quote));
  return modal(language, carried, [
    ...(note === undefined ? [] : [{ type: 'section' as const, text: { type: 'plain_text' as const, text: note } }]),
    ...shown.flatMap((source, index) => {
      if (!source)
        return [
          { type: 'context' as const, elements: [{ type: 'plain_text' as const, text: words.sourceGone(index + 1) }] },
        ];
      const citation = citationOf(source);
      return [
        ...sourceBlocks(source, index, language, linkTo),
        ...(citation && reviewed ? verdictBlocks(citation, { language, isEditor: reviewed.isEditor, drawn }) : []),
      ];
    }),
    ...(rest > 0 ? [{ type: 'context' as const, elements: [{ type: 'plain_text' as const, text: `+ ${rest}` }] }] : []),
    ...(sources.length === 0
      ? [{ type: 'section' as const, text: { type: 'plain_text' as const, text: words.gone } }]
      : []),
  ]);
}

function modal(language: Language, carried: string | undefined, blocks: types.KnownBlock[]): types.ModalView {
  const words = WORDS[language];
  return {
    type: 'modal',
    ...given({ private_metadata: carried }),
    title: { type: 'plain_text', text: shorten(words.sources, LIMITS.modalTitle) },
    close: { type: 'plain_text', text: words.close },
    blocks,
  };
}

function sourceBlocks(
  { quote, before, after }: Source,
  index: number,
  language: Language,
  linkTo: ((quote: Quote) => string) | undefined,
): types.KnownBlock[] {
  const where = escapeMrkdwn(shorten(citationLabel(quote.path, quote.place, language), 500));
  const link = linkTo === undefined ? '' : ` · <${linkTo(quote)}|${WORDS[language].open}>`;
  return [
    {
      type: 'section',
      text: mrkdwn(`*[${index + 1}] ${escapeMrkdwn(shorten(quote.reportTitle, 200))}*\n${where}${link}`),
    },
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
