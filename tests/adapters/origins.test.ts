import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDocuments } from '../../src/adapters/origins/find-documents.ts';
import { guardedFetch } from '../../src/adapters/origins/guarded-fetch.ts';
import { loadLoader } from '../../src/adapters/origins/origin-help.ts';
import { readOrigins } from '../../src/adapters/origins/read-origins.ts';
import { Origin } from '../../src/domain/origin.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';
import { READERS } from '../../src/wiring/readers.ts';
import { aLocalServer } from '../support/a-local-server.ts';
import { aPdf } from '../support/a-pdf.ts';
import { aBucket } from '../support/origins/a-bucket.ts';
import { aNotebook, tableBlock, textBlock } from '../support/origins/a-notebook.ts';
import type { WikiPage } from '../support/origins/a-wiki.ts';
import { aWiki } from '../support/origins/a-wiki.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const SECRETS: Record<string, string> = {
  KEY_ID: 'AKIDEXAMPLE',
  SECRET_KEY: 'secret-key-of-a-test',
  WIKI_TOKEN: 'wiki-token-of-a-test',
  NOTION_TOKEN: 'notion-token-of-a-test',
};
const HELP = {
  secret: (name: string) => SECRETS[name] ?? '',
  allowPrivate: true,
  extensions: ['.pdf', '.md', '.html', '.txt'],
  largest: 1_000_000,
};

/** What an entry of `sources.yaml` gives: names, addresses, and what is in the files. */
async function given(entry: Record<string, unknown>, help = HELP) {
  const documents = await findDocuments(Origin.parse({ name: 'desk', ...entry }), help);
  return Promise.all(documents.map(async ({ open, ...about }) => ({ ...about, ...(await open()) })));
}

/** Outline and rows of a document, read by our own reader. */
async function readBy({ file, bytes }: { file: string; bytes: Uint8Array }) {
  const reader = READERS.find(({ extensions }) => extensions.some((extension) => file.endsWith(extension)));
  if (!reader) throw new RangeError(`no reader for ${file}`);
  const { report, sections, statements } = prepareReport(await reader.read(file, bytes), 'id');
  const rows = statements.flat().filter(({ kind, text }) => kind === 'row' && text.includes(': '));
  return {
    title: report.title,
    publishedOn: report.publishedOn,
    paged: report.paged,
    paths: sections.map(({ path }) => path.join(' › ')),
    rows: rows.map(({ text }) => text),
  };
}

const TABLE =
  '<table><tr><th>Line</th><th>2023</th></tr><tr><td>Strait</td><td>12,400</td></tr><tr><td>Isle</td><td>' +
  '8,050</td></tr></table>';
const WIKI: WikiPage[] = [
  {
    id: '101',
    title: 'Ferries & fares',
    version: { number: 4, when: '2024-03-02T10:00:00.000Z' },
    value:
      '<ac:structured-macro ac:name="info"><ac:parameter ac:name="title">hidden word</ac:parameter>' +
      '<ac:rich-text-body>' +
      `<h2>Passengers</h2><p>Ferries carried 41 million passengers.</p>${TABLE}</ac:rich-text-body>` +
      '</ac:structured-macro>',
  },
  {
    id: '102',
    title: 'Harbours',
    version: { number: 1, when: '2024-01-09T08:00:00.000Z' },
    value: '<p>Fees rose.</p>',
  },
];

describe('a bucket', () => {
  const PDF = aPdf(['Harbour fees rose.']);
  const OBJECTS = new Map<string, Uint8Array>([
    ['reports/2023/annual report.pdf', PDF],
    ['reports/empty.pdf', new Uint8Array()],
    ['reports/photo.png', new Uint8Array(9)],
    ['reports/notes.txt', new TextEncoder().encode('Fares fell.')],
    ['other/private.txt', new TextEncoder().encode('Not meant.')],
  ]);
  const entry = {
    loader: 's3',
    bucket: 'desk-reports',
    prefix: 'reports/',
    keyIdFrom: 'KEY_ID',
    secretKeyFrom: 'SECRET_KEY',
  };

  it('gives its objects in formats that are read, as they are, over all pages of its list', async () => {
    const endpoint = await aLocalServer(aBucket('desk-reports', OBJECTS));
    const found = await given({ ...entry, endpoint });
    expect(found.map(({ bytes, ...about }) => ({ ...about, length: bytes.length }))).toEqual([
      {
        id: 'reports/2023/annual report.pdf',
        address: 's3://desk-reports/reports/2023/annual%20report.pdf',
        version: `"${PDF.length}"`,
        file: 'desk-reports-2023-annual-report.pdf',
        length: PDF.length,
      },
      {
        id: 'reports/notes.txt',
        address: 's3://desk-reports/reports/notes.txt',
        version: '"11"',
        file: 'desk-reports-notes.txt',
        length: 11,
      },
    ]);
  });

  it('says what is wrong with it', async () => {
    const endpoint = await aLocalServer(aBucket('desk-reports', OBJECTS));
    await expect(given({ ...entry, endpoint, keyIdFrom: 'WIKI_TOKEN' })).rejects.toThrow(
      /s3:\/\/desk-reports: InvalidAccessKeyId. Check the entry in sources.yaml/u,
    );
    await expect(given({ ...entry, endpoint }, { ...HELP, allowPrivate: false })).rejects.toThrow(/is no https/u);
  });
});

describe('a space of a wiki', () => {
  const entry = { loader: 'confluence', space: 'SEA', tokenFrom: 'WIKI_TOKEN' };

  it('gives its pages with their headings and tables, each under a name that its next edition has, too', async () => {
    const server = await aLocalServer(aWiki('SEA', WIKI));
    const found = await given({ ...entry, baseUrl: `${server}/wiki/` });
    expect(found.map(({ file, address, version }) => [file, address?.replace(server, 'HOST'), version])).toEqual([
      ['desk-101.html', 'HOST/wiki/spaces/SEA/pages/101', '4 2024-03-02T10:00:00.000Z Ferries & fares'],
      ['desk-102.html', 'HOST/wiki/spaces/SEA/pages/102', '1 2024-01-09T08:00:00.000Z Harbours'],
    ]);
    const [first] = found;
    expect(first && (await readBy(first))).toEqual({
      title: 'Ferries & fares',
      publishedOn: '2024-03-02',
      paged: false,
      paths: ['Passengers'],
      rows: ['Strait: 2023 12,400', 'Isle: 2023 8,050'],
    });
    expect(new TextDecoder().decode(first?.bytes)).not.toContain('hidden word');
  });

  it('is no empty space when the token is wrong', async () => {
    const server = await aLocalServer(aWiki('SEA', WIKI));
    await expect(given({ ...entry, baseUrl: `${server}/wiki`, tokenFrom: 'NOTION_TOKEN' })).rejects.toThrow(
      /answers with status 401/u,
    );
  });
});

describe('a notebook', () => {
  const [root, below] = ['0a1b2c3d4e5f60718293a4b5c6d7e8f9', 'f9e8d7c6b5a493827160f5e4d3c2b1a0'];
  const pages = {
    [root]: {
      title: 'Ferry market',
      edited: '2024-06-01T09:00:00.000Z',
      blocks: [
        textBlock('heading_2', 'Passengers'),
        textBlock('paragraph', 'Ferries carried 41 million passengers.'),
        tableBlock([
          ['Line', '2023'],
          ['Strait', '12,400'],
          ['Isle', '8,050'],
        ]),
        { id: below, type: 'child_page', has_children: true, child_page: { title: 'Fares' } },
      ],
    },
    [below]: { title: 'Fares', edited: '2024-05-01T09:00:00.000Z', blocks: [textBlock('paragraph', 'Fares fell.')] },
  };
  const entry = { loader: 'notion', page: root, tokenFrom: 'NOTION_TOKEN' };

  it('gives a page and those below it, with headings and tables', async () => {
    const baseUrl = await aLocalServer(aNotebook(pages));
    const found = await given({ ...entry, baseUrl });
    expect(found.map(({ id, address }) => [id, address])).toEqual([
      [root, `https://www.notion.so/${root}`],
      [below, `https://www.notion.so/${below}`],
    ]);
    expect(found[0] && (await readBy(found[0]))).toEqual({
      title: 'Ferry market',
      publishedOn: '2024-06-01',
      paged: false,
      paths: ['Passengers'],
      rows: ['Strait: 2023 12,400', 'Isle: 2023 8,050'],
    });
  });

  it('says when its token is refused', async () => {
    const baseUrl = await aLocalServer(aNotebook(pages));
    await expect(given({ ...entry, baseUrl, tokenFrom: 'WIKI_TOKEN' })).rejects.toThrow(/API token is invalid/u);
  });
});

describe('loaders', () => {
  it('reach no private address, and no other host', async () => {
    const elsewhere = await aLocalServer((_request, response) => void response.end('never'));
    const server = await aLocalServer(
      (_request, response) => void response.writeHead(302, { Location: elsewhere }).end(),
    );
    await expect(guardedFetch(false)('https://127.0.0.1/x')).rejects.toThrow(/is an address of this machine/u);
    await expect(guardedFetch(false)('https://localhost/x')).rejects.toThrow(/is an address of this machine/u);
    await expect(guardedFetch(true)(server)).rejects.toThrow(/which is not followed/u);
  });

  it('say what installs a package that is missing', async () => {
    const missing = () => Promise.reject(Object.assign(new Error('no package'), { code: 'ERR_MODULE_NOT_FOUND' }));
    await expect(loadLoader(missing, ['a@1', 'b@2'])).rejects.toThrow('`npm install a@1 b@2` installs it');
  });
});

describe('sources.yaml', () => {
  function read(text: string) {
    const path = join(aTemporaryFolder(), 'sources.yaml');
    writeFileSync(path, text);
    return readOrigins(path);
  }

  it('names places with their audience, and nothing that is secret', () => {
    expect(
      read(
        [
          '- name: wiki',
          '  loader: confluence',
          '  baseUrl: https://desk.example/wiki',
          '  space: SEA',
          '  tokenFrom: WIKI_TOKEN',
          '  audience: { channels: [C0123ABCD] }',
          '  publisher: Harbour Desk',
        ].join('\n'),
      ),
    ).toEqual([
      {
        name: 'wiki',
        loader: 'confluence',
        baseUrl: 'https://desk.example/wiki',
        space: 'SEA',
        tokenFrom: 'WIKI_TOKEN',
        audience: { channels: ['C0123ABCD'], userGroups: [], people: [] },
        publisher: 'Harbour Desk',
      },
    ]);
    expect(readOrigins('/nowhere/sources.yaml')).toEqual([]);
  });

  it.each([
    ['- name: a\n  loader: gopher', /entry 1, loader: /u],
    ['- name: a\n  loader: folder\n  path: x\n  secret: y', /entry 1, .*secret/u],
    [
      '- { name: a, loader: notion, page: 0a1b2c3d4e5f60718293a4b5c6d7e8f9, tokenFrom: secret_x1 }',
      /not the secret itself/u,
    ],
    [
      '- { name: a, loader: folder, path: x }\n- { name: a, loader: folder, path: y }',
      /two entries have the same name/u,
    ],
    ['- [', /cannot be read/u],
  ])('that is %j is corrected in words', (text, why) => {
    expect(() => read(text)).toThrow(why);
  });
});
