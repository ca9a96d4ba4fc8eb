import type { types } from '@slack/bolt';
import type { Language } from '../../domain/report.ts';
import { WORDS } from '../../words/slack.ts';

/** Identifies the *Sources* button, the thumbs and *Report a wrong citation*. */
export const SHOW_SOURCES = 'show_sources';
export const FEEDBACK = 'feedback';
export const REPORT_WRONG = 'report_wrong';

/** What a thumb sends: the way it points, a space, the answer's id. */
export const [THUMB_UP, THUMB_DOWN] = ['up', 'down'] as const;

/** The buttons below an answer. */
export function answerButtons(
  { language, sourcesId, answerId }: { language: Language; sourcesId?: string; answerId?: string },
  label: 'sources' | 'passages' = 'sources',
): types.KnownBlock[] {
  const words = WORDS[language];
  const buttons = [
    ...(sourcesId === undefined ? [] : [button(SHOW_SOURCES, sourceValue(sourcesId, answerId), words[label])]),
    ...(answerId === undefined ? [] : [button(REPORT_WRONG, answerId, words.reportWrong)]),
  ];
  return [
    ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: buttons }] : []),
    ...(answerId === undefined ? [] : [thumbs(answerId, language)]),
  ];
}

/** What the *Sources* button sends, and how it is read. */
function sourceValue(sourcesId: string, answerId?: string): string {
  return answerId === undefined ? sourcesId : `${sourcesId} ${answerId}`;
}

function thumbs(answerId: string, language: Language): types.ContextActionsBlock {
  const words = WORDS[language];
  const thumb = (way: string, text: string) => ({
    text: { type: 'plain_text' as const, text },
    value: `${way} ${answerId}`,
    accessibility_label: text,
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: FEEDBACK,
        positive_button: thumb(THUMB_UP, words.helpful),
        negative_button: thumb(THUMB_DOWN, words.notHelpful),
      },
    ],
  };
}

function button(actionId: string, value: string, text: string): types.Button {
  return { type: 'button', action_id: actionId, value, text: { type: 'plain_text', text } };
}
