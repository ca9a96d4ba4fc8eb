import type { StoredReport } from '../domain/ports.ts';
import type { FigureFact } from '../domain/figure-fact.ts';
import type { Language, Report, Section } from '../domain/report.ts';
import { askForm } from './ask-form.ts';
import { ALL } from './report-choice.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { findForm } from './report-search.ts';
import { quoteHref } from './source-link.ts';
import type { ReportOverview } from './visit.ts';
import { lengthText, placeLabel } from '../words/place-label.ts';
import { ANSWER_WORDS } from '../words/web-answer.ts';
import { noteTexts } from '../words/reading-note-words.ts';
import { WORDS } from '../words/web.ts';

/** The page of a report: what it is, what to ask it, its figures and its outline. */
export function outlinePage(stored: StoredReport, overview: ReportOverview, language: Language): Html {
  const words = WORDS[language];
  const { report } = stored;
  return layout(
    words,
    report.title,
    html`<nav class="crumbs"><a href="/">${words.home}</a></nav>
<h1>${report.title}</h1>
<p class="meta">${aboutText(report)}</p>
${askOneForm(report, language)}${questionsView(overview.questions, report, language)}\
${figuresView(overview.figures, report, language)}
${findForm(`/reports/${report.id}/pages/1`, '', words)}
<h2>${words.outline}</h2>
${outlineList(stored, undefined)}${notesOf(stored, language)}`,
  );
}

/** What a report is, on one line. */
function aboutText({ publisher, publishedOn, kind, company, period, address, file, ...length }: Report): string {
  return [publisher, publishedOn, kind, company, period, lengthText(length, length.language), address ?? file]
    .filter(Boolean)
    .join(' · ');
}

/** The field for a question that this report alone is asked. */
function askOneForm(report: Report, language: Language): Html {
  const choosable = { reports: [report], series: [] };
  const label = ANSWER_WORDS[language].askThis;
  return askForm({ label, placeholder: '', choice: ALL, choosable, only: report.id }, language);
}

function questionsView(questions: readonly string[], { id }: Report, language: Language): Html {
  if (questions.length === 0) return html``;
  const links = questions.map(
    (question) => html`<li><a href="/?q=${encodeURIComponent(question)}&amp;report=${id}">${question}</a></li>`,
  );
  return html`<section><h2>${WORDS[language].examples}</h2><ul class="plain">${links}</ul></section>`;
}

/** The figures that it states first, with the way to all of them. */
function figuresView(figures: readonly FigureFact[], { id }: Report, language: Language): Html {
  const words = WORDS[language];
  if (figures.length === 0) return html``;
  const rows = figures.map(
    ({ subject, measure, period, value, quote }) =>
      html`<tr><th scope="row">${[subject, measure, period?.text].filter(Boolean).join(' · ')}</th>\
<td>${value.text}</td><td><a class="place" href="${quoteHref(quote)}">\
${placeLabel(quote.place, language)}</a></td></tr>`,
  );
  return html`<section><h2>${words.figures}</h2><table class="figures"><tbody>${rows}</tbody></table>\
<p class="meta"><a href="/figures?report=${id}">${words.figuresAsData}</a></p></section>`;
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
