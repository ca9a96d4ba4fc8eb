import type { Language } from '../domain/report.ts';
import { ANSWER_WORDS } from '../words/web-answer.ts';
import { WORDS } from '../words/web.ts';
import { choiceView } from './choice-view.ts';
import type { Choosable, ReportChoice } from './report-choice.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

/** How the field for a question is shown. */
export interface AskFormState {
  label: string;
  placeholder: string;
  question?: string;
  /** Id of the answer that the question follows up. */
  after?: string | undefined;
  takesFocus?: boolean;
  /** Which reports are asked, and which there are. */
  choice: ReportChoice;
  choosable: Choosable;
  /** Id of the only report that is asked, whatever else there is. */
  only?: string;
}

/** The field for a question; its script asks with what the `data-` attributes say, and does without them. */
export function askForm(
  { label, placeholder, question = '', after, takesFocus = false, choice, choosable, only }: AskFormState,
  language: Language,
): Html {
  const words = ANSWER_WORDS[language];
  const follows = after === undefined ? html`` : html`<input type="hidden" name="after" value="${after}">`;
  const confined = only === undefined ? html`` : html`<input type="hidden" name="report" value="${only}">`;
  return html`<form class="ask" action="/" method="post" role="search" aria-label="${label}" data-stop="${words.stop}" \
data-stopped="${words.stopped}" data-answered="${words.answered}">
  ${follows}${confined}<label for="q">${label}</label>
  <div class="row"><input id="q" name="q" type="text" value="${question}" placeholder="${placeholder}" \
autocomplete="off" maxlength="2000" enterkeyhint="search"${takesFocus ? html` autofocus` : html``}><button>\
${WORDS[language].ask}</button></div>
${choiceView(choice, choosable, language)}</form>`;
}
