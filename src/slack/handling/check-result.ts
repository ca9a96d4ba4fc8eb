import type { Language } from '../../domain/report.ts';
import { plainMessage } from '../delivery/message.ts';
import type { Viewer } from '../../domain/audience.ts';
import type { SlackSteps, WhileAnswering } from '../steps.ts';
import { checkMessages } from '../views/check-message.ts';
import { WORDS } from '../../words/slack.ts';
import type { Result } from './answer-result.ts';
import { datesOf } from './answer-result.ts';
import { linksFor } from './links-for.ts';

/** Checks a draft claim by claim, in messages. */
export async function checkResult(
  draft: string,
  { viewer, language, meanwhile }: { viewer: Viewer; language: Language; meanwhile: WhileAnswering },
  steps: SlackSteps,
): Promise<Result> {
  if (!steps.checkDraft) return { messages: [plainMessage(WORDS[language].unavailable)] };
  const [checked, reports] = [await steps.checkDraft(draft, viewer, meanwhile), await steps.reports(viewer)];
  return { messages: checkMessages(checked, { language, dates: datesOf(reports), ...linksFor(steps, viewer) }) };
}
