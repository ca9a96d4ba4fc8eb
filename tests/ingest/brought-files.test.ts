import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import type { Audience, Viewer } from '../../src/domain/audience.ts';
import { EVERYONE_ONLY, OPERATOR } from '../../src/domain/audience.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const TEXT = '并购方案\n\n星野云将以47亿元收购东川电子的云计算业务。\n';
const BOARD: Audience = { channels: ['CBOARD'], userGroups: [], people: [] };
const BOARDS: Viewer = { kind: 'channel', team: 'T1', channel: 'CBOARD' };

/** An index, and a way to bring the same content under a name. */
async function anIndex() {
  const [folder, index] = [aTemporaryFolder(), aTemporaryFolder()];
  const footnote = await wireFootnote(parseConfig({ INDEX_DIR: index }));
  onTestFinished(() => footnote.close());
  const file = (name: string, text = TEXT): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  return {
    footnote,
    file,
    ids: async (viewer: Viewer) => (await footnote.seenBy(viewer).library.reports()).map(({ id }) => id),
  };
}

describe('a file that somebody brings who does not see everything', () => {
  it('goes in as if what they do not see were not there: same content, same name', async () => {
    const { footnote, file, ids } = await anIndex();
    await footnote.ingest([file('plan.txt')], { audience: BOARD });
    const by = { brought: { by: EVERYONE_ONLY, replaces: [] }, audience: 'everyone' as const };
    const first = await footnote.ingest([file('plan.txt')], by);
    const again = await footnote.ingest([file('copy.txt')], by);
    expect([first.added.length, again.added.length, again.held]).toEqual([1, 0, first.added.map(({ id }) => id)]);
    expect([(await ids(EVERYONE_ONLY)).length, (await ids(BOARDS)).length, (await ids(OPERATOR)).length]).toEqual([
      1, 2, 2,
    ]);
  });

  it('gets an id that does not tell whether the content was there before', async () => {
    const plain = createHash('sha256').update(TEXT).digest('hex').slice(0, 12);
    const idOf = async (isThere: boolean) => {
      const { footnote, file } = await anIndex();
      if (isThere) await footnote.ingest([file('plan.txt')], { audience: BOARD });
      const { added } = await footnote.ingest([file('plan.txt')], {
        brought: { by: EVERYONE_ONLY, replaces: [] },
        audience: 'everyone',
      });
      return added[0]?.id ?? '';
    };
    const found = [await idOf(false), await idOf(true)];
    expect(found.map((id) => [id.length, id === plain])).toEqual([
      [12, false],
      [12, false],
    ]);
  });

  it('does not change who sees what is there already', async () => {
    const { footnote, file, ids } = await anIndex();
    await footnote.ingest([file('plan.txt')]);
    const { held } = await footnote.ingest([file('plan.txt')], {
      brought: { by: BOARDS, replaces: [] },
      audience: BOARD,
    });
    expect([held, await footnote.library.audienceOf(held[0] ?? '')]).toEqual([await ids(OPERATOR), 'everyone']);
  });
});

describe('the operator', () => {
  it('is asked which of two reports of one name a third one replaces', async () => {
    const { footnote, file, ids } = await anIndex();
    await footnote.ingest([file('plan.txt')], { audience: BOARD });
    await footnote.ingest([file('plan.txt', '别的方案\n\n别的内容在这里。\n')], {
      brought: { by: EVERYONE_ONLY, replaces: [] },
      audience: 'everyone',
    });
    const { refused } = await footnote.ingest([file('plan.txt', '第三份方案\n\n第三份内容在这里。\n')]);
    expect(refused.map(({ reason }) => reason.replace(/\([\da-f, ]+\)/u, '(…)'))).toEqual([
      [
        'plan.txt: the index holds 2 reports of this name, for different people (…).',
        'Give the file another name, or `footnote remove` the one that it replaces.',
      ].join(' '),
    ]);
    expect((await ids(OPERATOR)).length).toBe(2);
  });
});
