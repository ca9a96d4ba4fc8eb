import type { AnswerRecord, Claim, Meant, Quote, Reply } from '../domain/answer.ts';
import type { CitedState, SeenAnswer } from '../domain/given-answer.ts';
import type { Language } from '../domain/report.ts';
import type { PostedCitation } from '../domain/review.ts';
import { markWords } from '../text/mark-words.ts';
import { composedNotes, leadText, notFoundText, withheldText } from '../words/answer-notes.ts';
import { degreeLegend, saidText } from '../words/degree-words.ts';
import { citationLabel } from '../words/place-label.ts';
import { meantLabel, openText, replyText, whichText } from '../words/reply-words.ts';
import { ANSWER_WORDS } from '../words/web-answer.ts';
import { REVIEW_WORDS } from '../words/web-review.ts';
import { WORDS } from '../words/web.ts';
import type { Chart } from './chart-view.ts';
import { chartView } from './chart-view.ts';
import { degreeView } from './degree-view.ts';
import { evidenceView } from './evidence-view.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { quoteHref, sourceLink } from './source-link.ts';
import { statusView } from './status-view.ts';

/** An answer with what is shown beside it. */
export interface AnswerShown {
  shown: SeenAnswer;
  chart?: Chart | undefined;
  /** Of an earlier turn of a conversation, which: its sources are folded. */
  number?: number;
}

/** Answers with claims. */
type Answered = Extract<AnswerRecord, { outcome: 'answered' | 'partly_answered' }>;

/** A sentence of an answer that is not whole yet: its citations come with the whole. */
export function growingClaim(claim: Claim, language: Language): Html {
  return html`<p class="claim">${saidText(claim, language)} ${degreeView(claim, language)}</p>`;
}

/** What answers a question, and where it stands. */
export function answerView(view: AnswerShown, language: Language): Html {
  const { answer, hidden, isOutdated } = view.shown;
  const words = ANSWER_WORDS[language];
  if (isOutdated) {
    const again = html`<a href="/?q=${encodeURIComponent(answer.question.text)}">${words.askAgain}</a>`;
    return html`<section class="answer"><p class="notice">${words.outdated} ${again}</p></section>`;
  }
  // How many, not which: what rests on no report is shown to nobody.
  const withheld =
    answer.withheld.length === 0 ? html`` : html`<p class="meta">${withheldText(answer.withheld.length, language)}</p>`;
  const missing = hidden === 0 ? html`` : html`<p class="meta">${words.hidden(hidden)}</p>`;
  return html`${outcomeView(answer, view, language)}${missing}${withheld}`;
}

function outcomeView(answer: AnswerRecord, view: AnswerShown, language: Language): Html {
  switch (answer.outcome) {
    case 'answered':
    case 'partly_answered':
      return answeredView(answer, view, language);
    case 'not_found':
      return notFoundView(answer, view, language);
    case 'told':
      return toldView(answer.reply, language);
    case 'which':
  }
  return whichView(answer.candidates, language);
}

function notFoundView(
  answer: Extract<AnswerRecord, { outcome: 'not_found' }>,
  { shown }: AnswerShown,
  language: Language,
): Html {
  const nearest = answer.nearest.map(
    (quote) => html`<li>${placeView(quote, shown.states, undefined, language)}\
<blockquote>${markedWords(quote, answer.question.text)}</blockquote></li>`,
  );
  return html`<section class="answer">${notesOf(answer, language)}<p class="notice">\
${notFoundText(answer, language)}</p>${
    nearest.length === 0 ? html`` : html`<p>${WORDS[language].nearest}</p><ul>${nearest}</ul>`
  }</section>`;
}

function notesOf(answer: AnswerRecord, language: Language): Html {
  return html`${composedNotes(answer, language).map((note) => html`<p class="meta">${note}</p>`)}`;
}

function answeredView(answer: Answered, { shown, chart, number: turn }: AnswerShown, language: Language): Html {
  const lead = leadText(answer, language);
  const open = answer.open ? html`<p class="notice">${openText(answer.open, language)}</p>` : html``;
  const quotes = distinctQuotes(answer.claims.flatMap((claim) => claim.quotes));
  const prefix = turn === undefined ? '' : `${turn}-`;
  const number = (quote: Quote): number => quotes.findIndex((other) => sameQuote(other, quote)) + 1;
  const claims = answer.claims.map(
    (claim) =>
      html`<p class="claim">${saidText(claim, language)}${claim.quotes.map(
        (quote) => html`<sup>\
<a id="mark-${prefix}${number(quote)}" href="#source-${prefix}${number(quote)}">[${number(quote)}]</a></sup>`,
      )} ${degreeView(claim, language)}</p>`,
  );
  const said = answer.claims.map(({ text }) => text);
  const items = quotes.map(
    (quote, index) =>
      html`<li id="source-${prefix}${index + 1}">${sourceView({ quote, shown, said, answer }, language)}</li>`,
  );
  const { sources } = WORDS[language];
  const list = html`<ol>${items}</ol>`;
  return html`<section class="answer">${notesOf(answer, language)}${
    lead === undefined ? html`` : html`<p class="notice">${lead}</p>`
  }${claims}${chart ? chartView(chart, language) : html``}${open}<p class="meta">\
${degreeLegend(answer.claims, language)}</p></section>
${
  turn === undefined
    ? html`<section class="sources"><h2>${sources}</h2>${list}</section>`
    : html`<details class="sources"><summary>${sources}</summary>${list}</details>`
}`;
}

interface SourceShown {
  quote: Quote;
  shown: SeenAnswer;
  /** The sentences of the answer. */
  said: readonly string[];
  answer: Answered;
}

/** Where a quote stands, its paragraph, and what editors found about it. */
function sourceView({ quote, shown, said, answer }: SourceShown, language: Language): Html {
  const source = shown.sources.find((each) => sameQuote(each.quote, quote)) ?? { quote, before: '', after: '' };
  const citations = answer.claims.flatMap((claim, at) =>
    claim.quotes.flatMap((each, position) => (sameQuote(each, quote) ? (shown.citations[at]?.[position] ?? []) : [])),
  );
  return html`${placeView(quote, shown.states, citations[0]?.quote, language)}${evidenceView(source, said)}\
${reportView(citations, language)}`;
}

/**
 * A quote's report and place, linked as long as the report is there as it was.
 * @param now where an editor's log has the quote today
 */
function placeView(quote: Quote, states: Record<string, CitedState>, now: Quote | undefined, language: Language): Html {
  const words = ANSWER_WORDS[language];
  const state = states[quote.reportId] ?? { kind: 'removed' };
  if (state.kind === 'current') return sourceLink(quote, language);
  const place = html`<cite>${quote.reportTitle}</cite> <span class="meta">\
${citationLabel(quote.path, quote.place, language)}</span>`;
  if (state.kind === 'removed') return html`${place}<p class="meta">${words.removed}</p>`;
  const link =
    now && now.reportId === state.by
      ? html`<a href="${quoteHref(now)}">${words.moved}</a>`
      : html`<a href="/reports/${state.by}">${words.newest}</a>`;
  return html`${place}<p class="meta">${words.replaced} ${link}</p>`;
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
  return html`<section class="answer">${lines}</section>`;
}

/** Asks back, with a link for each thing that may be meant. */
function whichView(candidates: readonly Meant[], language: Language): Html {
  const links = candidates.map(
    (each) => html`<li><a href="/?q=${encodeURIComponent(each.request)}">${meantLabel(each)}</a></li>`,
  );
  const notice = html`<p class="notice">${whichText(language)}</p>`;
  return html`<section class="answer">${notice}<ul>${links}</ul></section>`;
}

/** What editors found about a quote, and the form to report that it is wrong. */
function reportView(citations: readonly PostedCitation[], language: Language): Html {
  const words = REVIEW_WORDS[language];
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
