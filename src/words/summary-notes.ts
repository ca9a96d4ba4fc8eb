import type { Language } from '../domain/report.ts';
import type { FigureSeries } from '../domain/answer.ts';
import type { Coverage, SectionRef, VerifiedSummary } from '../domain/summary.ts';

/** How much of the section was read: `8 points from 6 of 14 paragraphs; 1 table not covered`. */
export function coverageText({ points, coveredParagraphs, paragraphs, tables }: Coverage, language: Language): string {
  if (language === 'zh')
    return (
      `${points} 个要点，取自 ${paragraphs} 段中的 ${coveredParagraphs} 段` +
      `${tables > 0 ? `；${tables} 张表格未涵盖` : ''}。`
    );
  return (
    `${count(points, 'point')} from ${coveredParagraphs} of ` +
    `${count(paragraphs, 'paragraph')}${tables > 0 ? `; ${count(tables, 'table')} not covered` : ''}.`
  );
}

/** A section by its headings, pages and report: `海外借鉴 › 云服务市场（第 63–65 页）`. */
export function sectionLabel({ path, reportTitle }: Pick<SectionRef, 'path' | 'reportTitle'>): string {
  return path.length === 0 ? reportTitle : path.join(' › ');
}

/** The pages of a section; empty for a report without pages. */
export function pagesLabel(
  { firstPage, lastPage }: Pick<SectionRef, 'firstPage' | 'lastPage'>,
  language: Language,
): string {
  if (firstPage.label === undefined) return '';
  const isOne = firstPage.label === lastPage.label;
  // A cover has no printed number: `[1]–5` would be read as a mistake.
  if (!isOne && firstPage.label.startsWith('[') && lastPage.label?.startsWith('[') === false)
    return language === 'zh' ? `开头至第 ${lastPage.label} 页` : `up to p. ${lastPage.label}`;
  const range = isOne ? firstPage.label : `${firstPage.label}–${lastPage.label ?? ''}`;
  return language === 'zh' ? `第 ${range} 页` : `${isOne ? 'p.' : 'pp.'} ${range}`;
}

/** Why there is no summary yet, and what to do. */
export function noSummaryText(
  { outcome }: Exclude<VerifiedSummary, { outcome: 'summarised' }>,
  language: Language,
): string {
  if (outcome === 'which')
    return language === 'zh' ? '有几处都符合，请选一处：' : 'Several sections fit. Which one is meant?';
  return language === 'zh'
    ? '报告里没有找到这一节。请用标题里的词、页码（“第15到17页”）或“整份报告”来指明；最接近的是：'
    : 'No section fits. Name it by words of its heading, by pages ("pages 15-17") or as "the whole ' +
        'report". The nearest are:';
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

/** What a series shows: its measure, or where it stands when the text does not name the measure near the values. */
export function seriesTitle({ title, values }: FigureSeries): string {
  return title === '' ? (values[0]?.quote.path.at(-1) ?? values[0]?.quote.reportTitle ?? '') : title;
}

/** A value with its unit as a person writes it: `32%`, `3.04 亿元`, `$6.6 billion`. */
export function valueText(value: number, unit: string): string {
  const [, currency = '', rest = ''] = /^([$€£¥]?)(.*)$/u.exec(unit) ?? [];
  return `${currency}${value}${rest === '' || /^[%％‰]/u.test(rest) ? '' : ' '}${rest}`;
}
