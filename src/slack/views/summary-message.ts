import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn } from '../mrkdwn.ts';
import type { Message } from '../delivery/message.ts';
import type { Summary } from '../steps.ts';
import { claimMessages } from './answer-message.ts';
import type { CitationOptions } from './citations.ts';
import { sectionButtons } from './section-buttons.ts';

/** Sections that are offered. */
const OFFERED = 5;
const WORDS = {
  zh: { which: '有几个小节都符合，想要哪一个？', notFound: '报告里没有找到这个小节。', nearest: '最接近的小节：' },
  en: {
    which: 'Several sections fit. Which one?',
    notFound: 'The reports have no such section.',
    nearest: 'Nearest sections:',
  },
} as const;

/** A summary as messages: heading, cited points, key figures, what was covered; or which sections there are instead. */
export function summaryMessages(summary: Summary, options: CitationOptions): Message[] {
  const words = WORDS[options.language];
  if (summary.outcome === 'which') return [whichMessage(words.which, summary.candidates.slice(0, OFFERED))];
  if (summary.outcome === 'not_found')
    return [
      listMessage(summary.nearest.length > 0 ? `${words.notFound}${words.nearest}` : words.notFound, summary.nearest),
    ];
  const messages = claimMessages(summary.points, {
    ...options,
    lead: shorten(summary.heading, LIMITS.header),
    notes: summary.notes,
    isList: true,
  });
  const { chart } = summary;
  return chart ? messages.map((message, at) => (at === 0 ? { ...message, chart } : message)) : messages;
}

/** The buttons, and the same in words where there are none. */
function whichMessage(lead: string, candidates: readonly { label: string; request: string }[]): Message {
  const { text } = listMessage(
    lead,
    candidates.map(({ request }) => request),
  );
  return { text, blocks: [{ type: 'section', text: { type: 'plain_text', text: lead } }, sectionButtons(candidates)] };
}

function listMessage(lead: string, items: readonly string[]): Message {
  const lines = items.slice(0, OFFERED).map((item) => `• ${shorten(item, LIMITS.header)}`);
  const text = [lead, ...lines].join('\n');
  return { text: escapeMrkdwn(text), blocks: [{ type: 'section', text: { type: 'plain_text', text } }] };
}
