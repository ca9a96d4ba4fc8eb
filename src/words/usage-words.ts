import type { Language } from '../domain/report.ts';
import type { Health, Usage } from '../domain/usage.ts';

/** What the page of figures for administrators says, and `footnote stats`. */
export interface UsageWords {
  title: string;
  days: (days: number) => string;
  onlyEditors: string;
  nothing: string;
  headings: Record<
    'health' | 'asked' | 'missing' | 'notFound' | 'questions' | 'ratings' | 'channels' | 'models',
    string
  >;
  /** Below the heading of what is missing. */
  missingHint: string;
  health: (health: Health) => string[];
  asked: (asked: Usage['asked']) => string[];
  ratings: (ratings: Usage['ratings']) => string;
  models: (models: Usage['models']) => string;
  /** Heads of columns. */
  columns: Record<
    'question' | 'name' | 'times' | 'last' | 'reason' | 'channel' | 'notFound' | 'day' | 'input' | 'output',
    string
  >;
  noReason: string;
}

/** Steps in which thousands are set apart. */
const numberIn = (language: Language) => new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-US');

const PARTS = {
  zh: {
    answer: '提问',
    check: '核对文稿',
    summarize: '总结',
    slack: 'Slack',
    web: '网页',
    program: '其他程序',
    answered: '已回答',
    partly_answered: '部分回答',
    not_found: '没有找到',
    told: '闲谈或报告列表',
    which: '反问',
    failed: '出错或已停止',
  },
  en: {
    answer: 'questions',
    check: 'drafts checked',
    summarize: 'summaries',
    slack: 'Slack',
    web: 'web pages',
    program: 'programs',
    answered: 'answered',
    partly_answered: 'answered in part',
    not_found: 'not found',
    told: 'small talk, lists of reports',
    which: 'asked back',
    failed: 'failed or stopped',
  },
} as const;

function listed(counts: Record<string, number>, language: Language): string {
  const known: Record<string, string> = PARTS[language];
  const number = numberIn(language);
  const parts = Object.entries(counts).map(([name, count]) => `${known[name] ?? name} ${number.format(count)}`);
  return parts.join(language === 'zh' ? '，' : ', ');
}

const SECOND_MS = 1000;

function seconds(ms: number): string {
  return (ms / SECOND_MS).toFixed(1);
}

/** Both languages. */
export const USAGE_WORDS: Record<Language, UsageWords> = {
  zh: {
    title: '使用情况',
    days: (days) => `最近 ${days} 天`,
    onlyEditors: '只有编辑可以查看使用情况。',
    nothing: '没有。',
    headings: {
      health: '运行状况',
      asked: '提问',
      missing: '缺什么报告',
      notFound: '没有找到的提问',
      questions: '问得最多的',
      ratings: '评价',
      channels: '各频道',
      models: '语言模型',
    },
    missingHint: '提问里一定要有、而报告里没有的内容：下一份报告可以买什么。',
    health: ({ reports, passages, backlog, waitingCitations, log }) => [
      `${reports} 份报告，${numberIn('zh').format(passages)} 个段落`,
      `排队 ${backlog.waiting} 条，处理中 ${backlog.working} 条` +
        (backlog.waiting === 0 ? '' : `，最久已等 ${seconds(backlog.oldestMs)} 秒`),
      `${waitingCitations} 条引用等待编辑核对`,
      log === 'intact' ? '编辑日志完整' : '编辑日志被改动过：请运行 footnote log verify',
    ],
    asked: ({ all, people, byTask, byDoor, byOutcome, ms }) => [
      `共 ${numberIn('zh').format(all)} 次，${people} 人${all === 0 ? '' : `：${listed(byTask, 'zh')}`}`,
      ...(all === 0 ? [] : [`来自：${listed(byDoor, 'zh')}`]),
      ...(Object.keys(byOutcome).length === 0 ? [] : [`结果：${listed(byOutcome, 'zh')}`]),
      ...(ms ? [`一半在 ${seconds(ms.half)} 秒内完成，95% 在 ${seconds(ms.most)} 秒内完成`] : []),
    ],
    ratings: ({ up, down }) => `👍 ${up}　👎 ${down}`,
    models: ({ input, output, dollars }) =>
      input + output === 0
        ? '没有用到语言模型。'
        : `输入 ${numberIn('zh').format(input)} 词元，输出 ${numberIn('zh').format(output)} 词元` +
          (dollars === undefined ? '（设置 MODEL_PRICE 后显示费用）' : `，约 ${dollars.toFixed(2)} 美元`),
    columns: {
      question: '提问',
      name: '内容',
      times: '次数',
      last: '最近一次',
      reason: '原因',
      channel: '频道',
      notFound: '没有找到',
      day: '日期',
      input: '输入词元',
      output: '输出词元',
    },
    noReason: '（没有写原因）',
  },
  en: {
    title: 'Use',
    days: (days) => `the last ${days} days`,
    onlyEditors: 'Only editors see how Footnote is used.',
    nothing: 'None.',
    headings: {
      health: 'Health',
      asked: 'Asked',
      missing: 'What the reports lack',
      notFound: 'Questions without an answer',
      questions: 'Asked most often',
      ratings: 'Thumbs',
      channels: 'Channels',
      models: 'Language models',
    },
    missingHint: 'What questions insisted on and no report speaks of: the reports to buy next.',
    health: ({ reports, passages, backlog, waitingCitations, log }) => [
      `${reports} ${reports === 1 ? 'report' : 'reports'}, ${numberIn('en').format(passages)} passages`,
      `${backlog.waiting} waiting, ${backlog.working} being answered` +
        (backlog.waiting === 0 ? '' : `; the oldest has waited ${seconds(backlog.oldestMs)} s`),
      `${waitingCitations} ${waitingCitations === 1 ? 'citation waits' : 'citations wait'} for an editor`,
      log === 'intact' ? "the editors' log is intact" : "the editors' log was changed: run footnote log verify",
    ],
    asked: ({ all, people, byTask, byDoor, byOutcome, ms }) => [
      `${numberIn('en').format(all)} by ${people} ${people === 1 ? 'person' : 'people'}` +
        (all === 0 ? '' : `: ${listed(byTask, 'en')}`),
      ...(all === 0 ? [] : [`from ${listed(byDoor, 'en')}`]),
      ...(Object.keys(byOutcome).length === 0 ? [] : [`outcome: ${listed(byOutcome, 'en')}`]),
      ...(ms ? [`half took up to ${seconds(ms.half)} s, 95 % up to ${seconds(ms.most)} s`] : []),
    ],
    ratings: ({ up, down }) => `👍 ${up}   👎 ${down}`,
    models: ({ input, output, dollars }) =>
      input + output === 0
        ? 'No model was used.'
        : `${numberIn('en').format(input)} tokens in, ${numberIn('en').format(output)} out` +
          (dollars === undefined ? ' (set MODEL_PRICE to see the cost)' : `, about $${dollars.toFixed(2)}`),
    columns: {
      question: 'Question',
      name: 'What',
      times: 'Times',
      last: 'Last',
      reason: 'Why',
      channel: 'Channel',
      notFound: 'Not found',
      day: 'Day',
      input: 'Tokens in',
      output: 'Tokens out',
    },
    noReason: '(no reason given)',
  },
};
