import type { Language } from '../../domain/report.ts';
import { lengthText } from '../../words/place-label.ts';
import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn } from '../mrkdwn.ts';
import type { Message } from '../delivery/message.ts';
import type { ListedReport } from '../steps.ts';

/** Reports that are listed; the App Home has more. */
const LISTED = 30;
const TITLE_LENGTH = 90;

const WORDS = {
  zh: {
    none: '资料库里还没有您能看到的报告。',
    rest: (count: number) => `还有 ${count} 份，见我的主页。`,
  },
  en: {
    none: 'There is no report in the library that you may see.',
    rest: (count: number) => `${count} more on my Home tab.`,
  },
} as const;

/** Which reports there are, newest first. */
export function reportsMessage(reports: readonly ListedReport[], language: Language): Message {
  const words = WORDS[language];
  const lines = newestFirst(reports)
    .slice(0, LISTED)
    .map((report) => `• ${reportLine(report, language)}`);
  const rest = reports.length > LISTED ? [words.rest(reports.length - LISTED)] : [];
  const text = shorten(reports.length === 0 ? words.none : [...lines, ...rest].join('\n'), LIMITS.sectionText);
  return { text: escapeMrkdwn(text), blocks: [{ type: 'section', text: { type: 'plain_text', text } }] };
}

/** A report on one line: title, publisher, date, pages, where it has such. */
export function reportLine(report: ListedReport, language: Language): string {
  const { title, publisher, publishedOn } = report;
  const length = lengthText(report, language);
  return [
    shorten(title, TITLE_LENGTH),
    ...(publisher === undefined ? [] : [shorten(publisher, TITLE_LENGTH)]),
    ...(publishedOn === undefined ? [] : [publishedOn]),
    ...(length === '' ? [] : [length]),
  ].join(' · ');
}

/** By date, the latest first; those without a date at the end. */
export function newestFirst(reports: readonly ListedReport[]): ListedReport[] {
  return reports.toSorted((a, b) => (b.publishedOn ?? '').localeCompare(a.publishedOn ?? ''));
}
