import type { types } from '@slack/bolt';

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

/** What a person typed, from the text that Slack sends: mentions of the bot cut, links as their label, entities resolved. */
export function plainText(text: string): string {
  return text
    .replaceAll(/<@[^<>]*>/gu, ' ')
    .replaceAll(/<[^<>|]+\|([^<>]*)>/gu, '$1')
    .replaceAll(/<([^<>]*)>/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Text of a block that sets type and links as it says: an address in it that is only text does not become a link. */
export function mrkdwn(text: string): types.MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}
