import type { Claim, Meant, Quote, Reply, Source, VerifiedAnswer } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import type { PostedAnswer, PostedCitation } from '../domain/review.ts';
import { markWords } from '../text/mark-words.ts';
import { composedNotes, leadText, notFoundText, withheldText } from '../words/answer-notes.ts';
import { degreeLegend, saidText } from '../words/degree-words.ts';
import { meantLabel, openText, replyText, whichText } from '../words/reply-words.ts';
import { REVIEW_WORDS } from '../words/web-review.ts';
import { WORDS } from '../words/web.ts';
import type { Chart } from './chart-view.ts';
import { chartView } from './chart-view.ts';
import { degreeView } from './degree-view.ts';
import { evidenceView } from './evidence-view.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { sourceLink } from './source-link.ts';
import { statusView } from './status-view.ts';

/** An answer with what is shown beside it. */
export interface AnswerShown {
  answer: VerifiedAnswer;
  /** Each quote in its paragraph. */
  sources: readonly Source[];
  /** What editors found about its citations; absent: it was not kept. */
  posted?: PostedAnswer | undefined;
  chart?: Chart | undefined;
}

/** A sentence of an answer that is not whole yet: its citations come with the whole. */
export function growingClaim(claim: Claim, language: Language): Html {
  return html`<p class="claim">${saidText(claim, language)} ${degreeView(claim, language)}</p>`;
}

/** What answers a question, and where it stands. */
export function answerView({ answer, sources, posted, chart }: AnswerShown, language: Language): Html {
  const words = WORDS[language];
  // How many, not which: what rests on no report is shown to nobody.
  const withheld =
    answer.withheld.length === 0 ? html`` : html`<p class="meta">${withheldText(answer.withheld.length, language)}</p>`;
  const composed = composedNotes(answer, language).map((note) => html`<p class="meta">${note}</p>`);
  if (answer.outcome === 'not_found') {
    const nearest = answer.nearest.map(
      (quote) =>
        html`<li>${sourceLink(quote, language)}\
<blockquote>${markedWords(quote, answer.question.text)}</blockquote></li>`,
    );
    return html`<section class="answer" aria-live="polite">${composed}<p class="notice">\
${notFoundText(answer, language)}</p>${
      nearest.length === 0 ? html`` : html`<p>${words.nearest}</p><ul>${nearest}</ul>`
    }</section>${withheld}`;
  }
  if (answer.outcome === 'told') return toldView(answer.reply, language);
  if (answer.outcome === 'which') return whichView(answer.candidates, language);
  const lead = leadText(answer, language);
  const drawn = chart ? chartView(chart, language) : html``;
  const open = answer.open ? html`<p class="notice">${openText(answer.open, language)}</p>` : html``;
  const quotes = distinctQuotes(answer.claims.flatMap((claim) => claim.quotes));
  const said = answer.claims.map(({ text }) => text);
  const evidence = (quote: Quote): Source =>
    sources.find((source) => sameQuote(source.quote, quote)) ?? { quote, before: '', after: '' };
  const number = (quote: Quote): number => quotes.findIndex((other) => sameQuote(other, quote)) + 1;
  const claims = answer.claims.map(
    (claim) =>
      html`<p class="claim">${saidText(claim, language)}${claim.quotes.map(
        (quote) => html`<sup>\
<a id="mark-${number(quote)}" href="#source-${number(quote)}">[${number(quote)}]</a></sup>`,
      )} ${degreeView(claim, language)}</p>`,
  );
  return html`<section class="answer" aria-live="polite">${composed}${
    lead === undefined ? html`` : html`<p class="notice">${lead}</p>`
  }${claims}${drawn}${open}<p class="meta">${degreeLegend(answer.claims, language)}</p></section>
<section class="sources"><h2>${words.sources}</h2><ol>${quotes.map(
    (quote, index) => html`<li id="source-${index + 1}">\
${sourceLink(quote, language)}${evidenceView(evidence(quote), said)}${reportView(quote, posted, language)}</li>`,
  )}</ol></section>
${withheld}`;
}

function markedWords(quote: Quote, question: string): Html {
  const words = markWords(quote.text, question).map(({ text, isMarked }) =>
    isMarked ? html`<mark>${text}</mark>` : html`${text}`,
  );
  return html`${words}`;
}

/** Small talk, and what is said of the library. */
function toldView(reply: Reply, language: Language): Html {
  const lines = replyText(reply, language)
    .split('\n')
    .map((line) => html`<p>${line}</p>`);
  return html`<section class="answer" aria-live="polite">${lines}</section>`;
}

/** Asks back, with a link for each thing that may be meant. */
function whichView(candidates: readonly Meant[], language: Language): Html {
  const links = candidates.map(
    (each) => html`<li><a href="/?q=${encodeURIComponent(each.request)}">${meantLabel(each)}</a></li>`,
  );
  const notice = html`<p class="notice">${whichText(language)}</p>`;
  return html`<section class="answer" aria-live="polite">${notice}<ul>${links}</ul></section>`;
}

/** What editors found about a quote, and the form to report that it is wrong. */
function reportView(quote: Quote, posted: PostedAnswer | undefined, language: Language): Html {
  const words = REVIEW_WORDS[language];
  const citations =
    posted?.claims.flatMap((claim) => claim.citations).filter((citation) => sameQuote(citation.quote, quote)) ?? [];
  const [first] = citations.toSorted((a, b) => urgency(b) - urgency(a));
  if (!first) return html``;
  if (citations.some(({ flags }) => flags.length > 0))
    return html`<p class="meta">${statusView(first, language)} ${words.reported}</p>`;
  return html`<div class="report">${statusView(first, language)} <details><summary>${words.report}</summary>\
<form action="/flag" method="post">
${citations.map(({ id }) => html`<input type="hidden" name="id" value="${id}">`)}<label for="reason-${first.id}">\
${words.reason}</label>
<textarea id="reason-${first.id}" name="reason" rows="2" maxlength="2000"></textarea><button>\
${words.send}</button></form></details></div>`;
}

/** A quote under several sentences shows the worst that was found. */
function urgency({ status }: PostedCitation): number {
  if (status === 'verified') return 0;
  return status === 'unverified' ? 1 : 2;
}

function distinctQuotes(quotes: Quote[]): Quote[] {
  return quotes.filter((quote, index) => quotes.findIndex((other) => sameQuote(other, quote)) === index);
}

function sameQuote(a: Quote, b: Quote): boolean {
  return a.reportId === b.reportId && a.span.start === b.span.start && a.span.end === b.span.end;
}
