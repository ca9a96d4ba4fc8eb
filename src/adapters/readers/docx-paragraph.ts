import type { TextRun } from '../../layout/documents/joined-runs.ts';
import { joinedRuns } from '../../layout/documents/joined-runs.ts';
import type { DocxStyle } from './docx-styles.ts';
import { toggled } from './docx-styles.ts';
import type { MarkupElement } from './markup.ts';
import { attribute, childOf, childrenOf, textIn, within } from './markup.ts';
import type { Tally } from './tally.ts';

/** A paragraph of a document as it is printed. */
export interface DocxParagraph {
  /** Its lines, as far as they are broken by hand. */
  lines: string[];
  /** All of its text is bold. */
  isBold: boolean;
  /** Ids of the notes that it leads to: `footnote 2`. */
  notes: string[];
  /** Text boxes that are anchored in it. */
  boxes: MarkupElement[];
}

/** What reading stands on. */
export interface ParagraphParts {
  styleOf(id: string | undefined): DocxStyle;
  tally: Tally;
}

interface ReadRun extends TextRun {
  isBold: boolean;
}

/** What holds runs and says nothing itself; a content control holds them one level deeper. */
const HOLDERS = [
  'ins',
  'moveto',
  'hyperlink',
  'smarttag',
  'fldsimple',
  'customxml',
  'sdt',
  'sdtcontent',
  'dir',
  'bdo',
  'omath',
  'omathpara',
];
/** What a tracked change takes away. */
const DELETED = ['del', 'movefrom'];

/** Reads what is printed of a paragraph: no deleted or hidden text, no codes of fields, no marks of notes. */
export function readParagraph(
  paragraph: MarkupElement,
  style: DocxStyle,
  { styleOf, tally }: ParagraphParts,
): DocxParagraph {
  const notes: string[] = [];
  const boxes: MarkupElement[] = [];

  function runsIn(holder: MarkupElement): ReadRun[] {
    return childrenOf(holder).flatMap((child): ReadRun[] => {
      if (DELETED.includes(child.name)) {
        if (textIn(child).trim() !== '') tally.add('deleted_text');
        return [];
      }
      if (child.name === 'r') return readRun(child);
      return HOLDERS.includes(child.name) ? runsIn(child) : [];
    });
  }

  function readRun(run: MarkupElement): ReadRun[] {
    const properties = childOf(run, 'rpr');
    const own = styleOf(attribute(childOf(properties, 'rstyle'), 'val'));
    const isHidden = toggled(properties, 'vanish') ?? (own.isHidden || style.isHidden);
    const isBold = toggled(properties, 'b') ?? (own.isBold || style.isBold);
    const raised = attribute(childOf(properties, 'vertalign'), 'val') === 'superscript' ? 'above' : undefined;
    const runs = childrenOf(run).flatMap((part): ReadRun[] => {
      const text = textOfPart(part);
      if (text !== undefined) return [{ text, raised, isBold }];
      const note = /^(footnote|endnote)reference$/u.exec(part.name)?.[1];
      if (note !== undefined) {
        notes.push(`${note} ${attribute(part, 'id')}`);
        return [{ text: '', isNote: true, isBold }];
      }
      boxes.push(...boxesIn(part));
      tally.add('pictures', picturesIn(part));
      return [];
    });
    if (!isHidden) return runs;
    if (runs.some(({ text }) => text.trim() !== '')) tally.add('hidden_text');
    return [];
  }

  const runs = runsIn(paragraph);
  const { text, marks } = joinedRuns(runs);
  tally.add('note_marks', marks);
  const filled = runs.filter((run) => run.text.trim() !== '');
  return {
    lines: text.split('\n'),
    isBold: filled.length > 0 && filled.every((run) => run.isBold),
    notes,
    boxes,
  };
}

function textOfPart(part: MarkupElement): string | undefined {
  switch (part.name) {
    case 't':
      return textIn(part);
    case 'tab':
      return ' ';
    case 'cr':
      return '\n';
    case 'br':
      return attribute(part, 'type') === undefined ? '\n' : ' ';
    case 'nobreakhyphen':
      return '-';
    default:
      return undefined;
  }
}

/** What is drawn stands in the file twice: as newer programs draw it, and for older ones. */
function drawn(part: MarkupElement): MarkupElement | undefined {
  if (part.name !== 'alternatecontent') return part;
  return childOf(part, 'choice') ?? childOf(part, 'fallback');
}

function boxesIn(part: MarkupElement): MarkupElement[] {
  return within(drawn(part), 'txbxcontent');
}

function picturesIn(part: MarkupElement): number {
  return within(drawn(part), 'pic', 'imagedata').length;
}
