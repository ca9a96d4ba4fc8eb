import { describe, expect, it } from 'vitest';
import { createLogRedactor } from '../../src/outlets/log-redactor.ts';
import { createRedactor } from '../../src/outlets/redactor.ts';
import { fuzzRuns, pick, seeded } from '../support/fuzz-runs.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_+/="&.é';

function aSecret(random: () => number): string {
  return Array.from(
    { length: 16 + Math.floor(random() * 40) },
    () => LETTERS[Math.floor(random() * LETTERS.length)],
  ).join('');
}

/** Ways in which a server or a library gives back what it was given. */
const WAYS: readonly [
  (secret: string, random: () => number) => string,
  ...((secret: string, random: () => number) => string)[],
] = [
  (secret) => secret,
  (secret) => secret.toUpperCase(),
  (secret) => encodeURIComponent(secret),
  (secret) => encodeURIComponent(encodeURIComponent(secret)).replaceAll('%25', '%'),
  (secret) => JSON.stringify(secret),
  (secret) => JSON.stringify(JSON.stringify({ key: secret })),
  (secret) =>
    secret
      .split('')
      .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  (secret) =>
    secret
      .split('')
      .map((letter) => `&#${letter.charCodeAt(0)};`)
      .join(''),
  (secret) => secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  (secret) => secret.split('').join('\u200b'),
  (secret) => secret.replaceAll(/.{7}/gu, '$&\n  '),
  (secret, random) =>
    Buffer.from('x'.repeat(Math.floor(random() * 4)) + secret + 'y'.repeat(Math.floor(random() * 4))).toString(
      'base64',
    ),
  (secret) => Buffer.from(`user:${secret}`).toString('base64url'),
  (secret) => Buffer.from(secret).toString('hex'),
  (secret, random) => secret.slice(0, 12 + Math.floor(random() * (secret.length - 12))),
  (secret) => secret.slice(-12),
];

/** Longest run of a secret's own characters that is left, whatever stands between them. */
function longestLeft(secret: string, text: string): number {
  const plain = text.replaceAll(/[\s\u200b\\]/gu, '').toLowerCase();
  const bare = secret.replaceAll(/[\s\\]/gu, '').toLowerCase();
  for (let length = bare.length; length > 0; length--)
    for (let at = 0; at + length <= bare.length; at++) if (plain.includes(bare.slice(at, at + length))) return length;
  return 0;
}

describe('the redactor', () => {
  it('finds a secret and its pieces in whatever form it comes back', () => {
    const random = seeded(1);
    for (let run = 0; run < fuzzRuns({ short: 1500, long: 30_000 }); run++) {
      const secret = aSecret(random);
      const redact = createRedactor([aSecret(random), secret]);
      const form = pick(WAYS, random)(secret, random);
      const said = redact(`Incorrect API key provided: ${form}. See the docs.`);
      expect(said).toContain('[secret]');
      expect([
        longestLeft(secret, said) < 12,
        said.startsWith('Incorrect API key provided: '),
        said.includes('See the docs.'),
      ]).toEqual([true, true, true]);
    }
  });

  it('leaves what is no secret as it is', () => {
    const redact = createRedactor(['sk-proj-4f9a8b7c6d5e4f3a2b1c', 'ollama', '']);
    const text = '亚马逊云第三季度市占率为32% \\n ollama:llama3 sk-proj-… https://example.com/%E4%BA%91?a=1&b=2 👩‍💻';
    expect(redact(text)).toBe(text);
  });

  // A pattern that is not linear here would not end while the test may run.
  it('comes to an end on long texts of every kind', () => {
    const redact = createLogRedactor(['sk-proj-4f9a8b7c6d5e4f3a2b1c']);
    for (const piece of ['\\', '%', '&#', 'a', ' ', '\\u', '://a:', 'cookie ', 'bearer ', '云'])
      expect(redact(piece.repeat(100_000 / piece.length))).not.toBe('');
  });
});

describe('the redactor of the log', () => {
  it.each([
    ['xoxb-123456789012-abcdefABCDEF is not valid', '[secret] is not valid'],
    ['{"Authorization":"Bearer abc.def-ghi"}', '{"Authorization":"[secret]"}'],
    ['authorization: Basic dXNlcjpwYXNz, host: x', 'authorization: [secret], host: x'],
    ['x-api-key=0123456789', 'x-api-key=[secret]'],
    ['Incorrect API key provided: sk-abcdef0123456789', 'Incorrect API key provided: [secret]'],
    ['GET /s/eyJjb250ZW50Ijp7.abc-def?x=1', 'GET /s/…?x=1'],
    ['GET /w/T1/sign-in/eyJjb250ZW50Ijp7.abc', 'GET /w/T1/sign-in/…'],
    ['POST https://hooks.slack.com/commands/T1/2/abc failed', 'POST https://hooks.slack.com/… failed'],
    [
      'https://generativelanguage.example/v1?key=AIzaSyA-1234567890abcdefghij&alt=sse',
      'https://generativelanguage.example/v1?key=…&alt=sse',
    ],
    ['postgres://footnote:hunter2@db/footnote', 'postgres://footnote:…@db/footnote'],
    ['cookie: footnote_editor=eyJjb250.abc; Path=/', 'cookie: [secret]; Path=/'],
    ['The report sk-2 says 32% of basic materials.', 'The report sk-2 says 32% of basic materials.'],
  ])('knows secrets by their form: %s', (line, redacted) => {
    expect(createLogRedactor([])(line)).toBe(redacted);
  });
});
