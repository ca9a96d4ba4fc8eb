import { findDocuments } from '../adapters/origins/find-documents.ts';
import type { OriginHelp } from '../adapters/origins/origin-help.ts';
import { readOrigins } from '../adapters/origins/read-origins.ts';
import { withTemporaryFile } from '../adapters/readers/with-temporary-file.ts';
import type { Config } from '../config.ts';
import type { DescriptionChange } from '../domain/description.ts';
import { UnreadableReportError } from '../domain/errors.ts';
import { FILE_LIMITS } from '../domain/file-limits.ts';
import { given } from '../domain/given.ts';
import type { Origin, OriginDocument, TakenDocument } from '../domain/origin.ts';
import type { Report } from '../domain/report.ts';
import { OPERATOR } from '../domain/audience.ts';
import type { Footnote } from './wire-footnote.ts';
import { READERS } from './readers.ts';

/** The places in `sources.yaml`, and what came in from them. */
export interface OpenedOrigins {
  listed: Origin[];
  /** What is known of their documents, and of those of places that are listed no more. */
  taken(): Promise<TakenDocument[]>;
  /**
   * Takes in what a place holds now. What is gone there is noted; its report stays.
   * @param secret the value of an environment variable that the entry names
   * @throws UnreadableReportError when the place cannot be looked at
   */
  update(origin: Origin, secret: OriginHelp['secret'], onProgress?: OnProgress): Promise<TakenDocument[]>;
  close(): void;
}

type OnProgress = (done: number, total: number, document: string) => void;

/**
 * Opens the places that `sources.yaml` names.
 * @throws ConfigurationError when it cannot be read
 */
export function openOrigins(
  { sourcesFile, allowPrivateAddresses }: Config,
  footnote: Pick<Footnote, 'ingest' | 'library' | 'stores'>,
): OpenedOrigins {
  const store = footnote.stores.taken();
  const extensions = READERS.flatMap((reader) => reader.extensions);
  const reports = async () =>
    new Map((await footnote.library.seenBy(OPERATOR).reports()).map((each) => [each.id, each]));
  return {
    listed: readOrigins(sourcesFile),
    taken: () => store.all(),
    async update(origin, secret, onProgress) {
      const help = { secret, allowPrivate: allowPrivateAddresses, extensions, largest: FILE_LIMITS.bytes };
      const documents = await findDocuments(origin, help);
      const before = (await store.all()).filter((taken) => taken.origin === origin.name);
      const known = new Map(before.map((taken) => [taken.document, taken]));
      const result: TakenDocument[] = [];
      for (const [at, document] of documents.entries()) {
        const taken = await take(document, origin, { footnote, known: known.get(document.id), held: await reports() });
        await store.keep(taken);
        result.push(taken);
        onProgress?.(at + 1, documents.length, document.id);
      }
      const there = new Set(documents.map(({ id }) => id));
      for (const taken of before.filter(({ document }) => !there.has(document))) {
        const gone: TakenDocument = { ...taken, state: 'gone', lookedAt: now() };
        await store.keep(gone);
        result.push(gone);
      }
      return result;
    },
    close: () => store.close(),
  };
}

interface Taking {
  footnote: Pick<Footnote, 'ingest' | 'library' | 'stores'>;
  /** How it was when it was last looked at. */
  known: TakenDocument | undefined;
  /** The reports of the index by id. */
  held: ReadonlyMap<string, Report>;
}

async function take(
  document: OriginDocument,
  origin: Origin,
  { footnote, known, held }: Taking,
): Promise<TakenDocument> {
  const { id, version, address } = document;
  const about = { origin: origin.name, document: id, lookedAt: now(), ...given({ version }) };
  const isHeld = known?.report !== undefined && held.has(known.report);
  // Only what came in stays as it is: what failed may go in by a newer reader.
  if (isHeld && known.version === version && version !== undefined)
    return { ...about, ...given({ report: known.report, takenAt: known.takenAt }), state: 'unchanged' };
  try {
    const { file, bytes } = await document.open();
    const { audience } = origin;
    const {
      added,
      held: same,
      refused,
    } = await withTemporaryFile(file, bytes, (path) =>
      footnote.ingest([path], given({ audience, addresses: address === undefined ? undefined : { [path]: address } })),
    );
    if (refused[0]) throw new UnreadableReportError(refused[0].reason);
    const report = added[0]?.id ?? same[0];
    if (report !== undefined) await describe(report, added[0], { footnote, origin });
    if (added[0] === undefined)
      return { ...about, ...given({ report, takenAt: known?.takenAt ?? now() }), state: 'unchanged' };
    const isKnown = [...held.values()].some((each) => each.file === added[0]?.file);
    return { ...about, ...given({ report }), takenAt: now(), state: isKnown ? 'replaced' : 'added' };
  } catch (error) {
    if (!(error instanceof UnreadableReportError)) throw error;
    return {
      ...about,
      ...given({ report: known?.report, takenAt: known?.takenAt }),
      state: 'failed',
      reason: error.message,
    };
  }
}

/** Says of a report what its place's entry says. */
async function describe(
  report: string,
  added: Report | undefined,
  { footnote, origin }: Pick<Taking, 'footnote'> & { origin: Origin },
): Promise<void> {
  const { title, publisher, company, kind, date, series } = origin;
  const when = date ?? added?.publishedOn;
  // The titles of issues of one series differ in their dates alone.
  const issue = series === undefined || when === undefined ? undefined : `${series} ${when}`;
  const said: DescriptionChange = given({ title: issue ?? title, publisher, company, kind, publishedOn: date });
  if (Object.keys(said).length > 0) await footnote.library.describe(report, said);
}

function now(): string {
  return new Date().toISOString();
}
