import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '../../src/adapters/readers/open-file.ts';
import { openOriginals } from '../../src/adapters/readers/originals.ts';
import { openSqliteLibrary } from '../../src/adapters/sqlite/library.ts';
import { FILE_LIMITS } from '../../src/domain/file-limits.ts';
import type { IngestResult } from '../../src/ingest/ingest-files.ts';
import { ingestFiles } from '../../src/ingest/ingest-files.ts';
import { READERS } from '../../src/wiring/readers.ts';
import type { ReadingLimits } from '../../src/wiring/wire-reading.ts';
import { openReading } from '../../src/wiring/wire-reading.ts';
import { createHashingEmbedder } from './hashing-embedder.ts';

/** A library on disk with all that takes files into it, within limits of one's own. */
export function aLibraryThatReads(folder: string, limits: Partial<ReadingLimits> = {}) {
  const log: string[] = [];
  const reading = openReading((line) => log.push(line), { ...FILE_LIMITS, ...limits });
  const library = openSqliteLibrary(join(folder, 'index'), createHashingEmbedder());
  const originals = openOriginals(join(folder, 'index'));
  return {
    log,
    /** Takes in files of these names and contents, in this order. */
    async ingest(files: Record<string, Uint8Array>): Promise<IngestResult> {
      const here = mkdtempSync(join(folder, 'files-'));
      const paths = Object.entries(files).map(([name, bytes]) => {
        writeFileSync(join(here, name), bytes);
        return join(here, name);
      });
      return ingestFiles(paths, {
        library,
        secret: () => 's'.repeat(32),
        openFile: (path) => openFile(path, { readers: READERS, read: reading.read, keep: originals.keep }),
      });
    },
    pathOf: originals.pathOf,
    async close(): Promise<void> {
      reading.close();
      await library.close();
    },
  };
}
