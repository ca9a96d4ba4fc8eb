import type { Language } from '../../domain/report.ts';
import type { Message } from '../delivery/message.ts';
import { plainMessage } from '../delivery/message.ts';

const HELP = {
  zh: `向我提问，我用报告里的原句回答，每句都有可以核对的出处。
• 在频道里 @我，或直接给我发消息；在我回答过的消息列里接着问，不用再 @。
• /footnote 问题：只有您看得到的回答，可以分享到频道
• /footnote 总结 小节或报告：要点与出处
• /footnote 核对 文稿：逐句对照报告
• /footnote 报告：有哪些报告
• /footnote 关注 主题：有新报告谈到它时，在这里发一份带出处的简报
• /footnote 范围 标题：这个频道只问这些报告
• /footnote 忘记：删除您的提问记录
• 消息菜单里有 Check facts（核对事实）、Ask about this（就此提问）和 Add to library（加入资料库）。`,
  en: `Ask me, and I answer in the reports' own sentences, each with a source that you can check.
• Mention me in a channel or write to me directly; in a thread where I answered, go on without a mention.
• /footnote QUESTION: an answer that only you see, to be shared in the channel if you like
• /footnote summarize SECTION OR REPORT: its points with their sources
• /footnote check DRAFT: sentence by sentence against the reports
• /footnote reports: which reports there are
• /footnote follow TOPIC: a cited brief here whenever a new report speaks of it
• /footnote scope TITLE: this channel asks these reports only
• /footnote forget: delete what is kept of your questions
• A message's menu has “Check facts”, “Ask about this” and “Add to library”.`,
} as const;

/** How to use the bot. */
export function helpMessage(language: Language): Message {
  return plainMessage(HELP[language]);
}
