import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Language } from '../../domain/report.ts';
import type { ReviewedCitation } from '../steps.ts';
import { REVIEW_WORDS } from '../../words/slack-review.ts';

/** Identifies the menu with which editors give verdicts. */
export const GIVE_VERDICT = 'give_verdict';

/** What a choice in the menu carries. */
export const ChosenVerdict = z.object({
  id: z.string(),
  verdict: z.enum(['verified', 'wrong_quote', 'wrong_page', 'out_of_context']),
  seen: z.number(),
});

const VERDICTS = ['verified', 'wrong_quote', 'wrong_page', 'out_of_context'] as const;

/** What the editors found about a citation; editors get a menu to say what they find. */
export function verdictBlocks(
  { id, status, seen }: ReviewedCitation,
  { language, isEditor, drawn }: { language: Language; isEditor: boolean; drawn: string },
): types.KnownBlock[] {
  const words = REVIEW_WORDS[language];
  const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text });
  const options = VERDICTS.map((verdict) => ({
    text: plain(words.status[verdict]),
    value: JSON.stringify({ id, verdict, seen }),
  }));
  const shown: types.KnownBlock = { type: 'context', elements: [plain(words.status[status])] };
  if (!isEditor) return [shown];
  return [
    shown,
    {
      type: 'actions',
      block_id: `verdict ${id} ${seen} ${drawn}`,
      elements: [{ type: 'static_select', action_id: GIVE_VERDICT, placeholder: plain(words.verdict), options }],
    },
  ];
}
