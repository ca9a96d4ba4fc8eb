import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../src/config.ts';
import type { Audience } from '../../src/domain/audience.ts';
import type { PreparedReport } from '../../src/domain/prepared-report.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';
import type { Footnote } from '../../src/wiring/wire-footnote.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { aReportOf } from './answer-from.ts';
import { ONE_THREAD } from './run-footnote.ts';

/** Who may see the second report. */
const BOARD: Audience = { channels: ['CBOARD'], userGroups: [], people: [] };

/** A report of three printed pages, 7 to 9, for everyone. */
export function theCloudReport(): PreparedReport {
  const page = (label: string, heading: string, ...lines: string[]) => ({
    label,
    lines: [
      { text: heading, headingLevel: 1, endsParagraph: true },
      ...lines.map((text) => ({ text, endsParagraph: true })),
    ],
  });
  return prepareReport({
    file: 'cloud.pdf',
    hash: 'cd'.repeat(32),
    title: '云市场月报',
    publishedOn: '2020-12-31',
    paged: true,
    pages: [
      page('7', '云市场概览', '全球云市场在2020年继续增长，各家公司的增速大体相同。'),
      page('8', '市场份额', '2020年第三季度，亚马逊云的市占率为32%。', '2020年第三季度，谷歌云的市占率为7%。'),
      page('9', '展望', '分析师预计2021年云服务支出将增长两成。'),
    ],
  });
}

/** A report that is not for everyone, and has no pages. */
function theBoardsReport(): PreparedReport {
  return aReportOf({ 收购: ['星野云的营收在2020年为47亿元。'] }, { file: 'board.txt', title: '董事会备忘录' });
}

/** A library on disk with a report for everyone and one for the channel CBOARD, with settings to start services on. */
export async function aLibraryOfTwo(settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-test-'));
  const config = parseConfig({ INDEX_DIR: folder, ...ONE_THREAD, ...settings });
  const footnote: Footnote = await wireFootnote(config);
  const [cloud, boards] = [theCloudReport(), theBoardsReport()];
  await footnote.library.add([cloud]);
  await footnote.library.add([boards], BOARD);
  return {
    config,
    footnote,
    ids: { cloud: cloud.report.id, boards: boards.report.id },
    async close() {
      await footnote.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
