import type { types } from '@slack/bolt';
import { LIMITS, shorten } from '../limits.ts';

/** Matches the buttons that choose a section. */
export const CHOOSE_SECTION = /^choose_section_\d$/u;
/** Characters of a button's text; Block Kit, button element. */
const BUTTON_TEXT = 75;

/** A button for each section that fits a request; `request` is what is summarised when it is pressed. */
export function sectionButtons(candidates: readonly { label: string; request: string }[]): types.ActionsBlock {
  return {
    type: 'actions',
    elements: candidates.map(({ label, request }, at) => ({
      type: 'button',
      action_id: `choose_section_${at}`,
      text: { type: 'plain_text', text: shorten(label, BUTTON_TEXT) },
      value: shorten(request, LIMITS.buttonValue),
    })),
  };
}
