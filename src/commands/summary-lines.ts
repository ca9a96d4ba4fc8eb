import type { Language } from '../domain/report.ts';
import type { SectionRef, VerifiedSummary } from '../domain/summary.ts';
import { composedNotes } from '../words/answer-notes.ts';
import { distinctPlaces, placeLabel } from '../words/place-label.ts';
import { coverageText, noSummaryText, pagesLabel, sectionLabel } from '../words/summary-notes.ts';

const WORDS = {
  zh: { figures: '关键数字', withheld: '未通过核对、没有显示的句子：' },
  en: { figures: 'Key figures', withheld: 'Withheld, because it did not pass the check:' },
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
      ({ text, quotes }) =>
        `• ${text} (${distinctPlaces(quotes, language)
          .map(({ label }) => label)
          .join(', ')})`,
    ),
    '',
    coverageText(coverage, language),
    ...(figures.length > 0
      ? [
          '',
          `${words.figures}:`,
          ...figures.map(({ label, value, quote }) => `  ${value}  ${label} (${placeLabel(quote.place, language)})`),
        ]
      : []),
    ...(withheld.length > 0
      ? ['', words.withheld, ...withheld.map(({ text, reason }) => `  - ${text} (${reason})`)]
      : []),
  ];
}

function sectionLine(section: SectionRef, language: Language): string {
  return [section.path.length > 0 ? section.reportTitle : '', sectionLabel(section), pagesLabel(section, language)]
    .filter(Boolean)
    .join(' · ');
}
