import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { EVERYONE_ONLY, OPERATOR } from '../../src/domain/audience.ts';
import type { TakenDocument } from '../../src/domain/origin.ts';
import { openOrigins } from '../../src/wiring/open-origins.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { aLocalServer } from '../support/a-local-server.ts';
import type { WikiPage } from '../support/origins/a-wiki.ts';
import { aWiki } from '../support/origins/a-wiki.ts';
import { aQuestion } from '../support/builders.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

function aPage(id: string, number: number, value: string): WikiPage {
  return { id, title: `Ferry notes ${id}`, value, version: { number, when: `2024-0${number}-02T10:00:00.000Z` } };
}

const FARES = '<h2>Fares</h2><p>The average fare of all lines rose to 14 dollars.</p>';

describe('places in sources.yaml', () => {
  it('give their documents as reports, and what became of each is known', async () => {
    const pages = [aPage('1', 1, FARES), aPage('2', 1, '<p>Harbour fees rose by 3 percent.</p>')];
    const server = await aLocalServer(aWiki('SEA', pages));
    const folder = aTemporaryFolder();
    const sourcesFile = join(folder, 'sources.yaml');
    writeFileSync(
      sourcesFile,
      `- { name: wiki, loader: confluence, baseUrl: "${server}/wiki", space: SEA, tokenFrom: WIKI_TOKEN,
           audience: { channels: [C0123ABCD] }, publisher: Harbour Desk, series: Ferry Notes }`,
    );
    const config = parseConfig({ INDEX_DIR: folder, SOURCES_FILE: sourcesFile, ALLOW_PRIVATE_ADDRESSES: 'on' });
    const footnote = await wireFootnote(config);
    const origins = openOrigins(config, footnote);
    onTestFinished(async () => {
      origins.close();
      await footnote.close();
    });
    const [wiki] = origins.listed;
    const update = async () => (wiki ? states(await origins.update(wiki, () => 'wiki-token-of-a-test')) : {});

    const first = await update();
    pages[0] = aPage('1', 2, FARES.replace('14', '15'));
    pages[1] = aPage('3', 1, '<p> </p>');
    expect([first, await update(), await update()]).toEqual([
      { '1': 'added', '2': 'added' },
      { '1': 'replaced', '3': 'failed', '2': 'gone' },
      { '1': 'unchanged', '3': 'failed', '2': 'gone' },
    ]);
    expect(states(await origins.taken())).toEqual({ '1': 'unchanged', '3': 'failed', '2': 'gone' });

    const reports = await footnote.library.seenBy(OPERATOR).reports();
    expect(reports.map(({ file, title, publisher, address }) => [file, title, publisher, address])).toEqual([
      ['wiki-1.html', 'Ferry Notes 2024-02-02', 'Harbour Desk', `${server}/wiki/spaces/SEA/pages/1`],
      ['wiki-2.html', 'Ferry Notes 2024-01-02', 'Harbour Desk', `${server}/wiki/spaces/SEA/pages/2`],
    ]);
    expect(await footnote.library.seenBy(EVERYONE_ONLY).reports()).toEqual([]);
    const answer = await footnote.seenBy(OPERATOR).extract(aQuestion({ text: 'How high was the average fare?' }));
    expect(JSON.stringify(answer)).toContain('rose to 15 dollars');
  });
});

function states(taken: readonly TakenDocument[]): Record<string, string> {
  return Object.fromEntries(taken.map(({ document, state }) => [document, state]));
}
