import type { Language } from '../domain/report.ts';

/** What the pages of answers that were given, and of one's own questions, say. */
export interface AnswerWords {
  /** Above the field for the next question of a conversation. */
  further: string;
  furtherPlaceholder: string;
  /** Which reports are asked. */
  choose: string;
  all: (count: number) => string;
  publisher: string;
  series: string;
  from: string;
  until: string;
  any: string;
  noneChosen: string;
  askThis: string;
  askedOf: (titles: string) => string;
  edit: string;
  editing: string;
  copyLink: string;
  copied: string;
  given: (day: string) => string;
  /** Of a report that is no longer what it was when it was cited. */
  replaced: string;
  newest: string;
  moved: string;
  removed: string;
  hidden: (count: number) => string;
  outdated: string;
  askAgain: string;
  stop: string;
  stopped: string;
  answered: string;
  history: string;
  noHistory: string;
  historyNote: string;
  forget: string;
  gone: string;
  goneHint: string;
}

/** The same in both languages. */
export const ANSWER_WORDS: Record<Language, AnswerWords> = {
  zh: {
    further: '接着问',
    furtherPlaceholder: '例如：那么第二名是谁？',
    choose: '问哪些报告',
    all: (count) => `全部 ${count} 份`,
    publisher: '发布者',
    series: '系列',
    from: '发布不早于',
    until: '不晚于',
    any: '不限',
    askThis: '问这份报告',
    noneChosen: '没有一份报告符合所选的条件：请放宽条件，或者改选报告。',
    askedOf: (titles) => `只问了：${titles}`,
    edit: '修改后再问',
    editing: '修改问题，再问一次',
    copyLink: '复制这个回答的链接',
    copied: '链接已复制',
    given: (day) => `回答于 ${day}`,
    replaced: '这份报告后来换了新版；以下是回答时的原文。',
    newest: '看新版',
    moved: '新版里的同一处',
    removed: '这份报告后来已移除；以下是回答时的原文。',
    hidden: (count) => `另有 ${count} 句没有显示：您现在看不到它们引用的报告。`,
    outdated: '这个回答说的是当时的报告列表，之后报告有过变动。',
    askAgain: '现在再问一次',
    stop: '停止',
    stopped: '已停止，没有保存回答。问题还在下面，可以修改后再问。',
    answered: '回答好了。',
    history: '我问过的',
    noHistory: '还没有问过问题。',
    historyNote: '这里只列出用这个浏览器问过的最近 200 个问题；别人看不到这份列表。',
    forget: '清空列表',
    gone: '没有这个回答。',
    goneHint: '链接可能不完整，或者它引用的报告您现在看不到。可以重新提问。',
  },
  en: {
    further: 'Ask further',
    furtherPlaceholder: 'For example: And who comes second?',
    choose: 'Reports to ask',
    all: (count) => `all ${count}`,
    publisher: 'Publisher',
    series: 'Series',
    from: 'Published from',
    until: 'until',
    any: 'any',
    askThis: 'Ask this report',
    noneChosen: 'No report fits what was chosen: widen the filters, or tick other reports.',
    askedOf: (titles) => `Asked of: ${titles}`,
    edit: 'Edit and ask again',
    editing: 'Edit the question and ask again',
    copyLink: 'Copy a link to this answer',
    copied: 'Link copied',
    given: (day) => `Answered on ${day}`,
    replaced: 'This report was replaced since; this is what it said when the answer was given.',
    newest: 'The edition of today',
    moved: 'The same place in the edition of today',
    removed: 'This report was removed since; this is what it said when the answer was given.',
    hidden: (count) =>
      count === 1
        ? 'One more sentence is not shown: its report is not one that you can see now.'
        : `${count} more sentences are not shown: their reports are not ones that you can see now.`,
    outdated: 'This answer was about the reports that there were; they have changed since.',
    askAgain: 'Ask again now',
    stop: 'Stop',
    stopped: 'Stopped; no answer was kept. Your question is still in the field: change it or ask again.',
    answered: 'The answer is there.',
    history: 'My questions',
    noHistory: 'You have not asked anything yet.',
    historyNote: 'The last 200 questions that were asked in this browser; nobody else sees this list.',
    forget: 'Clear the list',
    gone: 'There is no such answer.',
    goneHint: 'The link may be incomplete, or you cannot see the reports that it cites now. You can ask again.',
  },
};
