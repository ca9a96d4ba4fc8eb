import type { Language, Place } from '../domain/report.ts';

/** How a citation names a place: `第 65 页`, `p. 65`; without pages `第 3 段`, `para. 3`. */
export function placeLabel(place: Place, language: Language): string {
  const value = place.kind === 'page' ? place.label : String(place.number);
  if (language === 'zh') return place.kind === 'page' ? `第 ${value} 页` : `第 ${value} 段`;
  return place.kind === 'page' ? `p. ${value}` : `para. ${value}`;
}

/** Section and place on one line: `海外借鉴 › 云服务市场 · 第 65 页`. */
export function citationLabel(path: string[], place: Place, language: Language): string {
  return [path.join(' › '), placeLabel(place, language)].filter(Boolean).join(' · ');
}

/** The part of a report's web address that shows a place: `/reports/ID/pages/N`. */
export function pagePath(reportId: string, place: Place): string {
  return `/reports/${encodeURIComponent(reportId)}/pages/${place.kind === 'page' ? place.number : place.screen}`;
}
