import type { Claim } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { degreeMark, degreeText } from '../words/degree-words.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

/** The mark behind a sentence; its meaning is read out, and shown to whoever points at it. */
export function degreeView(claim: Pick<Claim, 'degree' | 'computed'>, language: Language): Html {
  const words = degreeText(claim.degree, language);
  return html`<abbr class="degree" title="${words}">${degreeMark(claim)}</abbr>`;
}
