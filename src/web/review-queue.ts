import type { QueueItem } from '../domain/review.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { ReviewWords } from '../words/web-review.ts';

/** Citations of one report that wait. */
export interface SourceGroup {
  title: string;
  items: QueueItem[];
}

/**
 * Citations of one report together, in the order in which they stand there: whoever has its page open looks at all of
 * them. Reports stay in the order of what waits most urgently in each; what was reported goes first within one, too.
 */
export function bySource(queue: readonly QueueItem[]): SourceGroup[] {
  const flagged = (item: QueueItem) => (item.citation.flags.length > 0 ? 0 : 1);
  const start = ({ citation }: QueueItem) => citation.quote.span.start;
  return [...Map.groupBy(queue, ({ citation }) => citation.file).values()].map((items) => ({
    title: items[0]?.citation.quote.reportTitle ?? '',
    items: items.toSorted((a, b) => flagged(a) - flagged(b) || start(a) - start(b)),
  }));
}

/** One after the other, as they are turned through. */
export function inTurn(queue: readonly QueueItem[]): QueueItem[] {
  return bySource(queue).flatMap(({ items }) => items);
}

/**
 * The queue below the verdict: what is before and behind, and all that waits.
 * @param more true when more wait than are listed
 */
export function queueView(queue: readonly QueueItem[], more: boolean, item: QueueItem, words: ReviewWords): Html {
  const turns = inTurn(queue);
  const at = turns.findIndex(({ citation }) => citation.id === item.citation.id);
  const [previous, next] = [turns[at < 0 ? -1 : at - 1], turns[at + 1]];
  const link = (to: QueueItem) => `/review?at=${encodeURIComponent(to.citation.id)}`;
  const row = (waiting: QueueItem) =>
    html`<li><a href="${link(waiting)}"${waiting.citation.id === item.citation.id ? html` aria-current="true"` : ''}>\
${waiting.citation.flags.length > 0 ? '⚑ ' : ''}${waiting.claim}</a></li>`;
  const groups = bySource(queue).map(
    ({ title, items }) => html`<h3>${title} <span class="meta">${items.length}</span></h3>
<ol class="queue">${items.map(row)}</ol>`,
  );
  return html`<nav class="turner" aria-label="${words.turn}">${
    previous ? html`<a href="${link(previous)}" data-key="k">← ${words.previous}</a>` : html`<span></span>`
  }${next ? html`<a href="${link(next)}" data-key="j">${words.next} →</a>` : html``}</nav>
<h2>${words.waiting(`${queue.length}${more ? '+' : ''}`)}</h2>${groups}`;
}
