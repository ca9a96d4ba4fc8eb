import { expect } from 'vitest';
import { LIMITS } from '../../src/domain/limits.ts';

/** Something that a program calls at any door, on the reports of `two-reports.ts` as everyone sees them. */
export interface ProgramCall {
  name: string;
  given: Record<string, unknown>;
  result: Record<string, unknown>;
  /** Something that is refused, and with which words. */
  bad: Record<string, unknown>;
  problem: string;
  /** How HTTP says it. */
  status: 400 | 404 | 413;
}

const CLOUD = 'cdcdcdcdcdcd';
const AMAZON = '2020年第三季度，亚马逊云的市占率为32%。';
const GOOGLE = '2020年第三季度，谷歌云的市占率为7%。';
const elapsedMs = expect.any(Number);

const cited = (quote: string) => ({
  report: CLOUD,
  reportTitle: '云市场月报',
  section: ['市场份额'],
  page: 8,
  quote,
});
const said = (text: string) => ({ text, degree: 'verbatim', citations: [cited(text)] });
const figure = (subject: string, id: string, [text, value]: [string, number], quote: string) => ({
  subject,
  measure: '市占率',
  period: { text: '2020年第三季度', time: { year: 2020, months: [7, 9] } },
  value: { text, low: value, high: value },
  kind: 'percent',
  unit: '%',
  qualifier: 'exact',
  place: null,
  stances: [],
  unsure: [],
  statement: { id, kind: 'sentence' },
  citation: { ...cited(quote), page: '8', publishedOn: '2020-12-31' },
});

/** Every operation once, and once with something that is refused. */
export const PROGRAM_CALLS: ProgramCall[] = [
  {
    name: 'ask',
    given: { turns: ['2020年第三季度亚马逊云的市占率是多少？', '谷歌云呢？'] },
    result: {
      question: '谷歌云呢？',
      standaloneQuestion: '2020年第三季度谷歌云的市占率是多少？',
      status: 'answered',
      answer: GOOGLE,
      claims: [said(GOOGLE)],
      withheld: [],
      composer: 'extractive',
      elapsedMs,
    },
    bad: { question: '云'.repeat(LIMITS.question + 1) },
    problem: '问题太长了：有 2001 个字符，最多 2000 个。请缩短；要核对一段文字，请用“核对事实”。',
    status: 413,
  },
  {
    name: 'search',
    given: { question: '市占率', limit: 1 },
    result: {
      question: '市占率',
      hits: [
        {
          report: CLOUD,
          page: 8,
          pageEnd: 8,
          section: ['市场份额'],
          text: `${AMAZON}\n${GOOGLE}`,
          score: expect.any(Number),
        },
      ],
      elapsedMs,
    },
    bad: { question: '市占率', limit: 0 },
    problem: '`limit`: Too small: expected number to be >=1.',
    status: 400,
  },
  {
    name: 'check',
    given: { draft: '2020年第三季度，亚马逊云的市占率为30%。你好吗？' },
    result: {
      claims: [
        {
          claim: '2020年第三季度，亚马逊云的市占率为30%。',
          verdict: 'contradicted',
          reason: '第 8 页的说法不同：这里说“30%”，报告是“32%”。',
          citations: [cited(AMAZON)],
          differences: [{ claimed: '30%', found: '32%' }],
        },
      ],
      skipped: ['你好吗？'],
      notes: [],
    },
    bad: { draft: '云'.repeat(LIMITS.draft + 1) },
    problem: '这份稿子有 30001 个字符，一次最多核对 30000 个：请分几次核对。',
    status: 413,
  },
  {
    name: 'verify',
    given: { claim: '亚马逊云的市占率为32%。', quotes: [AMAZON] },
    result: { degree: 'compared', shown: true, reasons: [], citations: [cited(AMAZON)] },
    bad: { claim: '亚马逊云的市占率为32%。' },
    problem: '`quotes` is missing.',
    status: 400,
  },
  {
    name: 'summarize',
    given: { request: '市场份额', length: 'brief' },
    result: {
      request: '市场份额',
      status: 'summarised',
      length: 'brief',
      section: { report: CLOUD, reportTitle: '云市场月报', path: ['市场份额'], pageStart: 8, pageEnd: 8 },
      points: [said(AMAZON), said(GOOGLE)],
      coverage: {
        points: 2,
        coveredParagraphs: 2,
        paragraphs: 2,
        tables: 0,
        text: '2 个要点，取自 2 段中的 2 段。',
      },
      figures: [
        { label: '亚马逊云的市占率', value: '32%', citation: cited(AMAZON) },
        { label: '谷歌云的市占率', value: '7%', citation: cited(GOOGLE) },
      ],
      series: [],
      withheld: [],
      composer: 'extractive',
      elapsedMs,
    },
    bad: { request: '市场份额', length: 'long' },
    problem: '`length`: Invalid option: expected one of "brief"|"standard"|"detailed".',
    status: 400,
  },
  {
    name: 'figures',
    given: { words: '市占率', unit: '%' },
    result: {
      request: { text: '市占率', unit: '%' },
      figures: [figure('亚马逊云', '1.0', ['32%', 32], AMAZON), figure('谷歌云', '1.1', ['7%', 7], GOOGLE)],
      more: 0,
      leftOut: 0,
      compared: [],
    },
    bad: { words: ' ' },
    problem: 'Please say what the figures are to be about, or choose a report.',
    status: 400,
  },
  {
    name: 'reports',
    given: {},
    result: {
      reports: [
        {
          id: CLOUD,
          title: '云市场月报',
          publishedOn: '2020-12-31',
          publisher: null,
          company: null,
          period: '2020-12',
          kind: 'periodical',
          language: 'zh',
          confidence: { title: 0.6, publishedOn: 0.95, kind: 0.9, period: 0.6, language: 0.95 },
          described: [],
          pages: 3,
          sections: 3,
          chunks: 3,
          file: 'cloud.pdf',
          notes: [],
        },
      ],
    },
    bad: { all: true },
    problem: 'It takes no `all`; it takes nothing.',
    status: 400,
  },
  {
    name: 'page',
    given: { report: 'cloud', page: 8 },
    result: {
      report: CLOUD,
      reportTitle: '云市场月报',
      page: 8,
      number: 2,
      pages: 3,
      sections: [['市场份额']],
      text: `市场份额\n${AMAZON}\n${GOOGLE}\n`,
    },
    bad: { report: 'cloud', page: 12 },
    problem: '云市场月报 has no such page: its pages are 7 to 9.',
    status: 404,
  },
];
