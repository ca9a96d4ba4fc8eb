import { comparing } from '../prove.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGlosses } from '../../../src/adapters/dictionary/gloss-table.ts';
import { openSqliteLibrary } from '../../../src/adapters/sqlite/library.ts';
import { createDictionaryEmbedder } from '../../../src/adapters/vectors/dictionary-embedder.ts';
import { checkDraft } from '../../../src/check/check-draft.ts';
import { parseConfig, WEIGHTS_FOLDER } from '../../../src/config.ts';
import { OPERATOR } from '../../../src/domain/audience.ts';
import type { PreparedReport } from '../../../src/domain/prepared-report.ts';
import { retrievePassages } from '../../../src/retrieve/retrieve-passages.ts';
import { openWeights } from '../../../src/wiring/open-weights.ts';
import { aReportOf } from '../answer-from.ts';
import { CHECKED_SECTIONS, CONTRADICTED, NOT_FOUND, SUPPORTED } from '../claims/checked.ts';
import { drawRenaming } from './rename.ts';
import type { JudgedCase } from './score.ts';
import { wordsOf } from './suite-words.ts';

/** The words of the checked report. */
const WORDS = wordsOf({
  company: `
亚马逊 = Amazon
微软 = Microsoft
谷歌 = Google
甲骨文 = Oracle
德国电信 = Deutsche Telekom
东山 = Dongshan
河西 = Hexi
松岭 = Songling
海石 = Haishi
红叶 = Hongye
= IBM
`,
  place: `
柏林 = Berlin
南湾 = Nanwan
北渡 = Beidu
西屿 = Xiyu
创业板 = ChiNext
上交所 = SSE
港交所 = HKEX
`,
  person: `
周明远 = Zhou Mingyuan
孙海 = Sun Hai
`,
  ratio: '市占率 = market share',
  amount: '产量 = output',
  rise: '增长 = grow;grows;grew;growing',
  fall: '下降|降低 = fall;falls;fell;falling',
});

/** What an editor's draft says of a report, as it is written or, with a seed, with words that are on no list. */
export async function judgedChecks(seed?: number): Promise<JudgedCase[]> {
  const claims = [...SUPPORTED, ...CONTRADICTED.map(([claim]) => claim), ...NOT_FOUND];
  const said = [...Object.entries(CHECKED_SECTIONS).flatMap(([heading, texts]) => [heading, ...texts]), ...claims];
  const apply = seed === undefined ? (text: string) => text : drawRenaming(said, WORDS, seed).apply;
  const sections = Object.entries(CHECKED_SECTIONS).map(
    ([heading, texts]) => [apply(heading), texts.map(apply)] as const,
  );
  const report = aReportOf(Object.fromEntries(sections), { publishedOn: '2020-12-31' });
  const quote = sections.flatMap(([, texts]) => texts).join('\n');
  const verdicts = await verdictsOn(claims.map(apply), report);
  return claims.map((claim, at) => ({
    set: 'checks',
    kind: kindOf(claim),
    passages: { P1: quote },
    text: apply(claim),
    attempts: [[{ passage: 'P1', quote }]],
    isTrue: SUPPORTED.includes(claim),
    isShown: verdicts[at] === 'supported',
  }));
}

/** What the fact check says of drafts of one claim. Not by `aLibraryOf`, which only tests can open. */
async function verdictsOn(claims: readonly string[], report: PreparedReport): Promise<string[]> {
  const { dictionaryDirectory } = parseConfig({});
  const embedder = createDictionaryEmbedder(dictionaryDirectory);
  const folder = mkdtempSync(join(tmpdir(), 'footnote-checks-'));
  const whole = openSqliteLibrary(folder, embedder);
  try {
    await whole.add([report]);
    const parts = {
      library: whole.seenBy(OPERATOR),
      embedder,
      glosses: openGlosses(dictionaryDirectory),
      weights: openWeights(WEIGHTS_FOLDER).passages,
    };
    const verdicts: string[] = [];
    for (const claim of claims) {
      const checked = await checkDraft(claim, {
        retrieve: (question) => retrievePassages(question, parts),
        comparing,
      });
      const all = checked.outcome === 'checked' ? checked.claims.map(({ verdict }) => verdict) : [checked.outcome];
      verdicts.push(new Set(all).size === 1 ? (all[0] ?? '') : all.join(' and '));
    }
    return verdicts;
  } finally {
    await whole.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function kindOf(claim: string): string {
  if (SUPPORTED.includes(claim)) return 'supported';
  return NOT_FOUND.includes(claim) ? 'not found' : 'contradicted';
}
