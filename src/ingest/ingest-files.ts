import type { Audience, Viewer } from '../domain/audience.ts';
import { OPERATOR } from '../domain/audience.ts';
import { UnreadableReportError } from '../domain/errors.ts';
import { given } from '../domain/given.ts';
import type { Library } from '../domain/ports.ts';
import type { PreparedReport } from '../domain/prepared-report.ts';
import type { Report } from '../domain/report.ts';
import { isStale, READING } from './is-stale.ts';
import { copyIds, reportIdOf } from './report-ids.ts';

/** Reports are stored together up to this many chunks: a transaction costs the same for one as for many. */
const CHUNKS_PER_TRANSACTION = 400;

/** A file that was opened: its hash is known before it is read. */
export interface OpenedFile {
  /** File name without its folder. */
  file: string;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  hash: string;
  /** Where it was fetched from, when it was no file. */
  address?: string;
  /** Reads it and makes it ready, under this id. */
  read(reportId: string): Promise<PreparedReport>;
  /** Keeps a copy under the report's id, where its format has pages to show; nothing is done when there is one. */
  keep(reportId: string): Promise<void> | void;
}

/** What the caller of ingest may say. */
export interface IngestOptions {
  /**
   * Who may see the reports, from their first moment on; when the operator says so, also those that the index already
   * holds. Absent: as `Library.add` has it.
   */
  audience?: Audience;
  /**
   * Whoever brings the files, when it is not the operator: what they do not see is neither replaced nor found to be
   * there.
   * `replaces`: ids of the reports that these files replace.
   */
  brought?: { by: Viewer; replaces: readonly string[] };
  /** What files were called before they were kept under another name, by path. */
  names?: Readonly<Record<string, string>>;
  /** Where files were fetched from, by path. */
  addresses?: Readonly<Record<string, string>>;
  /** Called after each file. */
  onProgress?(done: number, total: number, file: string): void;
}

/** What ingest stands on. */
export interface IngestParts extends IngestOptions {
  library: Library;
  /** Keys the ids of what others than the operator bring. */
  secret(): string;
  /** @throws UnreadableReportError when the file cannot be taken */
  openFile(path: string): Promise<OpenedFile>;
  /** Whether text in pictures is recognised, now. */
  canRecognise?(): Promise<boolean>;
  /** How many files are opened and read at a time; absent: one. They go in in their order all the same. */
  atATime?: number;
}

/** What became of each file. */
export interface IngestResult {
  added: Report[];
  /** Files whose content the index already holds, and the ids under which it does. */
  unchanged: string[];
  held: string[];
  /** Files that were refused: one sentence each, that says what is wrong and what to do. */
  refused: { path: string; reason: string }[];
}

/** Takes files into the library. A refused file does not stop the others, and leaves the index as it was. */
export async function ingestFiles(
  paths: string[],
  { library, openFile, audience, brought, addresses, secret, onProgress, atATime = 1, canRecognise }: IngestParts,
): Promise<IngestResult> {
  const result: IngestResult = { added: [], unchanged: [], held: [], refused: [] };
  const before = await library.seenBy(OPERATOR).reports();
  const all = new Set(before.map(({ id }) => id));
  const seen = brought ? new Set((await library.seenBy(brought.by).reports()).map(({ id }) => id)) : all;
  let waiting: PreparedReport[] = [];

  async function store(): Promise<void> {
    if (waiting.length > 0) await library.add(waiting, audience, brought?.replaces);
    result.added.push(...waiting.map(({ report }) => report));
    waiting = [];
  }

  /** The id of a content, and whether it is there for whoever brings it. */
  function identify(hash: string): { id: string; isHeld: boolean } {
    const [own, copies] = [reportIdOf(hash), copyIds(hash, secret())];
    const held = [own, ...copies].find((id) => seen.has(id));
    return held === undefined
      ? { id: (brought && copies.find((id) => !all.has(id))) ?? own, isHeld: false }
      : { id: held, isHeld: true };
  }

  /** The report of a content that is there, when it would be read better today. */
  async function staleOf(id: string): Promise<Report | undefined> {
    const report = brought ? undefined : before.find((each) => each.id === id);
    const isLacking = report?.notes?.some(({ what }) => what === 'unread') === true;
    const can = isLacking && canRecognise !== undefined && (await canRecognise());
    return report && isStale(report, { canRecognise: can }) ? report : undefined;
  }

  /** Opens a file, and begins to read what is new, or was read by an earlier version. */
  async function begin(path: string): Promise<BegunFile> {
    const opened = await openFile(path);
    const { id, isHeld } = identify(opened.hash);
    const stale = isHeld ? await staleOf(id) : undefined;
    if (!isHeld && !brought) refuseNamesakes(opened.file, before);
    if (isHeld && !stale) return { opened, id };
    return { opened, id, reading: handled(opened.read(id)), ...(stale ? { stale } : {}) };
  }

  const begun: Promise<BegunFile>[] = [];
  const taken = new Set<string>();
  let started = 0;
  for (const [index, path] of paths.entries()) {
    for (; started < Math.min(paths.length, index + atATime); started++)
      begun.push(handled(begin(paths[started] ?? path)));
    const file = begun.shift();
    try {
      const { opened, id: early, reading, stale } = await (file ?? begin(path));
      // The one before it may have been the same.
      const { id, isHeld } = identify(opened.hash);
      if (isHeld && (!stale || taken.has(id))) {
        if (audience !== undefined && !brought) await library.setAudience(id, audience);
        result.unchanged.push(path);
        result.held.push(id);
      } else {
        const read = await (id === early && reading ? reading : opened.read(id));
        const { file: name, address } = stale ?? { file: opened.file, address: opened.address ?? addresses?.[path] };
        const report = { ...read.report, file: name, reading: READING, ...given({ address }) };
        all.add(id);
        taken.add(id);
        waiting = [...waiting.filter((other) => other.report.file !== name), { ...read, report }];
      }
      // Before the report goes in: one that is in has its copy. A known file restores a copy that was lost.
      await opened.keep(id);
    } catch (error) {
      if (!(error instanceof UnreadableReportError)) throw error;
      result.refused.push({ path, reason: error.message });
    }
    if (waiting.reduce((sum, { chunks }) => sum + chunks.length, 0) >= CHUNKS_PER_TRANSACTION) await store();
    onProgress?.(index + 1, paths.length, path);
  }
  await store();
  return result;
}

/** A file that was opened; what is new is being read. */
interface BegunFile {
  opened: OpenedFile;
  id: string;
  reading?: Promise<PreparedReport>;
  /** The report that it is and that an earlier version has read. */
  stale?: Report;
}

/** A promise that somebody waits for later: until then its failure is nobody's surprise. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Of several reports of one name, for people who do not see each other's, nobody can say which is to be replaced. */
function refuseNamesakes(file: string, before: readonly Report[]): void {
  const namesakes = before.filter((report) => report.file === file).map(({ id }) => id);
  if (namesakes.length < 2) return;
  throw new UnreadableReportError(
    `${file}: the index holds ${namesakes.length} reports of this name, for different people ` +
      `(${namesakes.join(', ')}). Give the file another name, or \`footnote remove\` the one that it replaces.`,
  );
}
