import { DocumentFormat } from '../domain/footnoted-document.ts';
import { detectLanguage } from '../text/language.ts';
import { checkPage } from './check-page.ts';
import { checkDocument } from './export-documents.ts';
import { exportReply } from './export-reply.ts';
import { askerOf, pageReply } from './visit.ts';
import type { Reply, Visit, WebSteps } from './visit.ts';

/** `/check`: the form, and what became of the draft that it sent. */
export async function checkReply(visit: Visit, steps: WebSteps): Promise<Reply> {
  const { check, reports } = steps;
  const { form, language } = visit;
  const draft = form && (form.get('draft') ?? '').replaceAll('\r\n', '\n');
  if ((await reports()).length === 0)
    return pageReply(checkPage({ kind: 'empty_index', draft: draft ?? '' }, language));
  if (draft === undefined) return pageReply(checkPage({ kind: 'start' }, language));
  const spoken = draft.trim() === '' ? language : detectLanguage(draft);
  const checked = await check(draft, askerOf(visit));
  const format = DocumentFormat.safeParse(form?.get('format'));
  const document = format.success ? checkDocument(checked, spoken) : undefined;
  if (format.success && document) return exportReply(document, format.data, 'check', steps);
  return pageReply(checkPage({ kind: 'checked', draft, checked }, spoken), checked.outcome === 'checked' ? 200 : 400);
}
