import type { Language } from '../../domain/report.ts';
import type { Viewer } from '../../domain/audience.ts';
import type { SlackSteps, WhileAnswering } from '../steps.ts';
import { plainMessage } from '../delivery/message.ts';
import { summaryMessages } from '../views/summary-message.ts';
import { WORDS } from '../../words/slack.ts';
import type { Result } from './answer-result.ts';
import { datesOf } from './answer-result.ts';
import { linksFor } from './links-for.ts';

/** Summarises what somebody named, in messages. */
export async function summaryResult(
  request: string,
  { viewer, language, meanwhile }: { viewer: Viewer; language: Language; meanwhile: WhileAnswering },
  steps: SlackSteps,
): Promise<Result> {
  if (!steps.summarize) return { messages: [plainMessage(WORDS[language].unavailable)] };
  const [summary, reports] = [await steps.summarize(request, viewer, meanwhile), await steps.reports(viewer)];
  return {
    isQuestion: summary.outcome === 'which',
    messages: summaryMessages(summary, { language, dates: datesOf(reports), ...linksFor(steps, viewer) }),
  };
}
