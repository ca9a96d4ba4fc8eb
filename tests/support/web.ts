import { prove } from './prove.ts';
import { analyseQuestion } from '../../src/retrieve/analyse-question.ts';
import { createNames } from '../../src/lexicon/names.ts';
import { once } from 'node:events';
import type { ServerOptions } from 'node:http';
import type { StoredReport } from '../../src/domain/ports.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import type { CitedAnswer, Passage } from '../../src/domain/answer.ts';
import { logCsv, logJson } from '../../src/review/export-log.ts';
import { countVerdicts } from '../../src/review/count-verdicts.ts';
import { findBoxes } from '../../src/review/find-boxes.ts';
import { openAccess } from '../../src/review/open-access.ts';
import { groupIssues } from '../../src/figures/group-issues.ts';
import { openAnswers } from '../../src/review/open-answers.ts';
import { openReview } from '../../src/review/open-review.ts';
import { createSigner } from '../../src/review/signed-token.ts';
import type { FigureFact, FiguresRequest, FoundFigures } from '../../src/domain/figure-fact.ts';
import { quoteSources } from '../../src/verify/quote-sources.ts';
import type { Health } from '../../src/domain/usage.ts';
import { countUsage } from '../../src/usage/count-usage.ts';
import { findQuote } from '../../src/verify/find-quote.ts';
import type { SummaryRequest, VerifiedSummary } from '../../src/domain/summary.ts';
import { verifySummary } from '../../src/verify/verify-summary.ts';
import { writeDocument } from '../../src/wiring/write-document.ts';
import { createWebServer } from '../../src/web/web-server.ts';
import type { ServerSteps } from '../../src/web/visit.ts';
import { aCheckedDraft, aPassage } from './builders.ts';
import { createMemoryAnswers } from './memory-answers.ts';
import { createMemoryReviewStore } from './memory-review-store.ts';
import { createMemorySessions } from './memory-sessions.ts';

/** A report of three pages; a sentence runs from the second to the third. */
export function aStoredReport(): StoredReport & { passage: Passage } {
  const page = (number: number, ...lines: [string, boolean][]) => ({
    label: String(number),
    lines: lines.map(([text, endsParagraph]) => ({ text, endsParagraph })),
  });
  const prepared = prepareReport({
    file: 'cloud.pdf',
    hash: 'cd'.repeat(32),
    title: '云市场月报',
    paged: true,
    pages: [
      page(7, ['云市场概览', true], ['全球云市场在2020年继续增长，各家公司的份额变化不大，增速也大体相同。', true]),
      page(
        8,
        ['亚马逊云的市占率为32%。', true],
        ['报告里可以有<script>document.title = "pwned"</script>这样的文字。', true],
        ['微软的市占率为', false],
      ),
      page(9, ['19%，谷歌为7%。', true]),
    ],
  });
  const chunk = prepared.chunks.at(-1);
  if (!chunk) throw new Error('the report has a chunk');
  return { ...prepared, passage: aPassage({ chunk, report: prepared.report }) };
}

/**
 * A summary of the whole report that passed the real verification: two points, a figure, and shares of three companies.
 */
export function aVerifiedSummary(
  request: SummaryRequest,
  { report, text, passage }: ReturnType<typeof aStoredReport>,
): VerifiedSummary {
  const cite = (quote: string) => ({ passage: 'P1', quote });
  const [amazon, others] = ['亚马逊云的市占率为32%。', '微软的市占率为19%，谷歌为7%。'];
  return verifySummary(
    request,
    {
      outcome: 'summarised',
      composer: 'extractive',
      length: request.length ?? 'standard',
      section: {
        reportId: report.id,
        reportTitle: report.title,
        path: ['云市场概览'],
        span: { start: 0, end: text.length },
        firstPage: { number: 1, label: '7' },
        lastPage: { number: 3, label: '9' },
      },
      points: [amazon, others].map((point) => ({ text: point, citations: [cite(point)] })),
      coverage: { coveredParagraphs: 2, paragraphs: 4, tables: 1 },
      figures: [{ label: '亚马逊云的市占率', value: '32%', citation: cite(amazon) }],
      series: [
        {
          kind: 'shares',
          title: '市占率',
          unit: '%',
          values: [
            { label: '亚马逊云', value: 32, citation: cite(amazon) },
            { label: '微软', value: 19, citation: cite(others) },
            { label: '谷歌', value: 7, citation: cite(others) },
          ],
        },
      ],
      passages: [passage],
    },
    prove,
  );
}

/** An editor on the web. */
export const EDITOR = 'Ada';
/** A secret of 32 bytes. */
const SECRET = 's'.repeat(32);

/** A PNG of one white dot. */
/** The share of one company, and nothing more. */
export function someFigures(
  request: FiguresRequest,
  { passage }: Pick<ReturnType<typeof aStoredReport>, 'passage'>,
): FoundFigures {
  const quote = findQuote(passage, '亚马逊云的市占率为32%。');
  if (!quote) throw new Error('the report says so');
  const fact: FigureFact = {
    subject: '亚马逊云',
    measure: '市占率',
    value: { text: '32%', low: 32, high: 32 },
    kind: 'percent',
    unit: '%',
    qualifier: 'exact',
    stances: [],
    statement: { id: '1.0', kind: 'sentence' },
    unsure: [],
    quote,
    report: passage.report,
  };
  return { request, facts: [fact], more: 0, leftOut: 3, compared: [] };
}

/** How a library of one report is where nothing waits. */
export const SOUND: Health = {
  reports: 1,
  passages: 3,
  backlog: { waiting: 0, working: 0, oldestMs: 0 },
  waitingCitations: 0,
  log: 'intact',
};

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7WwmgAAAABJRU5ErkJggg==',
  'base64',
);

/** A page as it would be printed: a line of text every 20 points. */
function layoutOf(text: string) {
  const runs = text
    .split('\n')
    .map((line, index) => ({ text: line, left: 50, top: 50 + 20 * index, width: 12 * line.length, height: 14 }));
  return { width: 595, height: 842, runs };
}

/** A running server on a free port, with steps that answer from the report above; what a test needs is given over. */
export async function aWebServer(
  over: Partial<ServerSteps> = {},
  claims: string[] = ['亚马逊云的市占率为32%。', '微软的市占率为19%，谷歌为7%。'],
  limits: ServerOptions = {},
) {
  const stored = aStoredReport();
  const draft: CitedAnswer = {
    composer: 'test',
    claims: claims.map((text) => ({ text, citations: [{ passage: 'P1', quote: text }] })),
  };
  const log: string[] = [];
  const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
  const store = createMemoryReviewStore(() => clock.now);
  const review = openReview({
    store,
    editors: [EDITOR, 'Bob'],
    now: () => clock.now,
    files: () => Promise.resolve(new Map([[stored.report.id, stored.report.file]])),
  });
  const now = () => clock.now;
  const held = () => Promise.resolve([stored.report]);
  const answers = openAnswers({ store: createMemoryAnswers(), review, reports: { everyone: held, all: held }, now });
  const access = openAccess({
    signer: createSigner(() => SECRET, now),
    editors: [EDITOR, 'Bob'],
    sessions: createMemorySessions(now),
    now,
  });
  const server = createWebServer(
    {
      answerQuestion: (question) =>
        answerQuestion(question, {
          retrieve: () =>
            Promise.resolve({
              question: analyseQuestion(question, createNames()),
              asked: { units: { zh: [], en: [] }, concepts: { zh: [], en: [] } },
              passages: [stored.passage],
            }),
          compose: () => Promise.resolve(draft),
          composeEach: () => Promise.resolve([{ draft, confidence: 1, isMet: true, isOfOther: false, isSure: true }]),
          prove,
        }),
      search: () => Promise.resolve([stored.passage]),
      sourcesOf: (answer) =>
        quoteSources(answer, (id) => Promise.resolve(id === stored.report.id ? stored : undefined)),
      check: () => Promise.resolve(aCheckedDraft(stored.passage)),
      summarize: (request) => Promise.resolve(aVerifiedSummary(request, stored)),
      figures: (request) => Promise.resolve(someFigures(request, stored)),
      drawChart: () => Promise.resolve(new Uint8Array([0x89, 0x50, 0x4e, 0x47])),
      writeDocument,
      reports: () => Promise.resolve([stored.report]),
      series: (reports) => groupIssues(reports),
      examples: () => Promise.resolve([]),
      overview: () => Promise.resolve({ questions: [], figures: [] }),
      report: (id) => Promise.resolve(id === stored.report.id ? stored : undefined),
      reportFor: () => Promise.resolve(undefined),
      anyReport: (id) => Promise.resolve(id === stored.report.id ? stored : undefined),
      picture: () => Promise.resolve(DOT),
      printedPage: ({ text }, page, spans) => {
        const layout = layoutOf(text.slice(page.span.start, page.span.end));
        return Promise.resolve({
          width: layout.width,
          height: layout.height,
          boxes: spans.map((span) => findBoxes(text, page, span, layout)),
        });
      },
      admin: {
        usage: (days) => Promise.resolve(countUsage({ questions: [], ratings: [], tokens: [] }, clock.now, days)),
        health: () => Promise.resolve(SOUND),
        verdicts: async () => countVerdicts(await review.log()),
      },
      answers,
      review,
      adding: { extensions: ['.pdf'], add: () => Promise.resolve({ outcome: 'refused', reason: 'no' }) },
      exportLog: async (format) => (format === 'csv' ? logCsv : logJson)(await review.log()),
      access,
      webAccess: 'open',
      secure: false,
      log: (line) => log.push(line),
      stepsOf: () => Promise.resolve(undefined),
      hosts: { listensOn: '127.0.0.1', allowed: [] },
      ...over,
    },
    limits,
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const close = () => (server.closeAllConnections(), server.close());
  return { url, server, log, stored, clock, review, access, close };
}
