import type { Language } from '../domain/report.ts';

/** What the bot says besides its answers: plain sentences that say what happened and what to do. */
export const WORDS = {
  zh: {
    sources: '出处',
    nearest: '没有回答；最接近的原文：',
    more: (count: number) => `还有 ${count} 处引用，见“出处”。`,
    cut: '回答过长，其余部分没有显示。请把问题问得更具体一些。',
    continued: '（接上一条）',
    verbatim: '以上为原文',
    statement: '说法',
    where: '出处',
    searching: '正在查找报告……',
    follows: '正在查找报告，回答随后就到。',
    status: '正在查找报告……',
    inLine: (ahead: number) =>
      ahead === 0 ? '正在排队，下一个就是您的问题……' : `正在排队，前面还有 ${ahead} 个问题……`,
    waiting: (ahead: number) =>
      ahead === 0 ? '正在排队，下一个就是您的问题。' : `正在排队，前面还有 ${ahead} 个问题。`,
    failed: '出了点问题，没能回答。请稍后再问一次；如果一直这样，请告诉管理员。',
    busy: '现在提问的人太多，没能轮到这一条。请过几分钟再问一次。',
    tookTooLong: '这个问题花的时间太长，已经停下。请把它问得更短、更具体一些，或拆成几个问题。',
    mayBeSaid: '我刚才中断了，您可能已经收到了这条回答。没有收到的话，请再问一次。',
    stopped: '已停止。想继续时，请再问一次。',
    welcome: '不客气，随时再问。',
    passages: '看这些段落',
    empty: '想问什么？例如：2020年第三季度亚马逊云的市占率是多少？',
    gone: '这条回答的出处已经不在了，请重新提问。',
    sourceGone: (number: number) => `[${number}] 这处出处不可用。`,
    close: '关闭',
    open: '打开原文',
    outside: '我只回答本工作区成员的问题。需要时请联系管理员。',
    tooMany: (minutes: number) => `您这一小时问得很多了，请 ${minutes} 分钟后再问，我会在这里。`,
    teamTooMany: (minutes: number) =>
      `这个工作区这一小时的提问已达上限，请 ${minutes} 分钟后再问，或请管理员提高上限。`,
    unreachable: (channel: string) =>
      `我不能在 <#${channel}> 里回复，所以在这里回答。要让我在那里回答，请在频道里输入 /invite @Footnote。`,
    unavailable: '这个功能在这里没有开启。请联系管理员。',
    askedBy: (user: string, question: string) => `<@${user}> 问：${question}`,
    forgotten: '您的提问和评价已从这里删除。Slack 里的消息请您自己删除。',
    nothingKept: '这里没有您的提问记录。',
    share: '分享到频道',
    shared: '已分享到频道。',
    helpful: '有帮助',
    notHelpful: '没有帮助',
    reportWrong: '报告引用错误',
  },
  en: {
    sources: 'Sources',
    nearest: 'Not answered; nearest:',
    more: (count: number) => `${count} more ${count === 1 ? 'citation' : 'citations'} under “Sources”.`,
    cut: 'The answer was too long; the rest is not shown. Ask something narrower.',
    continued: '(continued)',
    verbatim: 'word for word as above',
    statement: 'Statement',
    where: 'Where',
    searching: 'Looking through the reports…',
    follows: 'Looking through the reports; the answer follows.',
    status: 'is looking through the reports…',
    inLine: (ahead: number) =>
      ahead === 0
        ? 'answers your question next…'
        : `has ${ahead} ${ahead === 1 ? 'question' : 'questions'} to answer before yours…`,
    waiting: (ahead: number) =>
      ahead === 0
        ? 'Your question is next.'
        : `${ahead} ${ahead === 1 ? 'question goes' : 'questions go'} before yours; the answer will follow.`,
    failed:
      'Something went wrong and there is no answer. Please ask again later; if it stays like this, tell ' +
      'your administrator.',
    busy: 'Too many people are asking right now, and this one had to give way. Please ask again in a few minutes.',
    tookTooLong: 'This took too long and was stopped. Ask something shorter and narrower, or one thing at a time.',
    mayBeSaid: 'I was interrupted; you may have got this answer already. If not, please ask again.',
    stopped: 'Stopped. Ask again when you want the answer.',
    welcome: 'Any time.',
    passages: 'Show these passages',
    empty: 'What is the question? For example: Who leads the foundry market?',
    gone: 'The sources of this answer are gone; please ask again.',
    sourceGone: (number: number) => `[${number}] This source is not available.`,
    close: 'Close',
    open: 'open page',
    outside: 'I answer members of this workspace only. Ask an administrator if you need access.',
    tooMany: (minutes: number) =>
      'You asked a lot this hour. Please ask again in ' +
      `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}; I will be here.`,
    teamTooMany: (minutes: number) =>
      'This workspace has used up its questions for this hour. Please ask again in ' +
      `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, or ask an administrator for a higher limit.`,
    unreachable: (channel: string) =>
      `I cannot reply in <#${channel}>, so here is the answer. To have me answer there, type /invite ` +
      '@Footnote in that channel.',
    unavailable: 'This is not switched on here. Ask an administrator.',
    askedBy: (user: string, question: string) => `<@${user}> asked: ${question}`,
    forgotten: 'What you asked and thought of answers is deleted here. The messages in Slack are yours to delete.',
    nothingKept: 'Nothing that you asked is kept here.',
    share: 'Share in channel',
    shared: 'Shared in the channel.',
    helpful: 'Helpful',
    notHelpful: 'Not helpful',
    reportWrong: 'Report a wrong citation',
  },
} as const satisfies Record<Language, object>;
