import type { Language } from '../domain/report.ts';
import { Verdict } from '../domain/review.ts';
import type { AnswerPlace, QueueItem } from '../domain/review.ts';
import type { Session } from '../domain/signed.ts';
import { citationLabel } from '../words/place-label.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { REVIEW_WORDS } from '../words/web-review.ts';
import type { ReviewWords } from '../words/web-review.ts';
import { queueView } from './review-queue.ts';
import { statusView } from './status-view.ts';
import { USAGE_WORDS } from '../words/usage-words.ts';
import { WORDS } from '../words/web.ts';

/** What the review page shows. */
export interface ReviewView {
  session: Session;
  queue: QueueItem[];
  /** True when more wait than the queue shows. */
  more: boolean;
  /** The citation that is being looked at; absent: nothing waits. */
  item: QueueItem | undefined;
  /** The pages that its quote stands on; absent: the report is gone. */
  pages: Html | undefined;
  /** Address of the source page. */
  source: string;
  /** What became of the last verdict. */
  message: string | undefined;
  /** A note that was written and is not stored yet. */
  note: string;
}

/** The page on which editors give verdicts: the queue, the citation, its source page, keys. */
export function reviewPage(view: ReviewView, language: Language): Html {
  const words = REVIEW_WORDS[language];
  const { session, item, message } = view;
  return layout(
    WORDS[language],
    `${words.title} · Footnote`,
    html`<nav class="crumbs"><a href="/">${WORDS[language].home}</a></nav>
<div class="review-head"><h1>${words.title}</h1>
<form action="/sign-out" method="post"><input type="hidden" name="token" value="${session.formToken}">\
<span class="meta">${words.signedIn(session.editor)}</span> <button class="plain-button">\
${words.signOut}</button></form></div>
${message === undefined ? html`` : html`<p class="notice" role="status">${message}</p>`}
${item ? itemView(view, item, language) : html`<p>${words.nothing}</p>`}
<p class="meta">${words.download}: <a href="/review/log.csv">CSV</a> · \
<a href="/review/log.json">JSON</a> · <a href="/review/figures">${words.figures}</a> · \
<a href="/admin">${USAGE_WORDS[language].title}</a></p>`,
    { wide: true },
  );
}

function itemView(view: ReviewView, item: QueueItem, language: Language): Html {
  const words = REVIEW_WORDS[language];
  const { answer, claim, citation } = item;
  return html`<div class="review">
<section class="verdict">
<p class="standing">${statusView(citation, language)}</p>
${citation.flags.map(({ by, reason }) => html`<p class="flag">⚑ ${words.flaggedBy(by, reason)}</p>`)}
<h2>${words.claim}</h2><p class="claim">${claim}</p>
<blockquote>${citation.quote.text}</blockquote>
<p class="meta"><cite>\
${citation.quote.reportTitle}</cite> ${citationLabel(citation.quote.path, citation.quote.place, language)} · <a \
href="${view.source}">${words.open}</a></p>
${verdictForm(view, item, words)}
<h2>${words.question}</h2><p>${answer.question}</p><p class="meta">\
${words.asked(answer.asker, placeText(answer.place, words), answer.at.slice(0, 10))}</p>
${queueView(view.queue, view.more, item, words)}
</section>
<section class="evidence">${view.pages ?? html`<p class="notice">${words.gone}</p>`}</section>
</div>`;
}

function verdictForm({ session, note }: ReviewView, { citation }: QueueItem, words: ReviewWords): Html {
  const buttons = Verdict.options.map(
    (verdict, index) =>
      html`<button name="verdict" value="${verdict}" class="${verdict}" data-key="${index + 1}"><kbd>\
${index + 1}</kbd> ${words.status[verdict]}</button>`,
  );
  return html`<form class="give" action="/review" method="post">
<input type="hidden" name="token" value="${session.formToken}">\
<input type="hidden" name="citation" value="${citation.id}"><input type="hidden" name="seen" value="${citation.entry}">
<div class="buttons">${buttons}</div>
<label for="note">${words.note}</label><textarea id="note" name="note" rows="2" maxlength="2000" data-key="n">\
${note}</textarea>
<p class="meta"><span data-keys="on">${words.keys}</span> <button type="button" class="plain-button" data-keys-switch \
data-off="${words.keysOff}" data-on="${words.keysOn}" hidden>${words.keysOff}</button></p></form>`;
}

function placeText(place: AnswerPlace, words: ReviewWords): string {
  return place.kind === 'slack' ? `Slack ${place.channel}` : words[place.kind];
}
