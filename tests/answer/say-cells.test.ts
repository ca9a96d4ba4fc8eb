import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/domain/answer.ts';
import { readReport } from '../contracts/reader.ts';
import { aLibraryOf } from '../support/answer-from.ts';

const PORTS = `# Harbours of the coast
## Cargo
Tonnes, in thousands

| Harbour | 2019 | 2020 | Change |
|---|---|---|---|
| Eastport | 31 | 35 | 12.9% |
| Westport | 22 | 19 | (13.6%) |

## 航线
| 港口 | 2019年 | 2020年 |
|---|---|---|
| 东港 | 77 | 81 |
`;

async function answerTo(question: string): Promise<{ said: string[]; quoted: string[] }> {
  const { ask } = await aLibraryOf(await readReport('ports.md', Buffer.from(PORTS)));
  const claims = claimsOf(await ask(question));
  return {
    said: claims.map(({ text }) => text),
    quoted: claims.flatMap(({ quotes }) => quotes.map(({ text }) => text)),
  };
}

describe('a row that answers', () => {
  it('says the cell of the time that is asked for, with its head, and quotes the row', async () => {
    expect(await answerTo('How many tonnes of cargo did Westport have in 2019?')).toEqual({
      said: ['Westport: 2019 22 (in thousands)'],
      quoted: ['Westport\t22\t19\t(13.6%)'],
    });
  });

  it('says the cell whose head holds the words that are asked for', async () => {
    expect((await answerTo('change of the cargo tonnes of Eastport')).said).toEqual([
      'Eastport: Change 12.9% (in thousands)',
    ]);
  });

  it('says every cell where none in particular is asked for', async () => {
    expect((await answerTo('东港有多少条航线？')).said).toEqual(['东港：2019年 77；2020年 81']);
  });
});
