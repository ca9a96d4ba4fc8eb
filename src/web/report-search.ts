import type { StoredReport } from '../domain/ports.ts';
import type { Span } from '../domain/report.ts';
import { findText } from '../text/find-text.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { pageName } from './page-text.ts';
import type { Words } from '../words/web.ts';

/** Places that are looked for, and those that are listed. */
const FOUND = 1000;
const LISTED = 50;
/** Characters shown before and after what was found. */
const AROUND = 24;
/** Longest text that is searched for. */
const WORDS_LENGTH = 200;

/** Where the words that someone searches for stand in a report. */
export function searchReport({ text }: StoredReport, url: URL): { find: string; hits: Span[] } {
  const find = (url.searchParams.get('find') ?? '').trim().slice(0, WORDS_LENGTH);
  return { find, hits: findText(text, find, FOUND) };
}

/** The form that searches a report. */
export function findForm(action: string, find: string, words: Words): Html {
  return html`<form class="find" action="${action}" method="get" role="search" aria-label="${words.find}">\
<label for="find">${words.find}</label>\
<div class="row"><input id="find" name="find" type="search" value="${find}" maxlength="${WORDS_LENGTH}"><button>\
${words.findGo}</button></div></form>`;
}

/** What a search found: each place with its section and page. */
export function hitList(stored: StoredReport, find: string, hits: Span[], words: Words): Html {
  if (find === '') return html``;
  const items = hits.slice(0, LISTED).map((hit) => hitItem(stored, find, hit));
  const more = hits.length > LISTED ? html`<p class="meta">${words.firstOf(LISTED)}</p>` : html``;
  return html`<section class="hits" aria-live="polite"><p class="meta">\
${words.found(find, hits.length === FOUND ? `${FOUND}+` : String(hits.length))}</p><ul class="plain">${items}</ul>\
${more}</section>`;
}

function hitItem(stored: StoredReport, find: string, { start, end }: Span): Html {
  const { report, text, pages, sections } = stored;
  const page = pages.findLast(({ span }) => span.start <= start && span.start < span.end) ?? pages[0];
  if (!page) return html``;
  const section = sections.findLast(({ span }) => span.start <= start && start < span.end);
  const before =
    text
      .slice(Math.max(0, start - AROUND), start)
      .split('\n')
      .at(-1) ?? '';
  const after = text
    .slice(end, end + AROUND)
    .split('\n', 1)
    .join('');
  const query = `find=${encodeURIComponent(find)}&quote=${start}-${end}`;
  const href = `/reports/${report.id}/pages/${page.number}?${query}#quote`;
  return html`<li><a href="${href}">${before}<b>${text.slice(start, end)}</b>${after}</a> <span class="meta">\
${[section?.path.at(-1), pageName(stored, page)].filter(Boolean).join(' · ')}</span></li>`;
}
