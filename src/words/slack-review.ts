/** What is said about feedback and review. */
export const REVIEW_WORDS = {
  zh: {
    thanks: '谢谢，已经记下。',
    thanksReported: '谢谢。编辑会核对这处引用，并告诉您结果。',
    whyTitle: '哪里没有帮助？',
    reportTitle: '报告引用错误',
    submit: '发送',
    close: '取消',
    done: '关闭',
    why: '请说一句原因',
    which: '哪一处引用？',
    wrong: '错在哪里？',
    gone: '这条回答的引用已经不在了。',
    status: {
      unverified: '编辑尚未审阅',
      verified: '✓ 编辑已审阅',
      wrong_quote: '✗ 原文不符',
      wrong_page: '✗ 页码不符',
      out_of_context: '✗ 断章取义',
    },
    verdict: '给出结论',
    outcome: {
      given: '结论已记下。',
      already: '您已经给过这个结论。',
      changed_since: '另一位编辑刚刚给了结论，请看过再定。',
      no_editor: '只有编辑可以给结论。请联系管理员把您加入 EDITORS。',
      unknown_citation: '这处引用已经不在了。',
    },
    reviewTitle: '核对引用',
    question: '问题',
    sentence: '回答里的句子',
    quote: '引用的原文',
    sentenceAndQuote: '句子（与原文逐字相同）',
    colon: '：',
    noteTitle: '错在哪里？',
    note: '说明',
    noteHint: '提问者会看到，也会记入日志。',
    give: '给出结论',
    corrected: (claim: string, status: string, note: string) =>
      `编辑核对了这句话的引用：“${claim}” ${status}。${note === '' ? '' : `错在哪里：${sentence(note, '。')}`}` +
      '请不要直接引用它，以报告原文为准。',
    correctedMark: (status: string, note: string) =>
      `编辑更正：这条回答里有一处引用 ${status}。${note === '' ? '' : sentence(note, '。')}详见消息列。`,
    correctedUnseen: (status: string) => `编辑核对了上面这条回答里的一处引用：${status}。请不要直接引用它。`,
  },
  en: {
    thanks: 'Thank you, noted.',
    thanksReported: 'Thank you. An editor will check the citation and tell you.',
    whyTitle: 'What was not helpful?',
    reportTitle: 'Wrong citation',
    submit: 'Send',
    close: 'Cancel',
    done: 'Close',
    why: 'Say in a sentence why',
    which: 'Which citation?',
    wrong: 'What is wrong with it?',
    gone: 'The citations of this answer are gone.',
    status: {
      unverified: 'not reviewed yet',
      verified: '✓ reviewed by an editor',
      wrong_quote: '✗ not the words of the report',
      wrong_page: '✗ wrong page',
      out_of_context: '✗ out of context',
    },
    verdict: 'Give a verdict',
    outcome: {
      given: 'Your verdict is kept.',
      already: 'You gave this verdict before.',
      changed_since: 'Another editor gave a verdict just now; look at it before you decide.',
      no_editor: 'Only editors give verdicts. Ask an administrator to add you to EDITORS.',
      unknown_citation: 'This citation is gone.',
    },
    reviewTitle: 'Review',
    question: 'Question',
    sentence: 'Sentence of the answer',
    quote: 'Quote',
    sentenceAndQuote: 'Sentence, word for word as in the report',
    colon: ': ',
    noteTitle: 'What is wrong?',
    note: 'Note',
    noteHint: 'Whoever asked reads it, and it is kept in the log.',
    give: 'Give verdict',
    corrected: (claim: string, status: string, note: string) =>
      `An editor checked the citation of “${claim}”: ${status}. ` +
      `${note === '' ? '' : `What is wrong: ${sentence(note, '.')} `}Please do not quote it; go by the report itself.`,
    correctedMark: (status: string, note: string) =>
      `Corrected by an editor: a citation of this answer is marked ${status}. ` +
      `${note === '' ? '' : `${sentence(note, '.')} `}See the thread.`,
    correctedUnseen: (status: string) =>
      `An editor checked a citation of the answer above: ${status}. Please do not quote it.`,
  },
} as const;

/** A note with a mark at its end. */
function sentence(note: string, mark: string): string {
  return /[.。!！?？…]$/u.test(note) ? note : note + mark;
}
