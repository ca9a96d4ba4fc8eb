import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Language } from '../../domain/report.ts';
import { LIMITS as TAKEN } from '../../domain/limits.ts';
import { LIMITS, shorten } from '../limits.ts';

/** Identifies the modal, and its field. */
export const ASK_MODAL = 'ask_modal';
export const QUESTION_FIELD = 'question';
/** Characters of the message that is asked about: what a modal carries along is limited. */
const ABOUT_LENGTH = 1500;

/** What the modal carries: the message that is asked about, if any. */
export const About = z.object({ channel: z.string(), ts: z.string(), thread: z.string(), text: z.string() }).optional();
export type About = z.infer<typeof About>;

const WORDS = {
  zh: {
    title: '向报告提问',
    submit: '提问',
    close: '取消',
    label: '问题',
    hint: '例如：这个数字出自哪份报告？',
    about: '就这条消息提问：',
  },
  en: {
    title: 'Ask the reports',
    submit: 'Ask',
    close: 'Cancel',
    label: 'Question',
    hint: 'For example: Which report has this figure?',
    about: 'About this message:',
  },
} as const;

/**
 * The modal in which a question is typed, from anywhere or about a message.
 * @param asked a question that stands in it already
 */
export function askModal(about: About, language: Language, asked = ''): types.ModalView {
  const words = WORDS[language];
  const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text });
  const carried = about && { ...about, text: shorten(about.text, ABOUT_LENGTH) };
  const shown = about?.text.trim()
    ? [{ type: 'section' as const, text: plain(shorten(`${words.about} ${about.text}`, LIMITS.sectionText)) }]
    : [];
  return {
    type: 'modal',
    callback_id: ASK_MODAL,
    private_metadata: JSON.stringify(carried ?? null),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.close),
    blocks: [
      ...shown,
      {
        type: 'input',
        block_id: QUESTION_FIELD,
        label: plain(words.label),
        element: {
          type: 'plain_text_input',
          action_id: QUESTION_FIELD,
          multiline: true,
          max_length: TAKEN.question,
          placeholder: plain(words.hint),
          ...(asked === '' ? {} : { initial_value: shorten(asked, TAKEN.question) }),
        },
      },
    ],
  };
}
