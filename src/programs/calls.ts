import { Question } from '../domain/answer.ts';
import { RefusedError } from '../domain/errors.ts';
import { given } from '../domain/given.ts';
import type { Exceeded } from '../domain/limits.ts';
import { exceededBy, exceededByDraft, exceededByRequest } from '../domain/limits.ts';
import { detectLanguage } from '../text/language.ts';
import { noReportsText } from '../words/answer-notes.ts';
import { checkNotes, uncheckedText } from '../words/check-words.ts';
import { FIGURE_WORDS } from '../words/figure-words.ts';
import { limitText } from '../words/limit-words.ts';
import { WORDS } from '../words/web.ts';
import type { AnswerJson } from './answer-json.ts';
import { answerJson } from './answer-json.ts';
import type { AskedRoom, ProgramAsker } from './asked-room.ts';
import type { CheckedDraftJson } from './check-json.ts';
import { draftClaimsJson, uncheckedClaimsJson } from './check-json.ts';
import type { FiguresJson } from './figures-json.ts';
import { figuresJson } from './figures-json.ts';
import { findPage } from './find-page.ts';
import type { PageJson, ReportsJson } from './report-json.ts';
import { pageJson, reportJson } from './report-json.ts';
import type {
  AskRequest,
  CheckRequest,
  FiguresAsked,
  PageRequest,
  SearchRequest,
  SummarizeRequest,
  VerifyRequest,
} from './requests.ts';
import { GIVEN } from './requests.ts';
import type { HitsJson } from './search-json.ts';
import { hitJson } from './search-json.ts';
import type { SummaryJson } from './summary-json.ts';
import { summaryJson } from './summary-json.ts';
import type { JudgedJson } from './verify-json.ts';
import { judgedJson } from './verify-json.ts';

// What other programs call, each the same at every door. All throw a RefusedError with a sentence for what is blank,
// too long, or names what is not there.

/** Answers a question from the reports, or the last turn of a conversation in the light of those before. */
export async function askReports(room: AskedRoom, request: AskRequest, asker: ProgramAsker): Promise<AnswerJson> {
  const { question, turns = question === undefined ? [] : [question], reports } = request;
  if (question !== undefined && request.turns !== undefined)
    throw new RefusedError('malformed', 'Give `question` or `turns`, not both.');
  const text = turns.at(-1)?.trim() ?? '';
  const asked = Question.parse({ text, earlier: turns.slice(0, -1), ...given({ reports }) });
  refuseBlank(text, WORDS.en.empty);
  refuseExcess(exceededBy(asked), text);
  const { value: answer, elapsedMs } = await timed(() => room.answer(asked, asker));
  const json = answerJson(answer, elapsedMs);
  if (answer.outcome !== 'not_found' || (await room.library.reports()).length > 0) return json;
  return { ...json, reason: noReportsText(detectLanguage(text)) };
}

/** Finds passages for a question, best first. */
export async function searchReports(
  room: AskedRoom,
  { question, limit = GIVEN.hits, reports }: SearchRequest,
  asker: ProgramAsker,
): Promise<HitsJson> {
  const text = question.trim();
  const asked = Question.parse({ text, ...given({ reports }) });
  refuseBlank(text, WORDS.en.empty);
  refuseExcess(exceededBy(asked), text);
  const { value: passages, elapsedMs } = await timed(() => room.search(asked, limit, asker));
  return { question: text, hits: passages.map(hitJson), elapsedMs };
}

/** Checks a draft claim by claim. */
export async function checkText(
  room: AskedRoom,
  { draft, reports }: CheckRequest,
  asker: ProgramAsker,
): Promise<CheckedDraftJson> {
  refuseBlank(draft, 'Please give the draft that is to be checked.');
  refuseExcess(exceededByDraft(draft, reports), draft);
  const checked = await room.check(draft, { ...asker, ...given({ reports }) });
  const language = detectLanguage(draft);
  if (checked.outcome === 'too_long') throw new RefusedError('too_much', uncheckedText(checked, language));
  const { skipped, unchecked = [] } = checked;
  if (checked.outcome === 'checked')
    return { claims: draftClaimsJson(checked, language), skipped, notes: checkNotes(checked, language) };
  return { claims: uncheckedClaimsJson(unchecked, language), skipped, notes: [uncheckedText(checked, language)] };
}

/** Tells whether a sentence may be shown as proved by its quotes, which must stand in the reports. */
export async function verifyClaim(
  room: AskedRoom,
  { claim, quotes, question = '', reports }: VerifyRequest,
  asker: ProgramAsker,
): Promise<JudgedJson> {
  refuseExcess(exceededBy({ text: question, earlier: [], ...given({ reports }) }), claim);
  const [judged] = await room.verify([{ claim, quotes, ...given({ reports }) }], asker);
  if (!judged) throw new TypeError('One sentence was given and none was judged.');
  return judgedJson(judged);
}

/** Summarises a section, pages or a whole report in its own sentences. */
export async function summarizeSection(
  room: AskedRoom,
  { request, length }: SummarizeRequest,
  asker: ProgramAsker,
): Promise<SummaryJson> {
  const text = request.trim();
  refuseBlank(text, WORDS.en.summaryEmpty);
  refuseExcess(exceededByRequest({ text }), text);
  const { value: summary, elapsedMs } = await timed(() => room.summarize({ text, ...given({ length }) }, asker));
  return summaryJson(summary, elapsedMs);
}

/** Figures as data, each with its citation. */
export async function listFigures(
  room: AskedRoom,
  { words = '', reports, period, unit, limit = GIVEN.figures, trend = false }: FiguresAsked,
  { visitor }: ProgramAsker,
): Promise<FiguresJson> {
  const text = words.trim();
  if ((reports ?? []).length === 0) refuseBlank(text, FIGURE_WORDS.en.empty);
  refuseExcess(exceededBy({ text, earlier: [], ...given({ reports }) }), text);
  const request = { text, ...given({ reports, period, unit }) };
  return figuresJson(await room.figures(request, { limit, isTrend: trend, ...given({ visitor }) }));
}

/** The reports that there are. */
export async function listReports({ library }: AskedRoom): Promise<ReportsJson> {
  return { reports: (await library.reports()).map(reportJson) };
}

/** The text of a page. */
export async function readPage({ library }: AskedRoom, request: PageRequest): Promise<PageJson> {
  const ways = [request.page, request.number, request.quote].filter((way) => way !== undefined);
  if (ways.length !== 1) throw new RefusedError('malformed', 'Give one of `page`, `number` and `quote`.');
  const { stored, page: found } = await findPage(library, request);
  return pageJson(stored, found);
}

function refuseBlank(text: string, words: string): void {
  if (text.trim() === '') throw new RefusedError('malformed', words);
}

function refuseExcess(over: Exceeded | undefined, text: string): void {
  if (over) throw new RefusedError('too_much', limitText(over, detectLanguage(text)));
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; elapsedMs: number }> {
  const started = performance.now();
  const value = await work();
  return { value, elapsedMs: Math.round(performance.now() - started) };
}
