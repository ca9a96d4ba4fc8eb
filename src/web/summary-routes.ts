import { DocumentFormat } from '../domain/footnoted-document.ts';
import type { Span } from '../domain/report.ts';
import type { SummaryRequest } from '../domain/summary.ts';
import { SummaryLength } from '../domain/summary.ts';
import { exceededByRequest, LIMITS } from '../domain/limits.ts';
import { detectLanguage } from '../text/language.ts';
import { limitText } from '../words/limit-words.ts';
import { seriesTitle } from '../words/summary-notes.ts';
import { summaryDocument } from './export-documents.ts';
import { exportReply } from './export-reply.ts';
import { summaryPage } from './summary-page.ts';
import { askerOf, pageReply } from './visit.ts';
import type { Reply, Visit, WebSteps } from './visit.ts';
import { WORDS } from '../words/web.ts';

/** `/summary`, and a request by the form or as `/summary?q=REQUEST&length=LENGTH`. */
export async function summaryReply(visit: Visit, steps: WebSteps): Promise<Reply> {
  const { url, form, language: browser } = visit;
  const fields = form ?? url.searchParams;
  const asked = fields.get('q') ?? (form ? '' : null);
  if ((await steps.reports()).length === 0)
    return pageReply(summaryPage({ kind: 'problem', text: asked ?? '', message: WORDS[browser].noReports }, browser));
  if (asked === null) return pageReply(summaryPage({ kind: 'start' }, browser));
  const text = asked.trim();
  const language = text === '' ? browser : detectLanguage(text);
  const over = exceededByRequest({ text });
  const problem = text === '' ? WORDS[language].summaryEmpty : over && limitText(over, language);
  if (problem !== undefined)
    return pageReply(
      summaryPage({ kind: 'problem', text: text.slice(0, LIMITS.question), message: problem }, language),
      400,
    );
  const summary = await steps.summarize(summaryRequest(text, fields), askerOf(visit));
  const format = DocumentFormat.safeParse(fields.get('format'));
  const document = format.success ? summaryDocument(summary, language) : undefined;
  if (format.success && document) return exportReply(document, format.data, 'summary', steps);
  const charts =
    summary.outcome !== 'summarised'
      ? []
      : await Promise.all(
          summary.series.map(async (series) => ({ series, png: await steps.drawChart(series, seriesTitle(series)) })),
        );
  return pageReply(summaryPage({ kind: 'summary', summary, charts }, language));
}

/** A length or a section that does not read well is as if it were not there. */
function summaryRequest(text: string, query: URLSearchParams): SummaryRequest {
  const length = SummaryLength.safeParse(query.get('length'));
  const span = spanIn(query.get('span'));
  const reportId = query.get('report');
  return {
    text,
    ...(length.success ? { length: length.data } : {}),
    ...(span && reportId ? { section: { reportId, span } } : {}),
  };
}

function spanIn(range: string | null): Span | undefined {
  const match = /^(\d{1,9})-(\d{1,9})$/u.exec(range ?? '');
  const [start, end] = [Number(match?.[1]), Number(match?.[2])];
  return match && start < end ? { start, end } : undefined;
}
