import { describe, expect, it } from 'vitest';
import { txtReader } from '../../src/adapters/readers/txt-reader.ts';
import { findContents } from '../../src/ingest/find-contents.ts';
import { joinLines } from '../../src/ingest/join-lines.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';

describe('a text of very many lines', () => {
  it('without an empty one is one paragraph, put together once', () => {
    const lines = Array.from({ length: 40_000 }, (_, at) => `Quay ${at} of the harbour took in more cargo, as quay`);
    const source = lines.map((text) => ({ text, endsParagraph: false }));
    expect(joinLines([{ lines: source }]).map(({ text }) => text)).toEqual([lines.join(' ')]);
  });

  it('in two scripts joins each line as its paragraph is written', () => {
    const source = ['码头吞吐量为12', '5万吨', 'and 3', '4 cranes'].map((text) => ({ text, endsParagraph: false }));
    expect(joinLines([{ lines: source }]).map(({ text }) => text)).toEqual(['码头吞吐量为125万吨and 34 cranes']);
  });

  it('may have more lines than a call takes arguments', () => {
    const lines = Array.from({ length: 150_000 }, () => ({ text: 'Quay' }));
    expect(findContents([{ lines }])).toBeUndefined();
  });

  it('gives a sign of life for each portion of its passages', async () => {
    const text = Array.from({ length: 250 }, (_, at) => `## Quay ${at}\n\nIt took in ${at} tonnes of cargo.\n`);
    const source = await txtReader.read('quays.txt', Buffer.from(text.join('\n')));
    let signs = 0;
    const { chunks, statements } = prepareReport(source, undefined, undefined, () => (signs += 1));
    expect({ signs, chunks: chunks.length, statements: statements.length }).toEqual({
      signs: 3,
      chunks: 250,
      statements: 250,
    });
  });
});
