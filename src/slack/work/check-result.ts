import type { Language } from '../../domain/report.ts';
import { plainMessage } from '../out/message.ts';
import type { Viewer } from '../../domain/audience.ts';
import type { AskOptions, SlackSteps } from '../steps.ts';
import { checkMessages } from '../views/check-message.ts';
import { WORDS } from '../words.ts';
import type { Result } from './answer-result.ts';
import { datesOf } from './answer-result.ts';

/** Checks a draft claim by claim, in messages. */
export async function checkResult(draft: string, { viewer, language, options }: { viewer: Viewer; language: Language; options: AskOptions }, steps: SlackSteps): Promise<Result> {
  if (!steps.checkDraft) return { messages: [plainMessage(WORDS[language].unavailable)] };
  const [checked, reports] = [await steps.checkDraft(draft, viewer, options), await steps.reports(viewer)];
  return { messages: checkMessages(checked, { language, dates: datesOf(reports), ...(steps.linkTo === undefined ? {} : { linkTo: steps.linkTo }) }) };
}
