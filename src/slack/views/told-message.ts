import type { Meant, Reply } from '../../domain/answer.ts';
import type { Language } from '../../domain/report.ts';
import { meantLabel, replyText, whichText } from '../../words/reply-words.ts';
import type { Message } from '../delivery/message.ts';
import { plainMessage } from '../delivery/message.ts';
import { helpMessage } from './help-message.ts';
import { sectionButtons } from './section-buttons.ts';

/** Things that are offered: a row of buttons holds no more. */
const OFFERED = 5;

/** What is said without citing: small talk, the library, and of Footnote itself what it can do in Slack. */
export function toldMessage(reply: Reply, language: Language): Message {
  return reply.about === 'help' ? helpMessage(language) : plainMessage(replyText(reply, language));
}

/** Which of several things is meant: the buttons, and the same in words where there are none. */
export function whichMessage(candidates: readonly Meant[], language: Language): Message {
  const offered = candidates.slice(0, OFFERED);
  const lead = whichText(language);
  const { text } = plainMessage([lead, ...offered.map((each) => `• ${meantLabel(each)}`)].join('\n'));
  const buttons = sectionButtons(offered.map((each) => ({ label: meantLabel(each), request: each.request })));
  return { text, blocks: [{ type: 'section', text: { type: 'plain_text', text: lead } }, buttons] };
}
