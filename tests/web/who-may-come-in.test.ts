import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHostCheck } from '../../src/web/allowed-hosts.ts';
import { visitorAddress } from '../../src/web/visitor-address.ts';
import { requestLines, sendRaw } from '../support/raw-request.ts';
import { aWebServer } from '../support/web.ts';

const HOSTS = [
  'localhost',
  'LOCALHOST:3000',
  '127.0.0.1:1',
  '[::1]:3000',
  'footnote.example',
  'footnote.example:443',
  'footnote.example.',
  'inner',
  '10.0.0.7:3000',
  '[2001:db8::1]',
  'evil.example',
  '0.0.0.0',
  'localhost.evil.example',
  'footnote.example@evil.example',
  '',
  'a b',
  '127.0.0.1:99999999',
];

describe('the host that is asked for', () => {
  it('is a name of this machine for itself, where nothing else is set', () => {
    const isOurs = createHostCheck({ listensOn: '127.0.0.1', allowed: [] });
    expect(HOSTS.filter(isOurs)).toEqual(['localhost', 'LOCALHOST:3000', '127.0.0.1:1', '[::1]:3000']);
  });

  it('may be that of the address under which people come, and others that are allowed', () => {
    const isOurs = createHostCheck({
      listensOn: '127.0.0.1',
      baseUrl: 'https://Footnote.example/x',
      allowed: ['Inner'],
    });
    expect(HOSTS.filter(isOurs)).toEqual([
      'localhost',
      'LOCALHOST:3000',
      '127.0.0.1:1',
      '[::1]:3000',
      'footnote.example',
      'footnote.example:443',
      'footnote.example.',
      'inner',
    ]);
  });

  it.each(['0.0.0.0', '::', '10.0.0.7'])(
    'may be any address in numbers where the server listens beyond this machine: %s',
    (listensOn) => {
      const isOurs = createHostCheck({ listensOn, allowed: [] });
      expect(HOSTS.filter(isOurs)).toEqual([
        'localhost',
        'LOCALHOST:3000',
        '127.0.0.1:1',
        '[::1]:3000',
        '10.0.0.7:3000',
        '[2001:db8::1]',
      ]);
    },
  );
});

describe('a visitor', () => {
  const from = (peer: string, forwarded: string | undefined, behindProxy = true) =>
    visitorAddress(peer, forwarded, behindProxy);

  it('has the address of the connection, unless a proxy of ours says otherwise', () => {
    expect([
      from('203.0.113.9', undefined),
      from('127.0.0.1', '203.0.113.5', false),
      from('203.0.113.9', '203.0.113.5'),
      from('::ffff:10.0.0.2', '203.0.113.5'),
      from('127.0.0.1', '203.0.113.5, 10.0.0.3'),
      from('10.0.0.2', '192.168.1.4'),
    ]).toEqual(['203.0.113.9', '127.0.0.1', '203.0.113.9', '203.0.113.5', '203.0.113.5', '192.168.1.4']);
  });

  it('cannot make up another one before that which the proxy adds', () => {
    expect([
      from('127.0.0.1', '198.51.100.1, 203.0.113.5'),
      from('127.0.0.1', 'nonsense'),
      from('127.0.0.1', ' , ,'),
    ]).toEqual(['203.0.113.5', '127.0.0.1', '127.0.0.1']);
  });
});

describe('a page of another site', () => {
  let web: Awaited<ReturnType<typeof aWebServer>>;
  let asked: string[];
  beforeEach(async () => {
    asked = [];
    web = await aWebServer({
      slack: () => void asked.push('slack'),
      answerQuestion: ({ text }) => (asked.push(text), Promise.reject(new Error('asked'))),
    });
  });
  afterEach(() => web.close());

  const send = (method: string, target: string, headers: Record<string, string>, body = '') =>
    sendRaw(web.url, [requestLines(method, target, headers, body)]);

  it('whose name was pointed at this machine reads nothing, asks nothing and reaches no door of Slack', async () => {
    const targets = ['/', '/?q=who', `/reports/${web.stored.report.id}`, '/assets/ask.js', '/slack/install'];
    const replies = [
      ...(await Promise.all(targets.map((target) => send('GET', target, { Host: 'evil.example' })))),
      await send('POST', '/slack/events', { Host: 'evil.example' }, '{}'),
    ];
    expect(
      replies.map(({ status, text }) => [status, text.includes('under this host name'), text.includes('云市场月报')]),
    ).toEqual(replies.map(() => [421, true, false]));
    expect(asked).toEqual([]);
    expect(web.log).toEqual([
      'Requests for "evil.example" are refused: BASE_URL or ALLOWED_HOSTS would have to name it.',
    ]);
  });

  it('has a browser send no question: neither as a form, nor as a picture, a frame or a script', async () => {
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const replies = [
      await send('POST', '/', { ...type, Origin: 'https://evil.example' }, 'q=who'),
      await send('POST', '/', { ...type, Origin: 'null' }, 'q=who'),
      await send(
        'POST',
        '/summary',
        { ...type, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' },
        'q=who',
      ),
      await send('GET', '/?q=who', {
        'Sec-Fetch-Site': 'cross-site',
        'Sec-Fetch-Mode': 'no-cors',
        'Sec-Fetch-Dest': 'image',
      }),
      await send('GET', '/?q=who', {
        'Sec-Fetch-Site': 'same-site',
        'Sec-Fetch-Mode': 'navigate',
        'Sec-Fetch-Dest': 'iframe',
      }),
    ];
    expect([replies.map(({ status }) => status), asked]).toEqual([[403, 403, 403, 403, 403], []]);
  });

  it('may link to a page, and our own forms are taken', async () => {
    const followed = await send('GET', '/', {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    });
    const own = await send(
      'POST',
      '/check',
      {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Sec-Fetch-Site': 'same-origin',
        Origin: 'http://127.0.0.1',
      },
      'draft=a',
    );
    const older = await send(
      'POST',
      '/check',
      { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://127.0.0.1' },
      'draft=a',
    );
    expect([followed.status, own.status, older.status]).toEqual([200, 200, 200]);
  });
});
