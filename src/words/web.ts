import type { Language } from '../domain/report.ts';
import type { SummaryLength } from '../domain/summary.ts';

/** What the pages say in one language. */
export interface Words {
  lang: string;
  tagline: string;
  /** What the way to the other pages is called. */
  tools: string;
  skip: string;
  label: string;
  placeholder: string;
  searching: string;
  ask: string;
  checkFacts: string;
  figuresAsData: string;
  examples: string;
  reports: string;
  noReports: string;
  sources: string;
  nearest: string;
  empty: string;
  turner: string;
  previous: string;
  next: string;
  page: (label: string) => string;
  part: (number: number, count: number) => string;
  slide: (number: number) => string;
  outline: string;
  howRead: string;
  continues: string;
  continued: string;
  missing: string;
  missingHint: string;
  failed: string;
  failedId: (id: string) => string;
  busy: string;
  tookTooLong: string;
  overloadHint: string;
  wrongMethod: string;
  formTooLarge: string;
  formTooLargeHint: (kilobytes: number) => string;
  wrongForm: string;
  wrongFormHint: string;
  home: string;
  find: string;
  findGo: string;
  found: (words: string, count: string) => string;
  firstOf: (count: number) => string;
  copyLink: string;
  /** Of a page whose text was recognised from its picture. */
  recognised: string;
  copied: string;
  printedAlt: (page: string) => string;
  linkExpired: string;
  linkExpiredHint: string;
  linkTampered: string;
  linkTamperedHint: string;
  closed: string;
  closedHint: string;
  search: string;
  summarize: string;
  summaryLabel: string;
  summaryPlaceholder: string;
  summaryEmpty: string;
  length: string;
  lengths: Record<SummaryLength, string>;
  figures: string;
  chartOf: (title: string, values: string) => string;
}

/** What the pages say, in both languages. */
export const WORDS: Record<Language, Words> = {
  zh: {
    lang: 'zh-CN',
    tagline: '每一句话都附有出处，并注明怎样与原文比对',
    tools: '其他页面',
    skip: '跳到正文',
    label: '您的问题',
    placeholder: '例如：2020年第三季度亚马逊云的市占率是多少？',
    searching: '正在查找报告……',
    ask: '提问',
    checkFacts: '核对事实',
    figuresAsData: '数字',
    examples: '试试这些问题',
    reports: '索引中的报告',
    noReports: '索引里还没有报告：先运行 footnote ingest 文件名。',
    sources: '出处',
    nearest: '没有回答；最接近的原文：',
    empty: '请先写下您的问题。',
    turner: '翻页',
    previous: '上一页',
    next: '下一页',
    page: (label) => `第 ${label} 页`,
    part: (number, count) => `第 ${number} 部分，共 ${count} 部分`,
    slide: (number) => `第 ${number} 张幻灯片`,
    outline: '目录',
    howRead: '读取情况',
    continues: '引文在下一页继续',
    continued: '引文始于上一页',
    missing: '没有这一页。',
    missingHint: '报告可能已被替换或移除。请回到首页，从报告列表中选择。',
    failed: '出了点问题，没能回答。请稍后再试；如果一直这样，请告诉管理员。',
    failedId: (id) => `请把这个编号一起告诉管理员：${id}`,
    busy: '现在提问的人太多，没能回答。',
    tookTooLong: '这个问题用时太久，没能回答。',
    overloadHint: '请稍后再试，或者问得短一些。',
    wrongMethod: '这个地址不接受这种请求。',
    formTooLarge: '提交的内容太长，没有处理。',
    formTooLargeHint: (kilobytes) => `这里一次最多接受 ${kilobytes} KB。请缩短，或者分几次提交。`,
    wrongForm: '提交的内容没有完整收到，或者格式不对，没有处理。',
    wrongFormHint: '请回到原来的页面，再提交一次。',
    home: '首页',
    find: '在这份报告里查找',
    findGo: '查找',
    found: (words, count) => `“${words}”：${count} 处`,
    firstOf: (count) => `只列出前 ${count} 处。`,
    copyLink: '复制此页链接',
    recognised: '本页文字由 OCR 从图像识别，可能有误，请对照原貌；� 处的字没有认准，不引用',
    copied: '已复制，链接 30 天内有效',
    printedAlt: (page) => `${page}的原貌；文字见旁边`,
    linkExpired: '这个链接已经过期。',
    linkExpiredHint: '请向发给您链接的人要一个新的，或者再问一次。',
    linkTampered: '这个链接不完整，或被改动过。',
    linkTamperedHint: '请从消息里重新打开，不要只复制其中一段。',
    closed: '这里只对编辑和持有链接的人开放。',
    closedHint: '请打开回答里的链接；编辑请用管理员发的登录链接登录（footnote editor-link 姓名）。',
    search: '搜索',
    summarize: '摘要',
    summaryLabel: '要概括哪一部分？',
    summaryPlaceholder: '例如：云计算那一篇、第 3 到 5 页、整份报告',
    summaryEmpty: '请写下要概括的部分：标题里的词、页码或“整份报告”。',
    length: '长度',
    lengths: { brief: '简短', standard: '标准', detailed: '详细' },
    figures: '关键数字',
    chartOf: (title, values) => `条形图：${title}。${values}`,
  },
  en: {
    lang: 'en',
    tagline: 'Every sentence with its source, and how it was compared',
    tools: 'Other pages',
    skip: 'Skip to content',
    label: 'Your question',
    placeholder: 'For example: Who leads the foundry market?',
    searching: 'Looking through the reports…',
    ask: 'Ask',
    checkFacts: 'Check facts',
    figuresAsData: 'Figures',
    examples: 'Questions to try',
    reports: 'Reports in the index',
    noReports: 'The index holds no report yet: run footnote ingest FILE first.',
    sources: 'Sources',
    nearest: 'Not answered; nearest:',
    empty: 'Please write your question first.',
    turner: 'Turn the page',
    previous: 'Previous page',
    next: 'Next page',
    page: (label) => `Page ${label}`,
    part: (number, count) => `Part ${number} of ${count}`,
    slide: (number) => `Slide ${number}`,
    outline: 'Contents',
    howRead: 'How it was read',
    continues: 'The quote goes on on the next page',
    continued: 'The quote began on the page before',
    missing: 'There is no such page.',
    missingHint: 'The report may have been replaced or removed. Go back and pick it from the list.',
    failed:
      'Something went wrong and there is no answer. Try again later; if it stays like this, tell your administrator.',
    failedId: (id) => `Give your administrator this number, too: ${id}`,
    busy: 'Too many people are asking just now; there is no answer.',
    tookTooLong: 'This took too long; there is no answer.',
    overloadHint: 'Try again in a while, or ask for less at once.',
    wrongMethod: 'This address does not take requests of that kind.',
    formTooLarge: 'What was sent is too long; nothing was done.',
    formTooLargeHint: (kilobytes) =>
      `At most ${kilobytes} KB are taken here at once. Please shorten it, or send it in parts.`,
    wrongForm: 'What was sent did not arrive whole, or is in another form than expected; nothing was done.',
    wrongFormHint: 'Go back to the page and send it once more.',
    home: 'Home',
    find: 'Find in this report',
    findGo: 'Find',
    found: (words, count) => `“${words}”: ${count} found`,
    firstOf: (count) => `Only the first ${count} are listed.`,
    copyLink: 'Copy a link to this page',
    recognised:
      'The text of this page was read from its picture by OCR and may be misread: compare it with the picture. ' +
      'What could not be made out for certain stands as � and is not cited',
    copied: 'Copied; the link works for 30 days',
    printedAlt: (page) => `${page} as printed; its text is beside it`,
    linkExpired: 'This link has expired.',
    linkExpiredHint: 'Ask whoever sent it for a new one, or ask the question again.',
    linkTampered: 'This link is incomplete or was changed.',
    linkTamperedHint: 'Open it again from the message instead of copying a part of it.',
    closed: 'This is open to editors and to holders of a link only.',
    closedHint:
      'Open the link in an answer. Editors sign in with the link that the administrator makes (footnote ' +
      'editor-link NAME).',
    search: 'Search',
    summarize: 'Summarize',
    summaryLabel: 'What should be summarized?',
    summaryPlaceholder: 'For example: the section on supply, pages 3-5, the whole report',
    summaryEmpty: 'Please name what should be summarized: words of its heading, pages, or "the whole report".',
    length: 'Length',
    lengths: { brief: 'Brief', standard: 'Standard', detailed: 'Detailed' },
    figures: 'Key figures',
    chartOf: (title, values) => `Bar chart: ${title}. ${values}`,
  },
};
