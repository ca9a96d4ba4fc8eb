import type { types } from '@slack/bolt';
import { oneLine } from '../text/white-space.ts';

/**
 * Escapes text for mrkdwn: what a report says is shown, never obeyed. `<!channel>` pings nobody, and `*`, `_`, `~`
 * and backticks do not set type: a zero-width space takes their power.
 */
export function escapeMrkdwn(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[*_~`]/gu, '\u200b$&\u200b');
}

/**
 * The last door before Slack's `text`, and all mrkdwn of messages: whatever a view let through calls no channel and no
 * group. Our own words never do.
 */
export function callsNobody(text: string): string {
  return text.toWellFormed().replaceAll('<!', '&lt;!');
}

/**
 * What a person typed, from the text that Slack sends: mentions of the bot cut, links as their label, entities
 * resolved.
 */
export function plainText(text: string): string {
  return oneLine(
    text
      .toWellFormed()
      .replaceAll(/<@[^<>]*>/gu, ' ')
      .replaceAll(/<[^<>|]+\|([^<>]*)>/gu, '$1')
      .replaceAll(/<([^<>]*)>/gu, '$1')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  ).trim();
}

/** Text of a block that sets type and links as it says: an address in it that is only text does not become a link. */
export function mrkdwn(text: string): types.MrkdwnElement {
  return { type: 'mrkdwn', text: callsNobody(text), verbatim: true };
}

/** The same on a tab or in a modal, where the name of a user group notifies nobody. */
export function mrkdwnOfView(text: string): types.MrkdwnElement {
  return { type: 'mrkdwn', text: text.toWellFormed(), verbatim: true };
}
