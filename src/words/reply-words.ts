import type { AskedFact, Meant, Reply, ToldReport } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';

/** Reports that are named in one reply. */
const NAMED = 12;

type Plain = Exclude<Reply, { reports: unknown }>['about'];

const PLAIN: Record<Language, Record<Plain, string>> = {
  zh: {
    greeting: '你好！请问报告里的事，我用报告的原句回答，每句都有出处。',
    thanks: '不客气，随时再问。',
    farewell: '再见，随时再来问。',
    help:
      '我根据资料库里的报告回答问题：每句话都是报告的原文或由原文算出，并标明出处（报告、章节、页码）。' +
      '也可以总结一个小节或一份报告（“总结云计算这一节”），或核对一段文稿里的事实（“核对：…”）。',
    trust:
      '我不编写内容：每句话都附有报告原文作为出处，句末的记号说明它怎样与原文比对过；' +
      '不能证实的说法不复述，改列原文；' +
      '报告里没有的，我会说没有找到。请点开引用，对照原文再用。',
    no_more: '关于这个问题，报告里没有更多内容了。',
    no_translation: '我引用报告的原句，不翻译：出处要能逐字核对。上面的回答就是报告的原文。',
  },
  en: {
    greeting: 'Hello! Ask me about the reports, and I answer in their own sentences, each with its source.',
    thanks: 'You are welcome; ask any time.',
    farewell: 'Goodbye; come back any time.',
    help:
      "I answer questions from the reports in the library: every sentence is a report's own or reckoned from it, and " +
      'cites its source (report, section, page). I also summarize a section or a report ("summarize the cloud ' +
      'section") and check the facts of a draft ("check: …").',
    trust:
      'I make nothing up: every sentence comes with a quote of a report as its source, and a mark that says how it ' +
      'was compared with it; of what cannot be proved you get the quote instead. What the reports do not say, ' +
      'I say I did not find. Open the citation to compare.',
    no_more: 'The reports say no more about this.',
    no_translation: 'I quote the reports in their own words and do not translate, so that each quote can be checked.',
  },
};

const WORDS = {
  zh: {
    none: '资料库里还没有您能看到的报告。',
    count: (count: number) => `资料库里有 ${count} 份报告：`,
    rest: (count: number) => `还有 ${count} 份。`,
    which: '这可能指以下几处，请选一处：',
    title: (title: string) => `《${title}》`,
    pages: (count: number) => `${count} 页`,
    unpaged: '没有分页',
    unknown: '报告里没有写明',
    open: (parts: readonly string[]) => `没有找到：${parts.join('；')}。`,
    facts: { title: '标题', publishedOn: '发布日期', publisher: '发布方', pages: '页数', language: '语言' },
    languages: { zh: '中文', en: '英文' },
    colon: '：',
    dot: '。',
  },
  en: {
    none: 'There is no report in the library that you may see.',
    count: (count: number) => `There ${count === 1 ? 'is one report' : `are ${count} reports`} in the library:`,
    rest: (count: number) => `${count} more.`,
    which: 'This may mean one of these. Which one?',
    title: (title: string) => `“${title}”`,
    pages: (count: number) => `${count} ${count === 1 ? 'page' : 'pages'}`,
    unpaged: 'no pages',
    unknown: 'not said in the report',
    open: (parts: readonly string[]) => `Not found: ${parts.join('; ')}.`,
    facts: {
      title: 'title',
      publishedOn: 'published on',
      publisher: 'publisher',
      pages: 'length',
      language: 'language',
    },
    languages: { zh: 'Chinese', en: 'English' },
    colon: ': ',
    dot: '.',
  },
} as const;

/** A reply that cites nothing, in plain words, line by line. */
export function replyText(reply: Reply, language: Language): string {
  const words = WORDS[language];
  if (reply.about === 'fact')
    return reply.reports
      .map((report) => `${words.title(report.title)} ${factText(report, reply.fact, language)}`)
      .join('\n');
  if (reply.about !== 'reports') return PLAIN[language][reply.about];
  if (reply.count === 0) return words.none;
  const named = reply.reports.slice(0, NAMED).map((report) => `• ${reportText(report, language)}`);
  const rest = reply.count > named.length ? [words.rest(reply.count - named.length)] : [];
  return [words.count(reply.count), ...named, ...rest].join('\n');
}

/** What is asked back when a question may mean several things. */
export function whichText(language: Language): string {
  return WORDS[language].which;
}

/** One of several things that may be meant: its headings with the report that it stands in. */
export function meantLabel({ reportTitle, path }: Pick<Meant, 'reportTitle' | 'path'>): string {
  return [...path, ...(path[0] === reportTitle ? [] : [reportTitle])].join(' · ');
}

/** Parts of a question that stayed without an answer. */
export function openText(parts: readonly string[], language: Language): string {
  return WORDS[language].open(parts);
}

function factText(report: ToldReport, fact: AskedFact, language: Language): string {
  const words = WORDS[language];
  const value = factOf(report, fact, language);
  return `${words.facts[fact]}${words.colon}${value ?? words.unknown}${words.dot}`;
}

function factOf(report: ToldReport, fact: AskedFact, language: Language): string | undefined {
  if (fact === 'pages') return pagesText(report, language);
  return fact === 'language' ? WORDS[language].languages[report.language] : report[fact];
}

function pagesText({ paged, pageCount }: ToldReport, language: Language): string {
  const words = WORDS[language];
  return paged ? words.pages(pageCount) : words.unpaged;
}

function reportText(report: ToldReport, language: Language): string {
  const { title, publisher, publishedOn, paged } = report;
  return [title, publisher, publishedOn, ...(paged ? [pagesText(report, language)] : [])]
    .filter((each) => each !== undefined)
    .join(' · ');
}
