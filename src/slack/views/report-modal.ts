import type { types } from '@slack/bolt';
import type { Language } from '../../domain/report.ts';
import { citationLabel } from '../../words/place-label.ts';
import { LIMITS, shorten } from '../limits.ts';
import type { ReviewedCitation } from '../steps.ts';
import { REVIEW_WORDS } from '../../words/slack-review.ts';
import { oneLine } from '../../text/white-space.ts';

/** Identifies the two modals and their fields. */
export const WHY_MODAL = 'why_modal';
export const REPORT_MODAL = 'report_modal';
export const WHICH_FIELD = 'which';
export const REASON_FIELD = 'reason';

/** Longest reason, in characters. */
const REASON_LENGTH = 1000;
/** Options of a menu. */
const OPTIONS = 100;

/** Asks what was not helpful about an answer. */
export function whyModal(answerId: string, language: Language): types.ModalView {
  const words = REVIEW_WORDS[language];
  return formModal(WHY_MODAL, { answerId, title: words.whyTitle, language }, [reasonInput(words.why)]);
}

/** Asks which citation is wrong, and what is wrong with it. */
export function reportModal(
  answerId: string,
  citations: readonly ReviewedCitation[],
  language: Language,
): types.ModalView {
  const words = REVIEW_WORDS[language];
  if (citations.length === 0) return noteModal(words.reportTitle, words.gone, language);
  const options = citations.slice(0, OPTIONS).map(({ id, quote }, at) => ({
    value: id,
    text: plain(
      shorten(`[${at + 1}] ${citationLabel([], quote.place, language)} “${oneLine(quote.text)}”`, LIMITS.optionText),
    ),
  }));
  return formModal(REPORT_MODAL, { answerId, title: words.reportTitle, language }, [
    {
      type: 'input',
      block_id: WHICH_FIELD,
      label: plain(words.which),
      element: { type: 'static_select', action_id: WHICH_FIELD, options },
    },
    reasonInput(words.wrong),
  ]);
}

/** Says one thing. */
export function noteModal(title: string, text: string, language: Language): types.ModalView {
  return {
    type: 'modal',
    title: plain(shorten(title, LIMITS.modalTitle)),
    close: plain(REVIEW_WORDS[language].done),
    blocks: [{ type: 'section', text: plain(text) }],
  };
}

function formModal(
  callbackId: string,
  { answerId, title, language }: { answerId: string; title: string; language: Language },
  blocks: types.KnownBlock[],
): types.ModalView {
  const words = REVIEW_WORDS[language];
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: JSON.stringify({ answerId, language }),
    title: plain(shorten(title, LIMITS.modalTitle)),
    submit: plain(words.submit),
    close: plain(words.close),
    blocks,
  };
}

function reasonInput(label: string): types.KnownBlock {
  return {
    type: 'input',
    block_id: REASON_FIELD,
    label: plain(label),
    element: { type: 'plain_text_input', action_id: REASON_FIELD, multiline: true, max_length: REASON_LENGTH },
  };
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text };
}
