import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerJson } from '../../src/programs/answer-json.ts';
import { hitJson } from '../../src/programs/search-json.ts';
import { parseConfig } from '../../src/config.ts';
import type { Audience, Viewer } from '../../src/domain/audience.ts';
import { EVERYONE_ONLY, OPERATOR } from '../../src/domain/audience.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { wireServices } from '../../src/wiring/wire-services.ts';
import type { Footnote, ReadingRoom } from '../../src/wiring/wire-footnote.ts';
import { draftsAboutIt, publicReports, questionsAboutIt, theHiddenReport } from '../support/a-hidden-report.ts';
import { aReportOf } from '../support/answer-from.ts';
import { fuzzRuns } from '../support/fuzz-runs.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const BOARD: Audience = { channels: ['CBOARD'], userGroups: ['SBOARD'], people: ['UCHIEF'] };
const SALES: Audience = { channels: ['CSALES'], userGroups: [], people: [] };
const hidden = theHiddenReport();
/** For the sales channel: its readers see some narrower reports, and still not the hidden one. */
const salesReport = aReportOf(
  { 渠道: ['星光渠道云计算业务的营收为63万，比上年增长9%。', '东川电子云计算业务的营收在华东为12万。'] },
  { file: 'sales.txt', title: '渠道周报', publishedOn: '2020-12-30' },
);

/** Those who see no narrower report, and those who see another one. */
const OUTSIDERS: [string, Viewer][] = [
  ['a web page', EVERYONE_ONLY],
  [
    'a person in another channel',
    { kind: 'person', team: 'T1', user: 'UINTERN', userGroups: ['SSALES'], channels: ['CSALES'] },
  ],
];

/** Every so many of the questions are searched for, too: the scores of all candidates. */
const SEARCHED = 8;

/** Every so many of the questions are asked. */
const ASKED = fuzzRuns({ short: 20, long: 1 });

/** How the hidden report came to be where it is. */
const WAYS: [string, (footnote: Footnote) => Promise<void>][] = [
  ['was taken in for few', ({ library }) => library.add([hidden], BOARD)],
  [
    'was for everyone until it was hidden',
    async ({ library, seenBy }) => {
      await library.add([hidden]);
      await seenBy(EVERYONE_ONLY).answer({ text: '星野云的营收？', earlier: [] });
      await library.setAudience(hidden.report.id, BOARD);
    },
  ],
  [
    'has the file name of one for everyone',
    async ({ library }) => {
      await library.add(
        [{ ...hidden, report: { ...hidden.report, file: publicReports()[0]?.report.file ?? '' } }],
        BOARD,
        [],
      );
    },
  ],
  [
    'is a new edition of one for few',
    async ({ library }) => {
      await library.add([theHiddenReport('双方已签约。')], BOARD);
      await library.add([hidden]);
    },
  ],
];

async function aFootnote(folder: string, hide?: (footnote: Footnote) => Promise<void>): Promise<Footnote> {
  const footnote = await wireFootnote(parseConfig({ INDEX_DIR: folder }));
  const [first, ...others] = publicReports();
  if (first) await footnote.library.add([first]);
  await hide?.(footnote);
  await footnote.library.add(others);
  await footnote.library.add([salesReport], SALES);
  return footnote;
}

/** Everything that a viewer can get to see, to the last digit of a score. */
async function everythingSeen({ library, answer, retrieve, check, summarize }: ReadingRoom): Promise<unknown[]> {
  const seen: unknown[] = [
    await library.reports(),
    await library.aliases(),
    await library.nameRuns(),
    await library.report(hidden.report.id),
  ];
  for (const { id } of await library.reports()) seen.push(await library.report(id), await library.chunks(id));
  for (const [at, question] of questionsAboutIt()
    .filter((_, place) => place % ASKED === 0)
    .entries()) {
    seen.push(answerJson(await answer(question), 0));
    if (at % SEARCHED > 0) continue;
    const { passages } = await retrieve(question, 1000);
    seen.push(
      { hits: passages.map(hitJson), passages },
      await check(question.text.replace('是多少', '是62%')),
      await summarize({ text: question.text }),
    );
  }
  seen.push(
    await library.chunks(hidden.report.id),
    await summarize({ text: '', section: { reportId: hidden.report.id, span: { start: 0, end: 50 } } }),
  );
  for (const draft of draftsAboutIt())
    seen.push(
      await check(draft),
      await check(draft, { reports: ['project-egret', 'monthly-3'] }),
      await summarize({ text: draft }),
    );
  const narrowed = await retrieve({
    text: '星野云的市占率',
    earlier: [],
    reports: [hidden.report.id, 'project-egret', 'monthly-3'],
  });
  return [...seen, narrowed.passages];
}

async function seenByOutsiders(footnote: Footnote) {
  const seen: { who: string; seen: unknown[] }[] = [];
  for (const [who, viewer] of OUTSIDERS) seen.push({ who, seen: await everythingSeen(footnote.seenBy(viewer)) });
  await footnote.close();
  return seen;
}

describe('a hidden report', () => {
  let seenWithoutIt: Awaited<ReturnType<typeof seenByOutsiders>>;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-test-'));
    seenWithoutIt = await seenByOutsiders(await aFootnote(folder));
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(WAYS)('that %s leaves no trace for those outside', async (_, hide) => {
    expect(await seenByOutsiders(await aFootnote(aTemporaryFolder(), hide))).toEqual(seenWithoutIt);
  });

  it('answers those for whom it is', async () => {
    const footnote = await aFootnote(aTemporaryFolder(), WAYS[0]?.[1]);
    const insiders: Viewer[] = [
      OPERATOR,
      { kind: 'channel', team: 'T1', channel: 'CBOARD' },
      { kind: 'person', team: 'T1', user: 'UCHIEF', userGroups: [] },
    ];
    const answers = await Promise.all(
      insiders.map(async (viewer) =>
        answerJson(
          await footnote.seenBy(viewer).answer({ text: '星野云以多少亿元收购东川电子的云计算业务？', earlier: [] }),
          0,
        ),
      ),
    );
    await footnote.close();
    expect(answers.map(({ answer }) => answer)).toEqual(
      insiders.map(() => '星野云（Hoshino Cloud，简称HNC）将以47亿元收购东川电子的云计算业务。'),
    );
  });

  it('has web pages that answer like those of a report that is not there', async () => {
    const footnote = await aFootnote(aTemporaryFolder(), WAYS[0]?.[1]);
    const { web, close } = wireServices(parseConfig({ INDEX_DIR: aTemporaryFolder() }), footnote, () => undefined);
    await once(web.listen(0, '127.0.0.1'), 'listening');
    const address = web.address();
    const get = async (path: string) => {
      const response = await fetch(
        `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}${path}`,
      );
      return { status: response.status, body: await response.text() };
    };
    const replies = await Promise.all(
      [hidden.report.id, '0123456789ab'].flatMap((id) =>
        ['', '/pages/1', '/pages/1?quote=0-5'].map((rest) => get(`/reports/${id}${rest}`)),
      ),
    );
    const start = await get('/');
    await close();
    await footnote.close();
    expect(replies.slice(0, 3)).toEqual(replies.slice(3));
    expect([
      replies[0]?.status,
      start.body.includes('产业月报第1期'),
      start.body.includes(hidden.report.title),
    ]).toEqual([404, true, false]);
  });

  it('is asked about in two hundred ways', () => {
    expect(questionsAboutIt().length).toBeGreaterThan(200);
  });
});
