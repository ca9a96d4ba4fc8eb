import type { CheckedClaim, CheckedDraft } from '../domain/check.ts';
import type { Quote } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { checkNotes, uncheckedReasonText, uncheckedText } from '../words/check-words.ts';
import { checkDegreeText } from '../words/degree-words.ts';
import { CHECK_WORDS } from '../words/web-check.ts';
import { exportButtons } from './export-links.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { sourceLink } from './source-link.ts';
import { WORDS } from '../words/web.ts';

/** Characters of a sentence that was left out. */
const SHOWN = 200;

/** What the check page shows besides the form. */
export type CheckState =
  | { kind: 'start' }
  | { kind: 'empty_index'; draft: string }
  | { kind: 'checked'; draft: string; checked: CheckedDraft };

/** The page to check a draft, and what became of it. */
export function checkPage(state: CheckState, language: Language): Html {
  const words = CHECK_WORDS[language];
  const draft = state.kind === 'start' ? '' : state.draft;
  return layout(
    WORDS[language],
    `${words.title} · Footnote`,
    html`<nav class="crumbs"><a href="/">${WORDS[language].home}</a></nav>
<h1>${words.title}</h1>
<form class="ask" action="/check" method="post">
  <label for="draft">${words.label}</label>
  <textarea id="draft" name="draft" rows="6" placeholder="${words.placeholder}"${
    state.kind === 'start' ? html` autofocus` : html``
  }>${draft}</textarea>
  <button>${words.check}</button>
</form>
${belowForm(state, language)}`,
  );
}

function belowForm(state: CheckState, language: Language): Html {
  if (state.kind === 'checked')
    return html`${resultView(state.checked, language)}${
      state.checked.outcome === 'checked' ? exportButtons('/check', { draft: state.draft }, language) : html``
    }`;
  if (state.kind === 'start') return html`<p class="meta">${CHECK_WORDS[language].explanation}</p>`;
  return html`<p class="notice" role="alert">${WORDS[language].noReports}</p>`;
}

function resultView(checked: CheckedDraft, language: Language): Html {
  const words = CHECK_WORDS[language];
  if (checked.outcome !== 'checked')
    return html`<p class="notice" role="alert">${uncheckedText(checked, language)}</p>`;
  const count = (verdict: CheckedClaim['verdict']) =>
    checked.claims.filter((claim) => claim.verdict === verdict).length;
  const skipped =
    checked.skipped.length === 0
      ? html``
      : html`<section class="withheld"><h2>${words.skipped}</h2><ul>${checked.skipped.map(
          (text) => html`<li>${text}</li>`,
        )}</ul></section>`;
  const leftOut = checked.unchecked?.map(
    ({ text, reason }) =>
      html`<li>${shortened(text)} <span class="meta">${uncheckedReasonText(reason, language)}</span></li>`,
  );
  return html`<section class="checked" aria-live="polite"><h2>\
${words.summary(count('supported'), count('contradicted'), count('not_found'))}</h2>
${checkNotes(checked, language).map((note) => html`<p class="meta">${note}</p>`)}<ol class="plain">\
${checked.claims.map((claim) => claimView(claim, language))}</ol></section>
${
  leftOut === undefined
    ? html``
    : html`<section class="withheld"><h2>${words.leftOut}</h2><ul>${leftOut}</ul></section>`
}
${skipped}`;
}

/** Enough to know it by: the whole stands in the box above. */
function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function claimView(claim: CheckedClaim, language: Language): Html {
  const { verdict, reason, quotes, differences } = claim;
  const words = CHECK_WORDS[language];
  const known = checkDegreeText(claim, language);
  const table = html`<table><thead><tr><th scope="col">${words.claimed}</th><th scope="col">\
${words.found}</th></tr></thead><tbody>${differences.map(
    ({ claimed, found }) => html`<tr><td>${claimed}</td><td>${found}</td></tr>`,
  )}</tbody></table>`;
  return html`<li class="checked-claim ${verdict}"><p class="claim">${markedClaim(claim)}</p>
<p><span class="verdict-mark ${verdict}">${words.verdicts[verdict]}</span> ${reason}</p>
${known === undefined ? html`` : html`<p class="meta">${known}</p>`}
${differences.length === 0 ? html`` : table}
${quotes.map((quote) => quoteView(quote, language))}</li>`;
}

/** A claim with what the nearest sentence does not give marked in it. */
function markedClaim({ text, unsaid = [] }: CheckedClaim): Html {
  const places = unsaid
    .map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }))
    .filter(({ start }) => start >= 0)
    .toSorted((a, b) => a.start - b.start);
  let at = 0;
  const pieces = places.flatMap(({ start, end }) => {
    if (start < at) return [];
    const piece = html`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`;
    at = end;
    return [piece];
  });
  return html`${pieces}${text.slice(at)}`;
}

function quoteView(quote: Quote, language: Language): Html {
  return html`<p>${sourceLink(quote, language)}</p><blockquote>${quote.text}</blockquote>`;
}
