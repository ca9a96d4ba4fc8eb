import type { StoredReport } from '../domain/ports.ts';
import type { Language, Page, Section, Span } from '../domain/report.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { markedParagraphs } from './marked-paragraphs.ts';
import type { MarkedParagraph } from './marked-paragraphs.ts';
import { WORDS } from './words.ts';
import type { Words } from './words.ts';

/** The page that shows a report's page with a quote marked. */
export function sourcePage(stored: StoredReport, page: Page, quote: Span | undefined, language: Language): Html {
  const words = WORDS[language];
  const { report, pages, text, sections } = stored;
  const name = report.paged ? words.page(page.label ?? String(page.number)) : words.part(page.number, pages.length);
  const previous = pages.find(({ number }) => number === page.number - 1);
  const next = pages.find(({ number }) => number === page.number + 1);
  const section = sections.findLast(({ span }) => span.start <= (quote?.start ?? page.span.end - 1) && span.end >= (quote?.start ?? page.span.start));
  const headings = new Map(sections.map(({ span, path }) => [span.start, path.length]));
  const link = (to: Page) => `/reports/${report.id}/pages/${to.number}${quote ? `?quote=${quote.start}-${quote.end}` : ''}`;
  return layout(
    words,
    `${report.title} · ${name}`,
    html`<nav class="crumbs"><a href="/">${words.home}</a> › <a href="/reports/${report.id}">${report.title}</a></nav>
<h1>${name} <span class="meta">${report.paged ? words.of(report.pageCount) : ''}</span></h1>
${section ? html`<p class="meta">${section.path.join(' › ')}</p>` : html``}
${quote && quote.start < page.span.start && quote.end > page.span.start && previous ? html`<p class="meta"><a href="${link(previous)}#quote">${words.continued}</a></p>` : html``}
<article lang="${WORDS[report.language].lang}">
${markedParagraphs(text, page.span, quote).map((paragraph) => paragraphView(paragraph, headings))}
</article>
${quote && quote.start < page.span.end && quote.end > page.span.end && next ? html`<p class="meta"><a href="${link(next)}#quote">${words.continues}</a></p>` : html``}
${turner(words, previous && link(previous), next && link(next))}`,
  );
}

/** The page that shows a report's outline. */
export function outlinePage({ report, sections, pages }: StoredReport, language: Language): Html {
  const words = WORDS[language];
  const label = (number: number) => (report.paged ? (pages[number - 1]?.label ?? String(number)) : '');
  const item = ({ path, firstPage }: Section) =>
    html`<li class="level-${Math.min(path.length, 4)}"><a href="/reports/${report.id}/pages/${firstPage}">${path.at(-1)}</a> <span class="meta">${label(firstPage)}</span></li>`;
  return layout(
    words,
    report.title,
    html`<nav class="crumbs"><a href="/">${words.home}</a></nav>
<h1>${report.title}</h1>
<p class="meta">${[report.publisher, report.publishedOn, report.file].filter(Boolean).join(' · ')}</p>
<h2>${words.outline}</h2>
<ul class="plain outline">${sections.length === 0 ? html`<li><a href="/reports/${report.id}/pages/1">${report.title}</a></li>` : sections.map(item)}</ul>`,
  );
}

function turner(words: Words, previous: string | undefined, next: string | undefined): Html {
  return html`<nav class="turner">${previous ? html`<a rel="prev" href="${previous}">← ${words.previous}</a>` : html`<span></span>`}${next ? html`<a rel="next" href="${next}">${words.next} →</a>` : html``}</nav>`;
}

function paragraphView({ start, pieces }: MarkedParagraph, headings: Map<number, number>): Html {
  const content = pieces.map(({ text, marked, first }) => (marked ? html`<mark${first ? html` id="quote" tabindex="-1"` : html``}>${text}</mark>` : text));
  const level = headings.get(start);
  if (level === undefined) return html`<p>${content}</p>\n`;
  return level === 1 ? html`<h2>${content}</h2>\n` : level === 2 ? html`<h3>${content}</h3>\n` : html`<h4>${content}</h4>\n`;
}
