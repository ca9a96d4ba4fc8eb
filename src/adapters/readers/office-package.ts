import { UnreadableReportError } from '../../domain/errors.ts';
import { given } from '../../domain/given.ts';
import type { DocumentBlock } from '../../layout/documents/document-block.ts';
import type { Archive } from './archive.ts';
import { openArchive, partText } from './archive.ts';
import type { MarkupElement } from './markup.ts';
import { attribute, childrenOf, parseMarkup, textIn, within } from './markup.ts';
import type { OfficeChart } from './office-chart.ts';
import { readChart } from './office-chart.ts';
import { dayIn } from './stated-day.ts';
import { refuseOtherFormats } from './sniff-format.ts';
import type { Tally } from './tally.ts';

/** An office document, unpacked. */
export interface OfficePackage {
  /** The part that the others hang on, and what it refers to within the file. */
  root: MarkupElement;
  relations: Relation[];
  /** The root of a part by its name in lower case; undefined when there is no such part. */
  part(name: string): MarkupElement | undefined;
  /** A part as it is, for one too large to be a tree. */
  bytes(name: string): Uint8Array | undefined;
  /** What a part refers to within the file. */
  relationsOf(name: string): Relation[];
  /** A chart by the name of its part; undefined when it cannot be read as rows. */
  chart(name: string): OfficeChart | undefined;
  /** How many charts it holds, and how many were asked for and read. */
  charts(): { all: number; read: number };
  /** What the document says of itself. */
  title?: string;
  writtenOn?: string;
}

/** A part that another one refers to. */
export interface Relation {
  id: string;
  /** The last word of its type: `slide`, `footnotes`. */
  type: string;
  target: string;
}

/** The three formats, by the part that the document hangs on. */
const KINDS = [
  { root: 'document', name: 'Word document', ending: '.docx' },
  { root: 'presentation', name: 'PowerPoint presentation', ending: '.pptx' },
  { root: 'workbook', name: 'Excel workbook', ending: '.xlsx' },
] as const;

/**
 * Opens an office document of one kind.
 * @throws UnreadableReportError when it is damaged, protected or of another kind; the message says what to do
 */
export function openOfficePackage(
  file: string,
  bytes: Uint8Array,
  wanted: (typeof KINDS)[number]['root'],
  tally: Tally,
): OfficePackage {
  const kind = KINDS.find(({ root }) => root === wanted) ?? KINDS[0];
  refuseOtherFormats(file, bytes, { format: 'zip', name: kind.name });
  const archive = openArchive(file, bytes, (name) => /\.(?:xml|rels)$/u.test(name));
  const part = (name: string) => rootOf(file, archive.parts.get(name));
  const relations = (name: string) => relationsOf(name, part, tally);
  const main = relations('').find(({ type }) => type === 'officedocument')?.target ?? '';
  const root = part(main);
  if (root?.name !== kind.root) throw otherKind(file, root?.name, archive, kind);
  count(archive.names, tally);
  const charts = new Map<string, OfficeChart | undefined>();
  return {
    root,
    relations: relations(main),
    part,
    bytes: (name) => archive.parts.get(name),
    relationsOf: relations,
    chart(name) {
      if (!charts.has(name)) charts.set(name, readChart(part(name)));
      return charts.get(name);
    },
    charts: () => ({
      all: archive.names.filter((name) => /(?:^|\/)charts\/chart\w*\.xml$/u.test(name)).length,
      read: [...charts.values()].filter((chart) => chart !== undefined).length,
    }),
    ...core(part),
  };
}

function rootOf(file: string, bytes: Uint8Array | undefined): MarkupElement | undefined {
  if (!bytes) return undefined;
  return childrenOf(parseMarkup({ file, text: partText(bytes), as: 'xml' }))[0];
}

function otherKind(
  file: string,
  root: string | undefined,
  { names }: Archive,
  wanted: (typeof KINDS)[number],
): UnreadableReportError {
  const other = KINDS.find((kind) => kind.root === root);
  if (other)
    return new UnreadableReportError(
      `${file}: is a ${other.name}, whatever its name says; rename it to ${other.ending}.`.replace(
        'a Excel',
        'an Excel',
      ),
    );
  if (names.includes('mimetype'))
    return new UnreadableReportError(
      `${file}: is an e-book or an OpenDocument file, whatever its name says; give it its own ending, ` +
        `or save it as ${wanted.ending}.`,
    );
  return new UnreadableReportError(
    `${file}: is damaged, or no ${wanted.name}: its main part is missing. Save it anew, or print it to PDF.`,
  );
}

/** Relations of a part, or of the whole with an empty name; what lies outside is counted and left alone. */
function relationsOf(name: string, part: (name: string) => MarkupElement | undefined, tally: Tally): Relation[] {
  const at = name.lastIndexOf('/') + 1;
  const list = part(`${name.slice(0, at)}_rels/${name.slice(at)}.rels`);
  return childrenOf(list, 'relationship').flatMap((relation) => {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((key) => attribute(relation, key) ?? '');
    if (!id || !type || !target) return [];
    const kind = type.slice(type.lastIndexOf('/') + 1).toLowerCase();
    if (attribute(relation, 'TargetMode') === 'External') {
      // Where a link in the text leads is no matter of the report's.
      if (kind !== 'hyperlink') tally.add('outside_links');
      return [];
    }
    return [{ id, type: kind, target: resolve(name.slice(0, at), target) }];
  });
}

/** A target beside a folder, as the name of a part. */
function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.toLowerCase().split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** What charts say, by the ids of the relations of the part that shows them. */
export function chartsOf(
  { chart }: Pick<OfficePackage, 'chart'>,
  relations: readonly Relation[],
): (id: string) => DocumentBlock[] {
  return (id) => {
    const target = relations.find((relation) => relation.id === id && relation.type === 'chart')?.target;
    return (target === undefined ? undefined : chart(target)?.blocks) ?? [];
  };
}

/** Counts the charts that were not read as rows. */
export function countUnreadCharts({ charts }: Pick<OfficePackage, 'charts'>, tally: Tally): void {
  const { all, read } = charts();
  tally.add('charts', all - read);
}

function count(names: string[], tally: Tally): void {
  if (names.some((name) => name.endsWith('vbaproject.bin'))) tally.add('macros');
  tally.add(
    'embedded_files',
    names.filter((name) => /(?:^|\/)embeddings\/[^/]*\.(?:bin|docx|pptx|docm)$/u.test(name)).length,
  );
}

/** Titles that programs write. */
const NO_TITLE = /^(?:powerpoint presentation|presentation|title|untitled|document\d*|workbook|book\d*|slide \d+)$/iu;

function core(part: (name: string) => MarkupElement | undefined): { title?: string; writtenOn?: string } {
  const root = part('docprops/core.xml');
  const [title] = within(root, 'title').map(textIn);
  const day = dayIn(within(root, 'modified').map(textIn)[0]);
  const named = title?.trim() ?? '';
  return {
    ...(named === '' || NO_TITLE.test(named) ? {} : { title: named.slice(0, 200) }),
    ...given({ writtenOn: day }),
  };
}
