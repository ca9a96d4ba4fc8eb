import type { Language, Place, Report } from '../domain/report.ts';

/** Said of a page whose text a program recognised from its picture. */
const RECOGNISED = { zh: '（OCR 识别）', en: ' (read by OCR)' };

/**
 * How a citation names a place: `第 65 页`, `p. 65`, `p. 65 (read by OCR)`; of slides `第 3 张幻灯片`, `slide 3`; of
 * sheets `销量!A4:D4`; else `第 3 段`, `para. 3`.
 */
export function placeLabel(place: Place, language: Language): string {
  const isChinese = language === 'zh';
  switch (place.kind) {
    case 'page':
      return pageLabel(place, language);
    case 'slide':
      return isChinese ? `第 ${place.number} 张幻灯片` : `slide ${place.number}`;
    case 'paragraph':
      return isChinese ? `第 ${place.number} 段` : `para. ${place.number}`;
    case 'cells':
  }
  if (place.sheet !== undefined) return `${place.sheet}!${place.range}`;
  return isChinese ? `单元格 ${place.range}` : `cells ${place.range}`;
}

function pageLabel({ label, recognised }: Extract<Place, { kind: 'page' }>, language: Language): string {
  const page = language === 'zh' ? `第 ${label} 页` : `p. ${label}`;
  return recognised ? page + RECOGNISED[language] : page;
}

/**
 * Section and place on one line: `海外借鉴 › 云服务市场 · 第 65 页`. The sheet that ends the path is not said again.
 */
export function citationLabel(path: string[], place: Place, language: Language): string {
  const isNamed = place.kind === 'cells' && place.sheet !== undefined && path.at(-1) === place.sheet;
  return [path.join(' › '), isNamed ? place.range : placeLabel(place, language)].filter(Boolean).join(' · ');
}

/** Of quotes that stand in one place the first, with what the place is called. */
export function distinctPlaces<T extends { place: Place }>(
  quotes: readonly T[],
  language: Language,
): { quote: T; label: string }[] {
  const labelled = quotes.map((quote) => ({ quote, label: placeLabel(quote.place, language) }));
  return labelled.filter(({ label }, at) => labelled.findIndex((other) => other.label === label) === at);
}

/** The number of the page that shows a place. */
export function shownPage(place: Place): number {
  return place.kind === 'page' || place.kind === 'slide' ? place.number : place.screen;
}

/** The part of a report's web address that shows a place: `/reports/ID/pages/N`. */
export function pagePath(reportId: string, place: Place): string {
  return `/reports/${encodeURIComponent(reportId)}/pages/${shownPage(place)}`;
}

/** How long a report is: `283 页`, `12 slides`; nothing for one without pages. */
export function lengthText({ pageCount, slides }: Pick<Report, 'pageCount' | 'slides'>, language: Language): string {
  if (pageCount === 0) return '';
  if (language === 'zh') return slides ? `${pageCount} 张幻灯片` : `${pageCount} 页`;
  return `${pageCount} ${slides ? 'slide' : 'page'}${pageCount === 1 ? '' : 's'}`;
}
