import type { Language } from '../domain/report.ts';
import type { PostedCitation } from '../domain/review.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { REVIEW_WORDS } from '../words/web-review.ts';

/** What editors found about a citation, by whom and when, as a badge. */
export function statusView({ status, verdict, withdrawn }: PostedCitation, language: Language): Html {
  const words = REVIEW_WORDS[language];
  const said = verdict && status === 'verified' ? words.reviewedBy(verdict.editor) : words.status[status];
  const by = verdict && status !== 'verified' ? ` · ${verdict.editor}` : '';
  const on = verdict ? ` · ${verdict.at.slice(0, 10)}` : '';
  return html`<span class="status ${status}">${said}${by}${on}</span>${
    withdrawn ? html` <span class="meta">${words.withdrawn}</span>` : html``
  }${verdict && verdict.note !== '' ? html` <span class="meta">${verdict.note}</span>` : html``}`;
}
