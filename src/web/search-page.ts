import type { Passage } from '../domain/answer.ts';
import type { Language, Report } from '../domain/report.ts';
import { citedPlace } from '../domain/report.ts';
import { markWords } from '../text/mark-words.ts';
import { detectLanguage } from '../text/language.ts';
import { citationLabel, pagePath } from '../words/place-label.ts';
import { SEARCH_WORDS } from '../words/web-search.ts';
import { WORDS } from '../words/web.ts';
import { choiceView } from './choice-view.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import type { Choosable, ReportChoice } from './report-choice.ts';

/** Passages that are listed; facets count all that were found. */
const LISTED = 20;
/** Characters of a passage that are shown, and of them before the first word that was sought. */
const [SHOWN, BEFORE] = [260, 60];
/** Values of a facet that are offered. */
const OFFERED = 6;

/** What the search page shows. */
export interface SearchState {
  text: string;
  choice: ReportChoice;
  choosable: Choosable;
  /** What was found, the nearest first; absent: nothing was sought. */
  found?: readonly Passage[];
  problem?: string | undefined;
}

/** The page that searches all reports, or those chosen, with what the finds have in common as ways to narrow them. */
export function searchPage(state: SearchState, language: Language): Html {
  const words = SEARCH_WORDS[language];
  const { text, choice, choosable, found, problem } = state;
  return layout(
    WORDS[language],
    `${text === '' ? words.title : text} · Footnote`,
    html`<nav class="crumbs"><a href="/">${WORDS[language].home}</a></nav><h1>${words.title}</h1>
<form class="ask" action="/search" method="get" role="search" aria-label="${words.label}"><label for="q">\
${words.label}</label><div class="row"><input id="q" name="q" type="search" value="${text}" \
placeholder="${words.placeholder}" maxlength="2000"${found ? html`` : html` autofocus`}>\
<button>${words.go}</button></div>
${choiceView(choice, choosable, language)}</form>
${problem === undefined ? html`` : html`<p class="notice" role="alert">${problem}</p>`}
${found ? foundView(found, state, language) : html``}`,
  );
}

function foundView(found: readonly Passage[], state: SearchState, language: Language): Html {
  const words = SEARCH_WORDS[language];
  if (found.length === 0) return html`<p class="notice" role="status">${words.none}</p>`;
  const shown = found.slice(0, LISTED);
  return html`<section><p class="meta" role="status">${words.found(shown.length)}</p>\
${facetsView(found, state, language)}<ol class="plain finds">\
${shown.map((passage) => findView(passage, state.text, language))}</ol></section>`;
}

/** A passage with the words that were sought, linked to its page with what is shown of it marked. */
function findView({ chunk, report }: Passage, text: string, language: Language): Html {
  const stretches = markWords(chunk.text, text);
  const firstMark = stretches.findIndex(({ isMarked }) => isMarked);
  const first = stretches.slice(0, Math.max(0, firstMark)).reduce((sum, stretch) => sum + stretch.text.length, 0);
  const from = Math.max(0, first - BEFORE);
  const part = chunk.text.slice(from, from + SHOWN);
  const start = chunk.span.start + from;
  const place = chunk.places.findLast((mark) => mark.start <= start)?.place ?? chunk.places[0]?.place;
  if (!place) return html``;
  const marked = markWords(part, text).map((stretch) =>
    stretch.isMarked ? html`<mark>${stretch.text}</mark>` : html`${stretch.text}`,
  );
  const href = `${pagePath(report.id, place)}?quote=${start}-${start + part.length}#quote`;
  return html`<li><a href="${href}"><cite>${report.title}</cite> <span class="meta">\
${citationLabel(chunk.path, citedPlace(report, place), language)}</span></a><blockquote \
lang="${WORDS[detectLanguage(part)].lang}">${from > 0 ? '…' : ''}${marked}${
    from + SHOWN < chunk.text.length ? '…' : ''
  }</blockquote></li>`;
}

/** A value that some finds share, and the fields of the form that keep these alone. */
interface Facet {
  label: string;
  count: number;
  fields: Record<string, string>;
}

function facetsView(found: readonly Passage[], { text, choice }: SearchState, language: Language): Html {
  const { by } = SEARCH_WORDS[language];
  const ofReport = (of: (report: Report) => Omit<Facet, 'count'> | undefined) =>
    countFacets(found.flatMap(({ report }) => of(report) ?? []));
  const rows: [string, Facet[]][] = [
    [by.report, ofReport(({ id, title }) => ({ label: title, fields: { report: id } }))],
    [
      by.publisher,
      ofReport(({ publisher = '' }) => (publisher === '' ? undefined : { label: publisher, fields: { publisher } })),
    ],
    [by.year, ofReport(({ publishedOn }) => (publishedOn === undefined ? undefined : yearOf(publishedOn.slice(0, 4))))],
  ];
  const views = rows
    .filter(([, facets]) => facets.length > 1)
    .map(([name, facets]) => {
      const links = facets.slice(0, OFFERED).map(({ label, count, fields }) => {
        const kept = { publisher: choice.publisher, series: choice.series, from: choice.from, until: choice.until };
        const query = new URLSearchParams(Object.entries({ q: text, ...kept, ...fields }).filter(([, value]) => value));
        return html` <a href="/search?${query.toString()}">${label}</a> <span class="meta">${count}</span>`;
      });
      return html`<p class="facet"><b>${name}</b>${links}</p>`;
    });
  return html`${views}`;
}

function yearOf(year: string): Omit<Facet, 'count'> {
  return { label: year, fields: { from: `${year}-01-01`, until: `${year}-12-31` } };
}

/** Each once, the most frequent first. */
function countFacets(values: readonly Omit<Facet, 'count'>[]): Facet[] {
  const groups = Map.groupBy(values, ({ fields }) => JSON.stringify(fields));
  const facets = [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((first) => ({ ...first, count: group.length })),
  );
  return facets.toSorted((a, b) => b.count - a.count);
}
