import type { Language } from '../domain/report.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { WORDS } from '../words/web.ts';

/**
 * A page that says what is wrong, and what to do.
 * @param options `home` false: without the way to pages that the person may not see
 */
export function problemPage(
  message: string,
  hint: string | undefined,
  language: Language,
  { home = true }: { home?: boolean } = {},
): Html {
  const words = WORDS[language];
  const way = home ? html`<p><a href="/">${words.home}</a></p>` : html``;
  return layout(
    words,
    `${message} · Footnote`,
    html`<h1>${message}</h1>${hint === undefined ? html`` : html`<p>${hint}</p>`}${way}`,
  );
}
