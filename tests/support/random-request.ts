import { pick } from './fuzz-runs.ts';
import { aRandomProgramRequest } from './random-program-request.ts';
import { requestLines } from './raw-request.ts';

/** Bytes for a server, made up. */
export interface RandomRequest {
  parts: Buffer[];
  /** What comes after the last byte. */
  ending: 'wait' | 'end' | 'cut';
  /** How many replies are due; undefined: the server may hang up without a word. */
  due?: number;
}

/** Whose pages are asked. */
export interface Target {
  /** The cookie of an editor who is signed in. */
  cookie: string;
  /** Path of a link to sign in, and of a link to a page. */
  signIn: string;
  link: string;
  reportId: string;
  /** A workspace with a library of its own. */
  team: string;
  /** With which programs come in. */
  apiToken: string;
}

type Random = () => number;
type Choice<T> = readonly [T, ...T[]];

const ENDINGS: Choice<RandomRequest['ending']> = ['end', 'end', 'end', 'cut'];

/** Most of them two that pages take. */
const USUAL_METHODS: Choice<string> = [
  'GET',
  'GET',
  'GET',
  'GET',
  'GET',
  'GET',
  'GET',
  'GET',
  'POST',
  'POST',
  'POST',
  'POST',
  'POST',
  'HEAD',
  'PUT',
  'DELETE',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'PROPFIND',
  'M-SEARCH',
];
const METHODS: Choice<string> = [...USUAL_METHODS, 'CONNECT'];
const NO_METHODS: Choice<string> = ['get', 'G ET', '', 'FOO', '\u0000', 'GET'.repeat(30), 'HTTP/1.1', 'PRI'];
/** Each was a way to end the process, or looks like one. */
const BAD_TARGETS: Choice<string> = [
  '//',
  '//:99999/',
  '///',
  '/\\',
  '/\\evil.example/',
  'http://',
  'http://[',
  'http://[::1',
  'https://x:99999/',
  'http://127.0.0.1/',
  '*',
  '',
  ' ',
  '/%',
  '/%zz',
  '/%00',
  '/%ED%A0%80',
  '/%C0%AF',
  '/s/%FF',
  '/reports/%0d%0aX: y',
  '/\u0000',
  '/\u007f',
  '/é',
  '/#',
  '?q=1',
  '.',
  'a',
  'javascript:alert(1)',
  '/..//..//etc/passwd',
  '//slack/events',
  'http://[/slack/events',
  '/w//',
  '/w/%2F%2F',
  '\t/',
  '/ /',
];
const QUESTIONS: Choice<string> = [
  '',
  ' ',
  'x',
  '市占率',
  'EUV?',
  '%',
  '\u0000',
  '<script>',
  "' OR 1=1 --",
  '"',
  '*',
  'NEAR(',
  '1 1 1 1',
  'q'.repeat(2001),
  '，'.repeat(300),
  '\ud800',
  'constructor',
  '__proto__',
];
const TYPES: Choice<string> = [
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=x',
  'multipart/form-data; boundary=a',
  'application/json',
  'text/plain',
  '',
  ';;;',
  'a'.repeat(300),
];
const HOSTS: Choice<string> = [
  'localhost',
  'evil.example',
  '',
  '[',
  '[::1]:1',
  'a@127.0.0.1',
  '127.0.0.1:99999',
  '0.0.0.0',
  '127.0.0.1, evil.example',
  'x'.repeat(300),
  '%00',
  'é',
];

/** A request as somebody sends it who means ill, or has a broken client. */
export function aRandomRequest(target: Target, random: Random): RandomRequest {
  const kind = random();
  if (kind < 0.45) return { parts: [Buffer.from(wellFormed(target, random))], ending: 'wait', due: 1 };
  if (kind < 0.55) return pipelined(target, random);
  const bytes =
    random() < 0.5 ? damaged(wellFormed(target, random), random) : Buffer.from(malformed(target, random), 'latin1');
  const ending = pick(ENDINGS, random);
  if (random() < 0.3) return { parts: cutUp(bytes, random), ending };
  return { parts: [ending === 'cut' ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes], ending };
}

/** HTTP as it should be, whatever it asks for. */
function wellFormed(target: Target, random: Random, last = true): string {
  if (last && random() < 0.2) return aRandomProgramRequest(target, random);
  const method = pick(USUAL_METHODS, random);
  const isForm = method === 'POST' || random() < 0.1;
  const body = isForm ? formBody(target, random) : '';
  const headers: Record<string, string> = {
    ...(last ? {} : { Connection: 'keep-alive' }),
    ...(isForm ? { 'Content-Type': pick(TYPES, random) } : {}),
    ...someHeaders(target, random),
  };
  if (body !== '' && random() < 0.2) return chunkedLines(method, path(target, random), headers, body);
  return requestLines(method, path(target, random), headers, body);
}

function chunkedLines(method: string, address: string, headers: Record<string, string>, body: string): string {
  return (
    requestLines(method, address, { ...headers, 'Transfer-Encoding': 'chunked' }) +
    `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`
  );
}

/** Several in one go: each has its reply, in order. */
function pipelined(target: Target, random: Random): RandomRequest {
  const get = (last: boolean) =>
    requestLines('GET', pick(['/', '/check', '/assets/ask.js', '/nowhere', '/review', '/%zz', '//'], random), {
      Connection: last ? 'close' : 'keep-alive',
      ...someHeaders(target, random),
    });
  const count = 2 + Math.floor(random() * 4);
  return {
    parts: [Buffer.from(Array.from({ length: count }, (_, at) => get(at === count - 1)).join(''))],
    ending: 'wait',
    due: 1,
  };
}

function path({ signIn, link, reportId, team }: Target, random: Random): string {
  const question = encodeURIComponent(pick(QUESTIONS, random).toWellFormed());
  const number = pick(['1', '2', '0', '-1', '999999', '9999999', '1.png', '2.png', 'x', '1e3', '%31'], random);
  const base =
    random() < 0.75 ? '' : pick([`/w/${team}`, `/w/${team}`, '/w/TNOBODY', '/w/t', '/w/', '/w/../', '/./'], random);
  return (
    base +
    pick(
      [
        '/',
        '/',
        `/?q=${question}`,
        `/?q=${question}&stream=1`,
        '/?q',
        '/?q=a&q=b',
        '/summary',
        `/summary?q=${question}&length=${number}`,
        `/summary?q=a&report=${reportId}&span=5-${number}`,
        '/check',
        '/flag',
        '/review',
        `/review?at=${question}`,
        '/review?given=verified&entry=1',
        '/review/log.csv',
        '/review/log.json',
        '/review/log.xml',
        '/sign-out',
        signIn,
        `${signIn}x`,
        '/sign-in/',
        '/sign-in/a.b',
        link,
        `${link}/${number}`,
        `${link}x`,
        '/s/',
        '/s/a.b.c',
        '/s',
        `/reports/${reportId}`,
        `/reports/${reportId}/pages/${number}`,
        `/reports/${reportId}/pages/1?quote=${number}-9&find=${question}`,
        `/reports/${question}`,
        '/reports',
        '/reports/',
        '/assets/footnote.css',
        '/assets/',
        '/assets/../config.ts',
        '/slack/events',
        '/slack/install',
        `/slack/oauth_redirect?code=${question}&state=${number}`,
        '/slack/',
        '/nowhere',
        `/${'a/'.repeat(200)}`,
        `/${'%41'.repeat(500)}`,
        `/${pick(BAD_TARGETS, random).replaceAll(/[^!-~]/gu, '')}`,
      ],
      random,
    )
  );
}

function someHeaders({ cookie }: Target, random: Random): Record<string, string> {
  const headers: Record<string, string> = {};
  const maybe = (name: string, values: Choice<string>, chance = 0.15) => {
    if (random() < chance) headers[name] = pick(values, random);
  };
  maybe('Host', HOSTS, 0.08);
  maybe(
    'Cookie',
    [
      cookie,
      cookie,
      'footnote_editor=',
      'footnote_editor=%',
      `${cookie}; ${cookie}`,
      ';;;=',
      `a=${'b'.repeat(4000)}`,
      'footnote_editor="x"',
    ],
    0.4,
  );
  maybe('Origin', ['http://127.0.0.1', 'null', 'https://evil.example', '::', 'http://[']);
  maybe('Sec-Fetch-Site', ['same-origin', 'cross-site', 'none', 'x']);
  maybe('Sec-Fetch-Mode', ['navigate', 'cors', 'x']);
  maybe('Accept-Language', ['zh-CN', 'en', '*;q=9', 'z'.repeat(2000)]);
  maybe('X-Forwarded-For', ['1.2.3.4', ',,,', 'x', '::1', '1.1.1.1,'.repeat(300)]);
  maybe('X-Request-Id', ['a', '../..', 'b'.repeat(500)]);
  maybe('Accept-Encoding', ['gzip', 'x']);
  maybe('Content-Encoding', ['gzip', 'x'], 0.05);
  maybe('Range', ['bytes=0-', 'bytes=9-1'], 0.05);
  maybe('If-None-Match', ['*'], 0.05);
  maybe('Expect', ['100-continue'], 0.03);
  maybe('X-Slack-Signature', ['v0=00', ''], 0.1);
  maybe('X-Slack-Request-Timestamp', ['0', '99999999999', 'x'], 0.1);
  return headers;
}

function formBody({ reportId }: Target, random: Random): string {
  if (random() < 0.1)
    return pick(
      [
        '{"type":"url_verification","challenge":"a"}',
        '{',
        'payload=%7B',
        'ssl_check=1',
        '&&&===',
        '%',
        '%ff=%ff',
        '=',
        '\u0000',
      ],
      random,
    );
  if (random() < 0.03) return `draft=${'a'.repeat(600_000)}`;
  if (random() < 0.05) return `q=${'b'.repeat(40_000)}`;
  const fields = new URLSearchParams();
  for (const name of [
    'q',
    'draft',
    'id',
    'reason',
    'token',
    'citation',
    'verdict',
    'seen',
    'note',
    'length',
    'stream',
    'report',
    'span',
  ]) {
    if (random() < 0.4)
      fields.append(name, pick([pick(QUESTIONS, random), reportId, 'verified', '1', '-1', 'NaN'], random).slice(0, 60));
  }
  return fields.toString();
}

/** What no HTTP client of good will writes. */
function malformed(target: Target, random: Random): string {
  const method = random() < 0.2 ? pick(NO_METHODS, random) : pick(METHODS, random);
  const address = random() < 0.7 ? pick(BAD_TARGETS, random) : path(target, random);
  const version =
    random() < 0.9
      ? 'HTTP/1.1'
      : pick(['HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/9.9', 'HTP/1.1', '', 'HTTP/1.1 x'], random);
  const lines = [
    `Host: ${random() < 0.8 ? '127.0.0.1' : pick(HOSTS, random)}`,
    ...Array.from({ length: Math.floor(random() * 4) }, () => badHeader(random)),
  ];
  const end = random() < 0.9 ? '\r\n' : pick(['\n', '\r', '\r\r\n'], random);
  return (
    `${method} ${address} ${version}${end}${lines.map((line) => line + end).join('')}${end}` +
    (random() < 0.5 ? formBody(target, random) : '')
  );
}

function badHeader(random: Random): string {
  return pick(
    [
      'Content-Length: 4',
      'Content-Length: 5',
      'Content-Length: -1',
      'Content-Length: 1e9',
      'Content-Length: 99999999999999999999',
      'Content-Length: 4, 4',
      'Content-Length : 4',
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: gzip, chunked',
      'Transfer-Encoding: chunked, identity',
      'Transfer-Encoding: xchunked',
      'Transfer-Encoding:\tchunked',
      ' folded',
      '\tfolded',
      'No colon',
      ': no name',
      'Bad name: x',
      'X-Null: a\u0000b',
      'X-Bare: a\nX-Smuggled: b',
      `X-Long: ${'a'.repeat(70_000)}`,
      'Host: evil.example',
      'Connection: upgrade',
      'Upgrade: websocket',
      'Upgrade: h2c',
      'Expect: nonsense',
      'Trailer: Host',
      'TE: trailers',
      'Content-Type: application/x-www-form-urlencoded',
      'Cookie: \u00ff',
      `X: ${'\u00ff'.repeat(100)}`,
      ...manyHeaders(random),
    ],
    random,
  );
}

function manyHeaders(random: Random): string[] {
  return random() < 0.1 ? [Array.from({ length: 3000 }, (_, at) => `X-${at}: y`).join('\r\n')] : [];
}

/** Some bytes are other ones, or missing, or twice there. */
function damaged(request: string, random: Random): Buffer {
  const bytes = Buffer.from(request);
  const at = Math.floor(random() * Math.min(bytes.length, 400));
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const noise = Buffer.from(Array.from({ length: 1 + Math.floor(random() * 8) }, () => Math.floor(random() * 256)));
  return pick(
    [
      Buffer.concat([before, noise, after]),
      Buffer.concat([before, after.subarray(noise.length)]),
      Buffer.concat([before, after, after]),
      Buffer.concat([before, noise, after.subarray(noise.length)]),
    ],
    random,
  );
}

function cutUp(bytes: Buffer, random: Random): Buffer[] {
  const cuts = Array.from({ length: 1 + Math.floor(random() * 4) }, () => Math.floor(random() * bytes.length)).toSorted(
    (a, b) => a - b,
  );
  return [0, ...cuts].map((start, index) => bytes.subarray(start, cuts[index] ?? bytes.length));
}
