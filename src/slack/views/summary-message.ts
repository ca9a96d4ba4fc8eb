import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn } from '../mrkdwn.ts';
import type { Message } from '../out/message.ts';
import type { Summary } from '../steps.ts';
import { claimMessages } from './answer-message.ts';
import type { CitationOptions } from './citations.ts';

/** Sections that are offered. */
const OFFERED = 5;
const WORDS = {
  zh: { which: '有几个小节都符合，想要哪一个？请按其中一个再问一次：', notFound: '报告里没有找到这个小节。', nearest: '最接近的小节：' },
  en: { which: 'Several sections fit. Which one? Ask again with one of these:', notFound: 'The reports have no such section.', nearest: 'Nearest sections:' },
} as const;

/** A summary as messages: heading, cited points, key figures, what was covered; or which sections there are instead. */
export function summaryMessages(summary: Summary, options: CitationOptions): Message[] {
  const words = WORDS[options.language];
  if (summary.outcome === 'which') return [listMessage(words.which, summary.candidates.map(({ request }) => request))];
  if (summary.outcome === 'not_found') return [listMessage(summary.nearest.length > 0 ? `${words.notFound}${words.nearest}` : words.notFound, summary.nearest)];
  const messages = claimMessages(summary.points, { ...options, lead: shorten(summary.heading, LIMITS.header), notes: summary.notes });
  const { chart } = summary;
  return chart ? messages.map((message, at) => (at === 0 ? { ...message, chart } : message)) : messages;
}

function listMessage(lead: string, items: readonly string[]): Message {
  const lines = items.slice(0, OFFERED).map((item) => `• ${shorten(item, LIMITS.header)}`);
  const text = [lead, ...lines].join('\n');
  return { text: escapeMrkdwn(text), blocks: [{ type: 'section', text: { type: 'plain_text', text } }] };
}
