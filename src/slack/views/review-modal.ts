import type { types } from '@slack/bolt';
import type { Quote } from '../../domain/answer.ts';
import type { Language } from '../../domain/report.ts';
import { given } from '../../domain/given.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { LIMITS, shorten } from '../limits.ts';
import type { ReviewedCitation } from '../steps.ts';
import { linkedPlace } from './citations.ts';
import { REVIEW_WORDS } from '../../words/slack-review.ts';
import { verdictBlocks } from './verdict-menu.ts';
import { oneLine } from '../../text/white-space.ts';

/** One citation of the queue: the question, the sentence, the quote, and a menu of verdicts. */
export function reviewModal(
  citation: ReviewedCitation,
  {
    language,
    linkTo,
    note,
    drawn = '',
  }: { language: Language; linkTo?: ((quote: Quote) => string) | undefined; note?: string; drawn?: string },
): types.ModalView {
  const words = REVIEW_WORDS[language];
  const section = (text: string): types.KnownBlock => ({
    type: 'section',
    text: { type: 'plain_text', text: shorten(text, LIMITS.sectionText) },
  });
  return {
    type: 'modal',
    title: { type: 'plain_text', text: words.reviewTitle },
    close: { type: 'plain_text', text: words.done },
    private_metadata: `review ${citation.id}`,
    blocks: [
      ...(note === undefined ? [] : [section(note)]),
      section(`${words.question}${words.colon}${citation.question}`),
      // Without a model the sentence is the quote.
      ...(isSame(citation) ? [] : [section(`${words.sentence}${words.colon}${citation.claim}`)]),
      section(`${isSame(citation) ? words.sentenceAndQuote : words.quote}${words.colon}“${citation.quote.text}”`),
      {
        type: 'context',
        elements: [mrkdwn(linkedPlace(citation.quote, { language, ...given({ linkTo }) }))],
      },
      ...verdictBlocks(citation, { language, isEditor: true, drawn }),
    ],
  };
}

function isSame({ claim, quote }: ReviewedCitation): boolean {
  const plain = (text: string) => oneLine(text).trim();
  return plain(claim) === plain(quote.text);
}
