import type { FiguresRequest } from '../domain/figure-fact.ts';
import { exceededBy, LIMITS } from '../domain/limits.ts';
import type { Language } from '../domain/report.ts';
import { figuresCsv } from '../outlets/figures-export.ts';
import { jsonText } from '../outlets/json-text.ts';
import { figuresJson } from '../programs/figures-json.ts';
import { detectLanguage } from '../text/language.ts';
import { barsOf, FIGURE_WORDS } from '../words/figure-words.ts';
import { limitText } from '../words/limit-words.ts';
import { WORDS } from '../words/web.ts';
import type { FiguresForm } from './figures-page.ts';
import { figuresPage } from './figures-page.ts';
import { askerOf, pageReply } from './visit.ts';
import type { Reply, Visit, WebSteps } from './visit.ts';

/** Figures that a page lists, and that a file holds. */
const LISTED = { page: 60, file: 2000 };
/** Comparisons that are drawn. */
const DRAWN = 2;
/** Longest period and unit that are looked for, in characters. */
const FILTER = 40;

/**
 * `/figures?q=WORDS&report=ID&period=2020&unit=%&trend=1`: the figures that some words are about, or all of a report;
 * as a file by `/figures/figures.csv` and `.json`.
 */
export async function figuresReply(visit: Visit, steps: WebSteps): Promise<Reply> {
  const { url, language: browser } = visit;
  const form = formOf(url.searchParams);
  const reports = await steps.reports();
  const language = form.text === '' ? browser : detectLanguage(form.text);
  const show = (state: Parameters<typeof figuresPage>[0], status: 200 | 400 = 200) =>
    pageReply(figuresPage(state, { form, reports }, language), status);
  if (reports.length === 0) return show({ kind: 'problem', message: WORDS[language].noReports });
  if (!url.searchParams.has('q') && form.report === '') return show({ kind: 'start' });
  const problem = problemWith(form, language);
  if (problem !== undefined) return show({ kind: 'problem', message: problem }, 400);
  const file = /\.(?<kind>csv|json)$/u.exec(url.pathname)?.groups?.['kind'];
  const limit = file === undefined ? LISTED.page : LISTED.file;
  const { visitor } = askerOf(visit);
  const found = await steps.figures(requestOf(form), { limit, isTrend: form.isTrend, visitor });
  if (file === 'csv')
    return { kind: 'file', type: 'text/csv; charset=utf-8', body: figuresCsv(found.facts), download: 'figures.csv' };
  if (file === 'json')
    return {
      kind: 'file',
      type: 'application/json; charset=utf-8',
      body: `${jsonText(figuresJson(found), 2)}\n`,
      download: 'figures.json',
    };
  const charts = await Promise.all(
    found.compared.slice(0, DRAWN).map(async (compared) => {
      const bars = barsOf(compared, language);
      return { compared, bars, png: await steps.drawChart(bars, compared.title) };
    }),
  );
  return show({ kind: 'found', found, charts });
}

/** What is too long is as if it were not there. */
function formOf(query: URLSearchParams): FiguresForm {
  const short = (name: string) => {
    const value = query.get(name)?.trim() ?? '';
    return value.length > FILTER ? '' : value;
  };
  return {
    text: query.get('q')?.trim() ?? '',
    report: short('report'),
    period: short('period'),
    unit: short('unit'),
    isTrend: query.has('trend'),
  };
}

function problemWith({ text, report }: FiguresForm, language: Language): string | undefined {
  if (text === '' && report === '') return FIGURE_WORDS[language].empty;
  const over = exceededBy({ text: text.slice(0, LIMITS.question + 1), earlier: [] });
  return over && limitText(over, language);
}

function requestOf({ text, report, period, unit }: FiguresForm): FiguresRequest {
  return {
    text,
    ...(report === '' ? {} : { reports: [report] }),
    ...(period === '' ? {} : { period }),
    ...(unit === '' ? {} : { unit }),
  };
}
