import { detectLanguage } from '../text/language.ts';
import { checkPage } from './check-page.ts';
import { askerOf, pageReply } from './visit.ts';
import type { Reply, Visit, WebSteps } from './visit.ts';

/** `/check`: the form, and what became of the draft that it sent. */
export async function checkReply(visit: Visit, { check, reports }: WebSteps): Promise<Reply> {
  const { form, language } = visit;
  const draft = form && (form.get('draft') ?? '').replaceAll('\r\n', '\n');
  if ((await reports()).length === 0)
    return pageReply(checkPage({ kind: 'empty_index', draft: draft ?? '' }, language));
  if (draft === undefined) return pageReply(checkPage({ kind: 'start' }, language));
  const spoken = draft.trim() === '' ? language : detectLanguage(draft);
  const checked = await check(draft, askerOf(visit));
  return pageReply(checkPage({ kind: 'checked', draft, checked }, spoken), checked.outcome === 'checked' ? 200 : 400);
}
