import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredFile } from '../sqlite/storage-error.ts';
import { storageError } from '../sqlite/storage-error.ts';

/** Formats whose pages can be shown as they are printed. */
export const SHOWN = '.pdf';
/** A copy without its report that is older than this, in milliseconds, was left behind by an ingest that was killed. */
export const LEFT_BEHIND_MS = 60 * 60 * 1000;

/** Copies of the files that were taken in, so that their pages can be shown wherever the files went. */
export interface Originals {
  /** Keeps a copy, whole or not at all; formats without printed pages are not kept. */
  keep(reportId: string, extension: string, bytes: Uint8Array): void;
  /** Path of a copy; undefined when there is none. */
  pathOf(reportId: string): string | undefined;
  /** Deletes copies of reports that are gone: at once those that are named, and whatever was left behind. */
  sweep(held: ReadonlySet<string>, gone: readonly string[]): void;
}

/** The same, wherever the copies are kept. */
export interface KeptOriginals {
  keep(...file: Parameters<Originals['keep']>): Promise<void>;
  /** Path of a copy on this machine; undefined when there is none anywhere. */
  pathOf(reportId: string): Promise<string | undefined>;
  sweep(...reports: Parameters<Originals['sweep']>): Promise<void>;
}

/** Copies that are kept in a folder alone. */
export function keptInFolder({ keep, pathOf, sweep }: Originals): KeptOriginals {
  return {
    keep: async (...file) => keep(...file),
    pathOf: async (reportId) => pathOf(reportId),
    sweep: async (...reports) => sweep(...reports),
  };
}

/** Opens the folder of copies in an index; it is made with the first one. */
export function openOriginals(directory: string): Originals {
  const folder = join(directory, 'files');
  const inWords = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw storageError(originalsFolder(directory), error) ?? error;
    }
  };
  return {
    keep(reportId, extension, bytes) {
      const path = join(folder, reportId + SHOWN);
      if (extension !== SHOWN || existsSync(path)) return;
      inWords(() => {
        mkdirSync(folder, { recursive: true });
        const part = `${path}.${process.pid}.part`;
        try {
          writeFileSync(part, bytes, { flush: true });
          renameSync(part, path);
        } finally {
          rmSync(part, { force: true });
        }
      });
    },
    pathOf(reportId) {
      const path = join(folder, reportId + SHOWN);
      return /^[\da-f]+$/u.test(reportId) && existsSync(path) ? path : undefined;
    },
    sweep(held, gone) {
      if (!existsSync(folder)) return;
      const names = inWords(() => readdirSync(folder));
      const idOf = (name: string) => name.split('.', 1).join('');
      // An index whose database was lost and made anew must not take along what it can be made from again.
      const isIndexOfThese = names.length <= 2 * names.filter((name) => held.has(idOf(name))).length;
      for (const name of names) {
        const id = idOf(name);
        const isOld =
          Date.now() - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0) > LEFT_BEHIND_MS;
        const isPart = !name.endsWith(SHOWN);
        if ((isPart && isOld) || (!held.has(id) && ((isOld && isIndexOfThese) || gone.includes(id))))
          rmSync(join(folder, name), { force: true });
      }
    },
  };
}

/** The folder of copies, as messages speak of it. */
export function originalsFolder(directory: string): StoredFile {
  return {
    path: join(directory, 'files'),
    holds: 'copies of the PDF files, to draw their pages from',
    ifDamaged: '`footnote ingest` of the same files makes them again.',
  };
}
