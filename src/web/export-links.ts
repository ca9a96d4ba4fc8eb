import type { Language } from '../domain/report.ts';
import { EXPORT_WORDS } from '../words/web-export.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

const FILES = ['md', 'docx', 'pdf'] as const;

/** The ways to take something along whose address has the format as its ending: `/answers/ID.pdf`. */
export function exportLinks(address: string, language: Language, query = ''): Html {
  const words = EXPORT_WORDS[language];
  const links = FILES.map((format) => html` <a href="${address}.${format}${query}">${words.formats[format]}</a>`);
  return html`<a href="${address}.txt${query}" data-copy-text="${words.copied}">${words.copy}</a> \
<span>${words.takeAlong}:${links}</span>`;
}

/** The same for what a form sent: it is sent again, to be written down. */
export function exportButtons(action: string, fields: Record<string, string>, language: Language): Html {
  const words = EXPORT_WORDS[language];
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const buttons = FILES.map(
    (format) => html` <button class="plain-button" name="format" value="${format}">${words.formats[format]}</button>`,
  );
  return html`<form class="export" action="${action}" method="post">${hidden}<span class="meta">\
${words.takeAlong}:</span>${buttons}</form>`;
}
