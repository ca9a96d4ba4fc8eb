import type { types } from '@slack/bolt';
import { detectLanguage } from '../../text/language.ts';
import { escapeMrkdwn, mrkdwn } from '../mrkdwn.ts';
import type { ListedReport } from '../steps.ts';
import { reportLine } from './reports-message.ts';

/** What is shown below a link to a source page: which report, which page of the file; never its text. */
export function unfurlOf(report: ListedReport, { page }: { page?: number }): { blocks: types.KnownBlock[] } {
  const language = detectLanguage(report.title);
  const where = page === undefined ? [] : [language === 'zh' ? `文件第 ${page} 页` : `page ${page} of the file`];
  return {
    blocks: [
      { type: 'context', elements: [mrkdwn([escapeMrkdwn(reportLine(report, language)), ...where].join(' · '))] },
    ],
  };
}
