import type { Language } from '../domain/report.ts';
import { ADD_PAGE_WORDS } from '../words/web-add.ts';
import { REVIEW_WORDS } from '../words/web-review.ts';
import { WORDS } from '../words/web.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { problemPage } from './problem-page.ts';
import { UPLOAD_MEGABYTES } from './takes-files.ts';
import { pageReply } from './visit.ts';
import type { AddedFile, Reply, SentFile, Visit, WebSteps } from './visit.ts';

/** `/add`: editors add reports by choosing or dropping files; with `stream` it is told file by file. */
export async function addReply({ session, form, files = [], language }: Visit, steps: WebSteps): Promise<Reply> {
  const words = ADD_PAGE_WORDS[language];
  if (!session) return pageReply(problemPage(words.onlyEditors, REVIEW_WORDS[language].onlyEditorsHint, language), 403);
  const page = (results: readonly Html[], problem?: string) =>
    addPage({ token: session.formToken, extensions: steps.adding.extensions, results, problem }, language);
  if (!form) return pageReply(page([]));
  if (files.length === 0) return pageReply(page([], words.noFile), 400);
  if (!form.has('stream')) return pageReply(page(await addAll(files, steps, language, () => undefined)));
  return { kind: 'growing', grow: async (show) => ({ page: page(await addAll(files, steps, language, show)) }) };
}

/** One after the other: each is told of before and after. */
async function addAll(
  files: readonly SentFile[],
  { adding }: WebSteps,
  language: Language,
  show: (part: Html) => void,
): Promise<Html[]> {
  const results: Html[] = [];
  for (const [at, file] of files.entries()) {
    show(html`<p class="meta">${ADD_PAGE_WORDS[language].reading(file.name, at + 1, files.length)}</p>`);
    const result = resultView(file.name, await adding.add(file), language);
    show(result);
    results.push(result);
  }
  return results;
}

function resultView(name: string, added: AddedFile, language: Language): Html {
  const words = ADD_PAGE_WORDS[language];
  if (added.outcome === 'refused') return html`<p class="notice"><b>${name}</b>: ${words.refused}. ${added.reason}</p>`;
  const outcome = html`<span class="meta">${words[added.outcome]}</span>`;
  return html`<p><a href="/reports/${added.id}">${added.title}</a> ${outcome}</p>`;
}

interface AddState {
  token: string;
  extensions: readonly string[];
  results: readonly Html[];
  problem: string | undefined;
}

function addPage({ token, extensions, results, problem }: AddState, language: Language): Html {
  const words = ADD_PAGE_WORDS[language];
  return layout(
    WORDS[language],
    `${words.title} · Footnote`,
    html`<nav class="crumbs"><a href="/">${WORDS[language].home}</a></nav><h1>${words.title}</h1>
<form class="add" action="/add" method="post" enctype="multipart/form-data"><input type="hidden" name="token" \
value="${token}"><label for="file">${words.label}</label><input id="file" name="file" type="file" multiple \
accept="${extensions.join(',')}"> <button>${words.add}</button>
<p class="meta">${words.explanation(extensions.join(' '), UPLOAD_MEGABYTES)}</p></form>
${problem === undefined ? html`` : html`<p class="notice" role="alert">${problem}</p>`}
<section class="added" aria-live="polite">${results}</section>`,
  );
}
