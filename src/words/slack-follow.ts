import type { Language } from '../domain/report.ts';

/** What is said about topics that are followed, and a channel's own reports. */
export const FOLLOW_WORDS = {
  zh: {
    begun: (topic: string) =>
      `已关注“${topic}”：有新报告谈到它时，我会在这里发一份带出处的简报，每份报告一次。` +
      `用 /footnote 取消关注 ${topic} 结束。`,
    already: (topic: string) => `这里已经关注“${topic}”。`,
    ended: (topic: string) => `不再关注“${topic}”。`,
    notFollowed: (topic: string) => `这里没有关注“${topic}”。`,
    which: '要取消关注哪个主题？',
    list: (topics: readonly string[]) =>
      topics.length === 0
        ? '这里没有关注任何主题。用 /footnote 关注 主题 或报告系列的名称开始。'
        : `这里关注的主题：${topics.map((topic) => `“${topic}”`).join('、')}。`,
    tooLong: (most: number) => `主题太长了：最多 ${most} 个字符。`,
    tooMany: (most: number) => `这里已经关注了 ${most} 个主题，请先取消一个。`,
    inviteMe: '我不在这个频道里。请先输入 /invite @Footnote，或者在私信里关注。',
    news: (title: string, topic: string) => `新报告《${title}》谈到了这里关注的“${topic}”：`,
    issue: (title: string, topic: string) => `这里关注的“${topic}”有新一期：《${title}》`,
    more: (count: number, topic: string) => `另有 ${count} 份新报告，没有逐一发“${topic}”的简报。可以直接问我。`,
    about: (topic: string) => `介绍一下${topic}`,
    scopeSet: (scope: string, count: number) =>
      `这个频道里的提问从现在起只查标题含“${scope}”的报告（现有 ${count} 份）。用 /footnote 范围 全部 恢复。`,
    scopeNone: (scope: string) => `这里能看到的报告里，没有标题含“${scope}”的。`,
    scopeAll: '这个频道里的提问从现在起查所有报告。',
    scopeIs: (scope: string) => `这个频道里的提问只查标题含“${scope}”的报告。用 /footnote 范围 全部 恢复。`,
    scopeIsAll: '这个频道里的提问查所有报告。用 /footnote 范围 标题中的字 限定。',
    scopeInChannel: '只有频道才能限定报告；在私信里总是查您能看到的所有报告。',
    scopeNote: (scope: string, count: number) => `这个频道只查标题含“${scope}”的 ${count} 份报告；要查全部，请私信我。`,
  },
  en: {
    begun: (topic: string) =>
      `“${topic}” is followed here: when a new report speaks of it, I post a brief with its sources, once a report. ` +
      `/footnote unfollow ${topic} ends it.`,
    already: (topic: string) => `“${topic}” is followed here already.`,
    ended: (topic: string) => `“${topic}” is not followed here any more.`,
    notFollowed: (topic: string) => `“${topic}” is not followed here.`,
    which: 'Which topic should no longer be followed?',
    list: (topics: readonly string[]) =>
      topics.length === 0
        ? 'Nothing is followed here. /footnote follow TOPIC begins; a topic may be the name of a series of reports.'
        : `Followed here: ${topics.map((topic) => `“${topic}”`).join(', ')}.`,
    tooLong: (most: number) => `The topic is too long: at most ${most} characters.`,
    tooMany: (most: number) => `${most} topics are followed here already; end one first.`,
    inviteMe: 'I am not in this channel. Type /invite @Footnote first, or follow the topic in a direct message.',
    news: (title: string, topic: string) => `The new report “${title}” speaks of “${topic}”, which is followed here:`,
    issue: (title: string, topic: string) => `A new issue of “${topic}”, which is followed here: “${title}”`,
    more: (count: number, topic: string) =>
      `${count} more new ${count === 1 ? 'report' : 'reports'} came in, without a brief on “${topic}”. ` +
      'Ask me about them.',
    about: (topic: string) => `Tell me about ${topic}`,
    scopeSet: (scope: string, count: number) =>
      `From now on, questions in this channel are answered from reports with “${scope}” in their title ` +
      `(${count} now). /footnote scope all ends it.`,
    scopeNone: (scope: string) => `None of the reports that this channel sees has “${scope}” in its title.`,
    scopeAll: 'From now on, questions in this channel are answered from all reports.',
    scopeIs: (scope: string) =>
      `Questions in this channel are answered from reports with “${scope}” in their title. ` +
      '/footnote scope all ends it.',
    scopeIsAll:
      'Questions in this channel are answered from all reports. /footnote scope WORDS OF A TITLE narrows them.',
    scopeInChannel: 'Only a channel has reports of its own; directly you always ask all that you may see.',
    scopeNote: (scope: string, count: number) =>
      `This channel asks ${count} ${count === 1 ? 'report' : 'reports'} with “${scope}” in the title only; ` +
      'write to me directly to ask all.',
  },
} as const satisfies Record<Language, object>;
