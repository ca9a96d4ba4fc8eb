import { once } from 'node:events';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { wireServices } from '../../src/wiring/wire-services.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const SAMPLES = ['ai-ipo-2020.txt', 'chips-2024.pdf', 'cloud-market-2020.pdf'].map((name) =>
  resolve(import.meta.dirname, '../../samples', name),
);

describe('the questions on the start page', () => {
  it('are about the reports that are there, and each has its answer; of an empty index there are none', async () => {
    const config = parseConfig({ INDEX_DIR: aTemporaryFolder() });
    const footnote = await wireFootnote(config);
    const { web, warm, close } = wireServices(config, footnote, () => undefined);
    await once(web.listen(0, '127.0.0.1'), 'listening');
    const address = web.address();
    const read = async (path: string) =>
      (await fetch(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}${path}`)).text();
    const empty = await read('/');
    await footnote.ingest(SAMPLES);
    await warm();
    let links: string[] = [];
    for (const patience = Date.now() + 30_000; links.length === 0 && Date.now() < patience;)
      links = [...(await read('/')).matchAll(/href="(\/\?q=[^"]+)"/gu)].map(([, link = '']) => link);
    const answers = await Promise.all(links.map(read));
    await close();
    await footnote.close();
    expect([
      /href="\/\?q=/u.test(empty),
      links.length,
      answers.filter((page) => page.includes('id="source-1"')).length,
    ]).toEqual([false, 3, 3]);
  });
});
