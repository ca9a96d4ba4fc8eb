import { basename } from 'node:path';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import type { ReportReader } from '../../domain/ports.ts';
import { refuseTooMuch } from '../../domain/refuse-too-much.ts';
import type { SourcePage } from '../../domain/source.ts';
import { given } from '../../domain/given.ts';
import type { DocumentBlock } from '../../layout/documents/document-block.ts';
import { documentLines } from '../../layout/documents/document-lines.ts';
import { hashOf, refuseWithoutText } from './document-report.ts';
import { attribute, childOf, childrenOf, relationId, textIn, within } from './markup.ts';
import type { OfficePackage, Relation } from './office-package.ts';
import { chartsOf, countUnreadCharts, openOfficePackage } from './office-package.ts';
import type { SlideParts } from './pptx-slide.ts';
import { paragraphs, readSlide } from './pptx-slide.ts';
import { openTally } from './tally.ts';

/** The size of a slide where the file does not say it, in the format's units. */
const SIZE = { width: 9_144_000, height: 6_858_000 };
/** Levels of the outline: what begins a part, and every other slide. */
const LEVEL = { part: 1, slide: 2 };

/** Reads presentations: a page a slide, its number that of the program; a hidden slide is an empty page. */
export const pptxReader: ReportReader = {
  extensions: ['.pptx', '.pptm', '.ppsx'],
  largest: FILE_LIMITS.bytes,
  async read(path, bytes, progress = () => undefined) {
    const file = basename(path);
    const tally = openTally();
    const office = openOfficePackage(file, bytes, 'presentation', tally);
    const targets = new Map(office.relations.map(({ id, target }) => [id, target]));
    const ids = childrenOf(childOf(office.root, 'sldidlst'), 'sldid');
    refuseTooMuch(file, { pages: ids.length });
    const parts = { size: sizeOf(office), tally };
    const isPart = partTeller(office);
    const slides = ids.map((slide, at) => {
      const read = slidePage(targets.get(relationId(slide)), office, {
        ...parts,
        isPart,
        isFirst: at === 0,
      });
      progress(at + 1);
      return read;
    });
    countUnreadCharts(office, tally);
    const pages = slides.map(({ page }) => page);
    refuseWithoutText(
      file,
      pages.flatMap(({ lines }) => lines),
    );
    const title = slides[0]?.title ?? office.title;
    return {
      file,
      hash: hashOf(bytes),
      paged: true,
      slides: true,
      pages,
      passedOver: tally.counts(),
      ...given({ title, writtenOn: office.writtenOn }),
    };
  },
};

function sizeOf({ root }: OfficePackage): SlideParts['size'] {
  const size = childOf(root, 'sldsz');
  const [width, height] = ['cx', 'cy'].map((key) => Number(attribute(size, key)));
  return width && height ? { width, height } : SIZE;
}

interface PageParts extends SlideParts {
  isPart(relations: Relation[]): boolean;
  isFirst: boolean;
}

/** A slide as a page; the title of a cover is the report's. */
function slidePage(
  target: string | undefined,
  office: OfficePackage,
  parts: PageParts,
): { page: SourcePage; title?: string } {
  const root = target === undefined ? undefined : office.part(target);
  if (!root || target === undefined) return { page: { lines: [] } };
  if (['0', 'false'].includes(attribute(root, 'show') ?? '')) {
    parts.tally.add('hidden_slides');
    return { page: { lines: [], isHidden: true } };
  }
  const relations = office.relationsOf(target);
  countUnseen(relations, office, parts);
  const { title, isCover, blocks } = readSlide(root, { ...parts, chartOf: chartsOf(office, relations) });
  const isTitle = isCover && parts.isFirst;
  const drawn = relations
    .filter(({ type }) => type === 'diagramdrawing')
    .flatMap((relation) => within(office.part(relation.target), 'txbody'))
    .flatMap((body) => paragraphs(body, parts));
  const head: DocumentBlock[] = title === undefined ? [] : [headOf(title, isTitle, parts.isPart(relations))];
  return {
    page: { lines: documentLines([...head, ...blocks, ...drawn]) },
    ...(title !== undefined && isTitle ? { title } : {}),
  };
}

function headOf(text: string, isTitle: boolean, isPart: boolean): DocumentBlock {
  if (isTitle) return { kind: 'text', lines: [text] };
  return { kind: 'heading', level: isPart ? LEVEL.part : LEVEL.slide, text };
}

/** Tells slides that begin a part, by what they are laid out as. */
function partTeller(office: OfficePackage): PageParts['isPart'] {
  const known = new Map<string, boolean>();
  return (relations) => {
    const layout = relations.find(({ type }) => type === 'slidelayout')?.target;
    if (layout === undefined) return false;
    const isPart = known.get(layout) ?? attribute(office.part(layout), 'type') === 'secHead';
    known.set(layout, isPart);
    return isPart;
  };
}

function countUnseen(relations: Relation[], office: OfficePackage, { tally }: SlideParts): void {
  for (const { type, target } of relations) {
    if (type === 'notesslide' && hasNotes(office, target)) tally.add('speaker_notes');
    if (type === 'comments') tally.add('comments', within(office.part(target), 'cm').length);
  }
}

/** Whether the notes of a slide say anything; a number of the page does not. */
function hasNotes(office: OfficePackage, target: string): boolean {
  return within(office.part(target), 'sp').some(
    (shape) =>
      within(shape, 'ph').some((placeholder) => attribute(placeholder, 'type') === 'body') &&
      textIn(childOf(shape, 'txbody')).trim() !== '',
  );
}
