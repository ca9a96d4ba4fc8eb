import type { Language } from '../domain/report.ts';
import type { CitationStatus } from '../domain/review.ts';

/** What the review page, and reports of wrong citations, say in one language. */
export interface ReviewWords {
  title: string;
  status: Record<CitationStatus, string>;
  /** Of a citation that an editor found right. */
  reviewedBy: (editor: string) => string;
  withdrawn: string;
  report: string;
  reason: string;
  send: string;
  reported: string;
  flaggedBy: (by: string, reason: string) => string;
  waiting: (count: string) => string;
  nothing: string;
  claim: string;
  question: string;
  asked: (by: string, where: string, on: string) => string;
  web: string;
  nowhere: string;
  note: string;
  previous: string;
  next: string;
  keys: string;
  keysOff: string;
  keysOn: string;
  /** Names the links to the citation before and the one behind. */
  turn: string;
  figures: string;
  figuresHint: string;
  noVerdicts: string;
  ofReport: string;
  all: string;
  share: string;
  open: string;
  gone: string;
  given: (verdict: string, number: string) => string;
  already: string;
  changed: string;
  unknown: string;
  download: string;
  signedIn: (editor: string) => string;
  signOut: string;
  signIn: string;
  signInAs: (editor: string) => string;
  signInExpired: string;
  signInUsed: string;
  signInTampered: string;
  signInHint: string;
  onlyEditors: string;
  onlyEditorsHint: string;
  foreign: string;
  foreignHint: string;
}

/** What the review page, and reports of wrong citations, say. */
export const REVIEW_WORDS: Record<Language, ReviewWords> = {
  zh: {
    title: '核对引文',
    status: {
      unverified: '编辑未审阅',
      verified: '编辑已审阅',
      wrong_quote: '引文有误',
      wrong_page: '页码有误',
      out_of_context: '断章取义',
    },
    reviewedBy: (editor) => `${editor} 已审阅`,
    withdrawn: '报告已换成新版，原来的结论已撤回。',
    report: '报告引文有误',
    reason: '哪里不对？（可不填）',
    send: '提交',
    reported: '已收到，编辑会优先核对。',
    flaggedBy: (by, reason) => `${by} 报告有误${reason === '' ? '' : `：${reason}`}`,
    waiting: (count) => `${count} 条待核对`,
    nothing: '没有待核对的引文。',
    claim: '回答里的句子',
    question: '问题',
    asked: (by, where, on) => `${by} · ${where} · ${on}`,
    web: '网页',
    nowhere: '未能发出',
    note: '备注（按 n）',
    previous: '上一条（k）',
    next: '下一条（j）',
    keys: '按键：1–4 给出结论，j / k 换一条，n 写备注，Esc 离开备注。',
    keysOff: '关闭按键',
    keysOn: '启用按键',
    turn: '前后各条',
    figures: '结论统计',
    figuresHint: '每条引文只算最后的结论；错得最多的报告在前：看看它是怎样读入的。',
    noVerdicts: '编辑还没有给出结论。',
    ofReport: '报告',
    all: '全部',
    share: '比例',
    open: '打开出处页',
    gone: '这份报告已不在索引里，只剩下当时的引文。',
    given: (verdict, number) => `已记下：${verdict}（日志第 ${number} 条）。`,
    already: '您已经给过同样的结论，没有重复记录。',
    changed: '您打开之后，这条引文有了新情况（见下）。您的结论还没有记下：如果仍然这样认为，请再按一次。',
    unknown: '没有这条引文。',
    download: '下载日志',
    signedIn: (editor) => `编辑：${editor}`,
    signOut: '退出',
    signIn: '登录',
    signInAs: (editor) => `以 ${editor} 的身份登录`,
    signInExpired: '这个登录链接已经过期。',
    signInUsed: '这个登录链接已经用过：每个链接只能登录一次。',
    signInTampered: '这个登录链接不完整、被改动过，或者此人已不是编辑。',
    signInHint: '请管理员再做一个：footnote editor-link 姓名。',
    onlyEditors: '只有编辑可以核对引文。',
    onlyEditorsHint: '请用管理员发的登录链接登录（footnote editor-link 姓名，姓名须在 EDITORS 中）。',
    foreign: '这个表单不是从这里发出的，或者已经过期。',
    foreignHint: '什么也没有记下。请回到原来的页面，刷新后再试。',
  },
  en: {
    title: 'Verify citations',
    status: {
      unverified: 'Not reviewed',
      verified: 'Reviewed',
      wrong_quote: 'Wrong quote',
      wrong_page: 'Wrong page',
      out_of_context: 'Out of context',
    },
    reviewedBy: (editor) => `Reviewed by ${editor}`,
    withdrawn: 'The report was replaced; the verdict on it was withdrawn.',
    report: 'Report a wrong citation',
    reason: 'What is wrong? (may stay empty)',
    send: 'Report',
    reported: 'Reported: an editor will look at it first.',
    flaggedBy: (by, reason) => `${by} reports it as wrong${reason === '' ? '' : `: ${reason}`}`,
    waiting: (count) => `${count} waiting`,
    nothing: 'No citation waits for a verdict.',
    claim: 'Sentence of the answer',
    question: 'Question',
    asked: (by, where, on) => `${by} · ${where} · ${on}`,
    web: 'web page',
    nowhere: 'not posted',
    note: 'Note (n)',
    previous: 'Previous (k)',
    next: 'Next (j)',
    keys: 'Keys: 1–4 give a verdict, j / k go to another citation, n to the note, Esc out of it.',
    keysOff: 'Keys off',
    keysOn: 'Keys on',
    turn: 'Citations before and behind',
    figures: 'Verdicts in figures',
    figuresHint:
      'Each citation counts once, by its last verdict. The report with most that are wrong comes first: see how it ' +
      'was read.',
    noVerdicts: 'No editor has given a verdict yet.',
    ofReport: 'Report',
    all: 'All',
    share: 'Share',
    open: 'Open the source page',
    gone: 'The report is no longer in the index; only the quote as it was is left.',
    given: (verdict, number) => `Written down: ${verdict} (entry ${number} of the log).`,
    already: 'You had given this verdict before; nothing was written down twice.',
    changed:
      'Something happened to this citation since you opened it (see below). Your verdict is not written ' +
      'down yet: give it again if you still hold it.',
    unknown: 'There is no such citation.',
    download: 'Download the log',
    signedIn: (editor) => `Editor: ${editor}`,
    signOut: 'Sign out',
    signIn: 'Sign in',
    signInAs: (editor) => `Sign in as ${editor}`,
    signInExpired: 'This link to sign in has expired.',
    signInUsed: 'This link to sign in was used already: each opens once.',
    signInTampered: 'This link to sign in is incomplete or was changed, or the person is no editor any more.',
    signInHint: 'Ask the administrator for another one: footnote editor-link NAME.',
    onlyEditors: 'Only editors verify citations.',
    onlyEditorsHint:
      'Sign in with the link that the administrator makes (footnote editor-link NAME; the name must be in EDITORS).',
    foreign: 'This form was not sent from here, or is out of date.',
    foreignHint: 'Nothing was written down. Go back, load the page again and try once more.',
  },
};
