import type { Language } from '../domain/report.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { WORDS } from './words.ts';

/** A page that says what is wrong, and what to do. */
export function problemPage(message: string, hint: string | undefined, language: Language): Html {
  const words = WORDS[language];
  return layout(words, `${message} · Footnote`, html`<h1>${message}</h1>${hint === undefined ? html`` : html`<p>${hint}</p>`}<p><a href="/">${words.home}</a></p>`);
}
