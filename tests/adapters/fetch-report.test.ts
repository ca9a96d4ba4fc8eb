import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fetchReport } from '../../src/adapters/readers/fetch-report.ts';
import { isPrivate } from '../../src/adapters/readers/public-addresses.ts';
import { aLocalServer } from '../support/a-local-server.ts';
import { aPdf } from '../support/a-pdf.ts';

const LOCAL = { allowPrivate: true };

function sending(type: string, body: string | Uint8Array): RequestListener {
  return (_request, response) => response.writeHead(200, { 'Content-Type': type }).end(body);
}

describe('a report at an address', () => {
  it('is what it is and not what it is called', async () => {
    const pdf = aPdf(['Harbour fees rose.']);
    const server = await aLocalServer(sending('application/octet-stream', pdf));
    const { name, bytes } = await fetchReport(`${server}/2020/annual%20report?part=1`, LOCAL);
    expect([name.replace(/^127\.0\.0\.1-\d+/u, 'HOST'), [...bytes]]).toEqual([
      'HOST-2020-annual-report-part-1.pdf',
      [...pdf],
    ]);
    const page = await aLocalServer(sending('application/pdf', '<!doctype html><title>Gone</title>'));
    expect((await fetchReport(`${page}/report.pdf`, LOCAL)).name).toMatch(/report\.html$/u);
  });

  it.each([
    ['https://127.0.0.1/report.pdf', /127\.0\.0\.1: is an address of this machine or its network/u],
    ['https://[::1]/report.pdf', /is an address of this machine or its network/u],
    ['https://[::ffff:10.0.0.1]/report.pdf', /is an address of this machine or its network/u],
    ['https://2130706433/report.pdf', /127\.0\.0\.1: is an address of this machine/u],
    ['https://localhost/report.pdf', /localhost: is an address of this machine or its network/u],
    ['http://example.com/report.pdf', /is no https:\/\/ address/u],
    ['https://name:word@example.com/report.pdf', /has a name or password in its address/u],
  ])('is not fetched from %s', async (address, why) => {
    await expect(fetchReport(address, { allowPrivate: false })).rejects.toThrow(why);
  });

  it('is found behind a redirect, and not behind endless ones', async () => {
    const server = await aLocalServer((request, response) => {
      if (request.url === '/new') sending('text/plain', 'Harbour fees rose.')(request, response);
      else response.writeHead(302, { Location: request.url === '/old' ? '/new' : '/again' }).end();
    });
    expect((await fetchReport(`${server}/old`, LOCAL)).name).toMatch(/-new\.txt$/u);
    await expect(fetchReport(`${server}/again`, LOCAL)).rejects.toThrow(/again: redirects again and again/u);
  });

  it('ends at its limits, and says what an address answers', async () => {
    const server = await aLocalServer((request, response) => {
      if (request.url === '/large') sending('text/plain', 'x'.repeat(2_000_000))(request, response);
      else if (request.url === '/picture.png') sending('image/png', '\u0089PNG')(request, response);
      else if (request.url !== '/slow') response.writeHead(404).end();
    });
    const fails = (path: string) => fetchReport(server + path, { ...LOCAL, maxBytes: 1_048_576, timeoutMs: 300 });
    await expect(fails('/large')).rejects.toThrow(/large: is larger than 1 MB/u);
    await expect(fails('/slow')).rejects.toThrow(/slow: takes longer than 0.3 seconds/u);
    await expect(fails('/gone')).rejects.toThrow(/gone: answers with status 404/u);
    await expect(fails('/picture.png')).rejects.toThrow(/is neither a page nor a report \(image\/png\)/u);
  });
});

describe('an address of the internet protocol', () => {
  it('is private unless everybody reaches it', () => {
    const all = [
      '8.8.8.8',
      '2606:4700::1111',
      '10.1.2.3',
      '172.31.0.1',
      '169.254.169.254',
      '100.64.0.1',
      '192.168.1.1',
    ];
    const odd = [
      '0.0.0.0',
      '224.0.0.1',
      'fe80::1',
      'fd00::1',
      '::',
      '::ffff:8.8.8.8',
      '64:ff9b::a00:1',
      '2002:a00:1::1',
    ];
    expect([...all, ...odd].filter((ip) => !isPrivate(ip))).toEqual(['8.8.8.8', '2606:4700::1111']);
  });
});
