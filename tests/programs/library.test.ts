import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EVERYONE_ONLY } from '../../src/domain/audience.ts';
import type { OpenedFootnote } from '../../src/library.ts';
import { ConfigurationError, FootnoteRetriever, openFootnote, RefusedError } from '../../src/library.ts';
import type { ProgramCall } from '../support/program-calls.ts';
import { PROGRAM_CALLS } from '../support/program-calls.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';
import { aLibraryOfTwo } from '../support/two-reports.ts';

/** The library of two reports, opened as another program does, with the eyes of everyone. */
async function anOpened(): Promise<OpenedFootnote> {
  const house = await aLibraryOfTwo();
  const footnote = await openFootnote({ index: house.config.indexDirectory, viewer: EVERYONE_ONLY });
  onTestFinished(async () => {
    await footnote.close();
    await house.close();
  });
  return footnote;
}

/** Calls what has the name of an operation, as a program in JavaScript can: with anything. */
function callOf(footnote: OpenedFootnote, { name }: ProgramCall, given: unknown): Promise<unknown> {
  const called: unknown = Reflect.get(footnote, name);
  if (typeof called !== 'function') throw new TypeError(`There is no ${name}.`);
  return Promise.resolve(Reflect.apply(called, footnote, [given]));
}

describe('the package as a library', () => {
  it('gives what every other door gives, and throws their words', async () => {
    const footnote = await anOpened();
    for (const call of PROGRAM_CALLS) {
      expect(await callOf(footnote, call, call.given)).toEqual(call.result);
      if (call.name === 'reports') continue;
      const refused = callOf(footnote, call, call.bad);
      await expect(refused).rejects.toThrow(RefusedError);
      await expect(refused).rejects.toThrow(call.problem);
    }
  });

  it('takes a text for a request that needs no more', async () => {
    const footnote = await anOpened();
    expect(await footnote.ask('2020年第三季度谷歌云的市占率是多少？')).toMatchObject({ status: 'answered' });
    expect(await footnote.search('市占率')).toMatchObject({ hits: [{ page: 8 }, {}, {}] });
    expect(await footnote.check('2020年第三季度，亚马逊云的市占率为30%。')).toMatchObject({
      claims: [{ verdict: 'contradicted' }],
    });
    expect(await footnote.summarize('展望')).toMatchObject({ section: { path: ['展望'] } });
    expect(await footnote.figures('市占率')).toMatchObject({ figures: [{}, {}] });
  });

  it('takes files in, and reads no settings but those that it is given', async () => {
    const folder = aTemporaryFolder();
    const file = join(folder, 'cloud.txt');
    writeFileSync(file, '云市场月报\n\n亚马逊云的市占率为32%。\n');
    const footnote = await openFootnote({ index: join(folder, 'index'), settings: { OCR: 'off' } });
    onTestFinished(() => footnote.close());
    expect(await footnote.ingest([file])).toMatchObject({ added: [{ file: 'cloud.txt' }], unchanged: [], refused: [] });
    expect(await footnote.ask('亚马逊云的市占率是多少？')).toMatchObject({ answer: '亚马逊云的市占率为32%。' });
    await expect(openFootnote({ index: folder, settings: { PORT: 'x' } })).rejects.toThrow(ConfigurationError);
  });
});

describe('the retriever for LangChain', () => {
  it('gives passages as documents, best first, to a chain', async () => {
    const retriever = new FootnoteRetriever({ footnote: await anOpened(), k: 1, reports: ['cloud'] });
    const chain = retriever.pipe((documents) => documents.map(({ pageContent }) => pageContent).join('\n'));
    expect(await retriever.invoke('市占率')).toMatchObject([
      {
        pageContent: '2020年第三季度，亚马逊云的市占率为32%。\n2020年第三季度，谷歌云的市占率为7%。',
        metadata: { report: 'cdcdcdcdcdcd', page: 8, pageEnd: 8, section: ['市场份额'], score: expect.any(Number) },
      },
    ]);
    expect(await chain.invoke('市占率')).toContain('32%');
    await expect(retriever.invoke(' ')).rejects.toThrow('Please write your question first.');
  });
});
