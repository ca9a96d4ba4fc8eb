import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Language } from '../../domain/report.ts';
import { shorten } from '../limits.ts';
import { REVIEW_WORDS } from '../../words/slack-review.ts';

/** Identifies the modal in which an editor says what is wrong, and its field. */
export const VERDICT_NOTE = 'verdict_note';
export const NOTE_FIELD = 'note';

/** Longest note, in characters: it is repeated to the asker. */
const NOTE_LENGTH = 500;
/** Characters of the sentence that the verdict is about. */
const CLAIM_LENGTH = 500;

/** What the modal carries unseen: the verdict, and what the modal below it shows. */
export const Noting = z.object({
  id: z.string(),
  verdict: z.enum(['wrong_quote', 'wrong_page', 'out_of_context']),
  seen: z.number(),
  carried: z.string(),
});

/** Asks an editor what is wrong about a citation. They may leave it empty. */
export function verdictNoteModal(claim: string, noting: z.infer<typeof Noting>, language: Language): types.ModalView {
  const words = REVIEW_WORDS[language];
  const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text });
  return {
    type: 'modal',
    callback_id: VERDICT_NOTE,
    private_metadata: JSON.stringify(noting),
    // The menu below goes back to where it was.
    notify_on_close: true,
    title: plain(words.noteTitle),
    submit: plain(words.give),
    close: plain(words.close),
    blocks: [
      { type: 'section', text: plain(shorten(claim, CLAIM_LENGTH)) },
      { type: 'context', elements: [plain(words.status[noting.verdict])] },
      {
        type: 'input',
        block_id: NOTE_FIELD,
        optional: true,
        label: plain(words.note),
        hint: plain(words.noteHint),
        element: { type: 'plain_text_input', action_id: NOTE_FIELD, multiline: true, max_length: NOTE_LENGTH },
      },
    ],
  };
}
