import type { StoredReport } from '../domain/ports.ts';
import type { Page } from '../domain/report.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { markedParagraphs } from './marked-paragraphs.ts';
import type { Mark, MarkedParagraph } from './marked-paragraphs.ts';
import { WORDS } from '../words/web.ts';

/** A page's text with its headings and marks. */
export function pageText({ report, text, sections }: StoredReport, page: Page, marks: Mark[]): Html {
  const headings = new Map(sections.map(({ span, path }) => [span.start, path.length]));
  return html`<article lang="${WORDS[report.language].lang}">
${markedParagraphs(text, page.span, marks).map((paragraph) => paragraphView(paragraph, headings))}
</article>`;
}

/** How a page is called: by its printed number, or by its part of a report without pages. */
export function pageName({ report, pages }: StoredReport, page: Page): string {
  const words = WORDS[report.language];
  if (report.slides) return words.slide(page.number);
  return report.paged ? words.page(page.label ?? String(page.number)) : words.part(page.number, pages.length);
}

function paragraphView({ start, pieces }: MarkedParagraph, headings: Map<number, number>): Html {
  const content = pieces.map(({ text, mark, first }) => {
    if (mark === undefined) return text;
    return html`<mark${first ? html` id="quote" tabindex="-1"` : html``}${
      mark === 'hit' ? html` class="hit"` : html``
    }>${text}</mark>`;
  });
  const level = headings.get(start);
  const isRow = pieces.some(({ text }) => text.includes('\t'));
  if (level === undefined) return html`<p${isRow ? html` class="table-row"` : html``}>${content}</p>\n`;
  if (level === 1) return html`<h2>${content}</h2>\n`;
  return level === 2 ? html`<h3>${content}</h3>\n` : html`<h4>${content}</h4>\n`;
}
