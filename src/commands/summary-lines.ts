import type { Language } from '../domain/report.ts';
import type { SectionRef, VerifiedSummary } from '../domain/summary.ts';
import { composedNotes, withheldText } from '../words/answer-notes.ts';
import { degreeLegend, degreeMark, saidText } from '../words/degree-words.ts';
import { distinctPlaces, placeLabel } from '../words/place-label.ts';
import { coverageText, noSummaryText, pagesLabel, sectionLabel } from '../words/summary-notes.ts';

const WORDS = {
  zh: { figures: '关键数字' },
  en: { figures: 'Key figures' },
};

/** A summary for the terminal, line by line: heading, points with their places, coverage, the table of figures. */
export function summaryLines(summary: VerifiedSummary, language: Language): string[] {
  if (summary.outcome !== 'summarised') {
    const sections = summary.outcome === 'which' ? summary.candidates : summary.nearest;
    return [noSummaryText(summary, language), ...sections.map((section) => `  - ${sectionLine(section, language)}`)];
  }
  const { section, points, coverage, figures, withheld } = summary;
  const words = WORDS[language];
  return [
    sectionLine(section, language),
    ...composedNotes(summary, language),
    '',
    ...points.map(
      (point) =>
        `• ${saidText(point, language)} (${distinctPlaces(point.quotes, language)
          .map(({ label }) => label)
          .join(', ')}) ${degreeMark(point)}`,
    ),
    '',
    degreeLegend(points, language),
    coverageText(coverage, language),
    ...(figures.length > 0
      ? [
          '',
          `${words.figures}:`,
          ...figures.map(({ label, value, quote }) => `  ${value}  ${label} (${placeLabel(quote.place, language)})`),
        ]
      : []),
    ...(withheld.length > 0 ? ['', withheldText(withheld.length, language)] : []),
  ];
}

function sectionLine(section: SectionRef, language: Language): string {
  return [section.path.length > 0 ? section.reportTitle : '', sectionLabel(section), pagesLabel(section, language)]
    .filter(Boolean)
    .join(' · ');
}
