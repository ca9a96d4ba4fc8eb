import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseConfig } from '../../src/config.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import type { BenchPassage, System } from '../system.ts';
import { distinctIds } from '../system.ts';

const Names = z.array(z.tuple([z.string(), z.string()]));
/** Passages of a report: a library of reports has many chunks in each. */
const PASSAGES_PER_REPORT = 40;

/**
 * Footnote as users run it: files are taken in by one process and asked by another. Passages that are asked for are
 * reports of their own.
 */
export function createFootnote(directory: string): System {
  const opening = wireFootnote(parseConfig({ INDEX_DIR: join(directory, 'index') }));
  const room = async () => (await opening).seenBy(OPERATOR);
  const names = join(directory, 'names.json');
  const idOf = new Map(existsSync(names) ? Names.parse(JSON.parse(readFileSync(names, 'utf8'))) : []);
  return {
    async ingest(passages) {
      const folder = join(directory, 'reports');
      mkdirSync(folder, { recursive: true });
      await (await opening).ingest(writeReports(folder, passages, idOf));
      writeFileSync(names, JSON.stringify([...idOf]));
    },
    async search(question, limit) {
      const { passages } = await (await room()).retrieve({ text: question, earlier: [] }, limit);
      return distinctIds(
        passages.map(({ report }) => idOf.get(report.file) ?? ''),
        limit,
      );
    },
    async ask(question) {
      await (await room()).answer({ text: question, earlier: [] });
    },
    async count() {
      return (await (await room()).library.reports()).reduce((sum, { chunkCount }) => sum + chunkCount, 0);
    },
    close: async () => (await opening).close(),
  };
}

function writeReports(folder: string, passages: BenchPassage[], idOf: Map<string, string>): string[] {
  const own = passages.filter(({ isFiller }) => !isFiller).map((passage) => [passage]);
  const filler = passages.filter(({ isFiller }) => isFiller);
  const groups = Array.from({ length: Math.ceil(filler.length / PASSAGES_PER_REPORT) }, (_, at) =>
    filler.slice(at * PASSAGES_PER_REPORT, (at + 1) * PASSAGES_PER_REPORT),
  );
  return [...own, ...groups].map((group, at) => {
    const file = `p${String(at).padStart(6, '0')}.txt`;
    idOf.set(file, group[0]?.id ?? '');
    writeFileSync(join(folder, file), `${group.map(({ text }) => text).join('\n\n')}\n`);
    return join(folder, file);
  });
}
