import type { StoredReport } from '../domain/ports.ts';
import type { Language, Page, Span } from '../domain/report.ts';
import { isRecognisedPage } from '../domain/report.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import type { Mark } from './marked-paragraphs.ts';
import { outlineList } from './outline-page.ts';
import { pageName, pageText } from './page-text.ts';
import { printedView } from './printed-view.ts';
import { findForm, hitList } from './report-search.ts';
import type { PrintedPage } from './visit.ts';
import { lengthText } from '../words/place-label.ts';
import { WORDS } from '../words/web.ts';
import type { Words } from '../words/web.ts';

/** What a page is shown with. */
export interface SourceView {
  stored: StoredReport;
  page: Page;
  quote: Span | undefined;
  marks: Mark[];
  /** Absent: only the text can be shown. */
  printed: PrintedPage | undefined;
  /** Address of the picture. */
  picture: string;
  /** Address that can be passed on: it shows this page and nothing else. */
  share: string;
  /** Address of another page, where the viewer may turn to it. */
  pageAddress(page: Page): string | undefined;
}

/** The page that shows a report's page with a quote marked, the outline and a search at its side. */
export function sourcePage(view: SourceView, search: { find: string; hits: Span[] }, language: Language): Html {
  const words = WORDS[language];
  const { stored, page } = view;
  const { report } = stored;
  const section = sectionOf(view);
  const [previous, next] = [-1, 1].map((step) => addressOf(view, step));
  const turner = html`<nav class="turner" aria-label="${words.turner}">${
    previous ? html`<a rel="prev" href="${previous}">← ${words.previous}</a>` : html`<span></span>`
  }${next ? html`<a rel="next" href="${next}">${words.next} →</a>` : html``}</nav>`;
  return layout(
    words,
    `${report.title} · ${pageName(stored, page)}`,
    html`<nav class="crumbs"><a href="/">${words.home}</a> › <a href="/reports/${report.id}">${report.title}</a></nav>
${heading(view, words)}
<div class="reading">
<aside>${findForm(`/reports/${report.id}/pages/${page.number}`, search.find, words)}\
${hitList(stored, search.find, search.hits, words)}\
<details class="contents" data-open-wide><summary>${words.outline}</summary>\
${outlineList(stored, section)}</details></aside>
${spread(view, words)}
</div>
${turner}`,
    { wide: true },
  );
}

/** The page that a signed link shows: this page, and no way to another report. */
export function linkedPage(view: SourceView, language: Language): Html {
  const words = WORDS[language];
  const { stored, page } = view;
  return layout(
    words,
    `${stored.report.title} · ${pageName(stored, page)}`,
    html`<p class="crumbs">${stored.report.title}</p>
${heading(view, words)}
<div class="reading linked">
${spread(view, words)}
</div>`,
    { wide: true },
  );
}

function heading(view: SourceView, words: Words): Html {
  const { stored, page, share } = view;
  const { report } = stored;
  const section = sectionOf(view);
  return html`<h1>${pageName(stored, page)} <span class="meta">${lengthText(report, report.language)}</span></h1>
<p class="meta">${section ? html`${section.path.join(' › ')} · ` : html``}\
<a href="${share}" data-copy="${words.copied}">${words.copyLink}</a></p>\
${isRecognisedPage(report, page.number) ? html`<p class="meta">${words.recognised}.</p>` : html``}`;
}

function spread(view: SourceView, words: Words): Html {
  const { stored, page, quote, marks, printed, picture } = view;
  const [before, after] = [addressOf(view, -1), addressOf(view, 1)];
  const began = quote && quote.start < page.span.start && quote.end > page.span.start && before;
  const goesOn = quote && quote.start < page.span.end && quote.end > page.span.end && after;
  return html`<div class="spread${printed ? '' : ' text-only'}">\
${printed ? printedView(picture, words.printedAlt(pageName(stored, page)), printed, marks) : html``}
<div>${began ? html`<p class="meta"><a href="${began}#quote">${words.continued}</a></p>` : html``}
${pageText(stored, page, marks)}
${goesOn ? html`<p class="meta"><a href="${goesOn}#quote">${words.continues}</a></p>` : html``}</div></div>`;
}

function addressOf({ stored, page, pageAddress }: SourceView, step: number): string | undefined {
  const other = stored.pages.find(({ number }) => number === page.number + step);
  return other && pageAddress(other);
}

function sectionOf({ stored, page, quote }: SourceView) {
  return stored.sections.findLast(
    ({ span }) => span.start <= (quote?.start ?? page.span.end - 1) && span.end >= (quote?.start ?? page.span.start),
  );
}
