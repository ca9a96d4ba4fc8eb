import type { StoredReport } from '../domain/ports.ts';
import type { Language, Section } from '../domain/report.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { findForm } from './report-search.ts';
import { noteTexts } from '../words/reading-note-words.ts';
import { WORDS } from '../words/web.ts';

/** The page that shows a report's outline. */
export function outlinePage(stored: StoredReport, language: Language): Html {
  const words = WORDS[language];
  const { report } = stored;
  return layout(
    words,
    report.title,
    html`<nav class="crumbs"><a href="/">${words.home}</a></nav>
<h1>${report.title}</h1>
<p class="meta">${[report.publisher, report.publishedOn, report.address ?? report.file].filter(Boolean).join(' · ')}</p>
${findForm(`/reports/${report.id}/pages/1`, '', words)}
<h2>${words.outline}</h2>
${outlineList(stored, undefined)}${notesOf(stored, language)}`,
  );
}

/** How the report was read: what is not in it, what was taken away, what is guessed. */
function notesOf({ report }: StoredReport, language: Language): Html {
  const notes = noteTexts(report, language);
  if (notes.length === 0) return html``;
  return html`<h2>${WORDS[language].howRead}</h2>
<ul class="plain">${notes.map((note) => html`<li>${note}</li>`)}</ul>`;
}

/** A report's sections, each a link to the page where it begins. */
export function outlineList({ report, sections, pages }: StoredReport, current: Section | undefined): Html {
  const label = (number: number) => (report.paged ? (pages[number - 1]?.label ?? String(number)) : '');
  const item = (section: Section) =>
    html`<li class="level-${Math.min(section.path.length, 4)}">\
<a href="/reports/${report.id}/pages/${section.firstPage}"${section === current ? html` aria-current="true"` : html``}>\
${section.path.at(-1)}</a> <span class="meta">${label(section.firstPage)}</span></li>`;
  return html`<ul class="plain outline">${
    sections.length === 0
      ? html`<li><a href="/reports/${report.id}/pages/1">${report.title}</a></li>`
      : sections.map(item)
  }</ul>`;
}
