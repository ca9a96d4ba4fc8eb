import type { Redact } from './redactor.ts';
import { createRedactor, REDACTED } from './redactor.ts';

/**
 * What is secret by its form, wherever it comes from: tokens of workspaces that installed the app, links and cookies
 * that open something.
 */
const SHAPES: readonly [RegExp, string][] = [
  [/\bx(?:ox[a-z]|app|wfp)(?:\.xox[a-z])?-[\w-]{6,}/giu, REDACTED],
  [/\b(sk|pk|rk)-[\w-]{12,}/giu, REDACTED],
  [/\bAIza[\w-]{20,}/gu, REDACTED],
  [
    /\b(api[-_]?key|authorization|cookie)(["']?\s*[:=]\s*["']?)(?:(?:basic|bearer)\s+)?[^\s"',;}]{4,}/giu,
    `$1$2${REDACTED}`,
  ],
  [/\b(bearer)\s+[\w.~+/=-]{6,}/giu, `$1 ${REDACTED}`],
  // Signed pages, sign-in links, and addresses at which whoever has them speaks for the bot.
  [/(\/(?:s|sign-in)\/)[\w.~%-]{8,}/giu, '$1…'],
  [/(hooks\.slack\.com\/)[\w/.-]{4,}/giu, '$1…'],
  [/([?&](?:key|token|access_token|api_?key|code|state|sig|signature|ticket)=)[^&\s"'<>]{4,}/giu, '$1…'],
  [/(:\/\/[^\s/:@"']{0,80}:)[^\s/@"']{1,200}@/gu, '$1…@'],
];

/**
 * The redactor of log lines and error messages: what the settings keep secret, and what has the form of a secret.
 * Not for what a report says: a quote stays word for word.
 */
export function createLogRedactor(secrets: readonly string[]): Redact {
  const redact = createRedactor(secrets);
  return (text) => SHAPES.reduce((rest, [shape, instead]) => rest.replaceAll(shape, instead), redact(text));
}
