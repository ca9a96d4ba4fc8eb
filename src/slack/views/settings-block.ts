import type { types } from '@slack/bolt';
import type { Preference } from '../../domain/ports.ts';
import type { Language } from '../../domain/report.ts';

/** Identifies the menus of the settings. */
export const SET_LANGUAGE = 'set_language';
export const SET_WHERE = 'set_where';

const WORDS = {
  zh: {
    auto: '回答语言：随问题',
    zh: '回答语言：中文',
    en: '回答语言：英文',
    direct: '快捷方式的回答：私信',
    thread: '快捷方式的回答：原消息的消息列里',
  },
  en: {
    auto: 'Answer in the language of the question',
    zh: 'Answer in Chinese',
    en: 'Answer in English',
    direct: 'Answers to shortcuts: direct message',
    thread: 'Answers to shortcuts: thread of the message',
  },
} as const;

/** A person's settings as two menus. */
export function settingsBlock({ language: chosen, where }: Preference, language: Language): types.ActionsBlock {
  const option = (value: keyof (typeof WORDS)['zh']): types.PlainTextOption => ({
    text: { type: 'plain_text', text: WORDS[language][value] },
    value,
  });
  return {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: SET_LANGUAGE,
        initial_option: option(chosen),
        options: [option('auto'), option('zh'), option('en')],
      },
      {
        type: 'static_select',
        action_id: SET_WHERE,
        initial_option: option(where),
        options: [option('direct'), option('thread')],
      },
    ],
  };
}
