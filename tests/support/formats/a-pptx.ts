import type { LittleReport, LittleTable } from './little-report.ts';
import { placed, widthOf, xml } from './little-report.ts';
import { aZip, coreProperties, relations } from './zip.ts';

/** A slide of a presentation. */
export interface ASlide {
  title?: string;
  isCover?: boolean;
  /** Shapes as XML, after the title. */
  shapes?: string[];
  isHidden?: boolean;
  notes?: string;
  relations?: readonly (readonly [string, string, string])[];
}

/** A shape with some paragraphs; `type` of a placeholder, `properties` of its name. */
export function aShape(paragraphs: readonly string[], type?: string, properties = '', frame = ''): string {
  const placeholder = type === undefined ? '' : `<p:ph type="${type}"/>`;
  const text = paragraphs.map((each) => `<a:p><a:r><a:t>${xml(each)}</a:t></a:r></a:p>`).join('');
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x" ${properties}/><p:cNvSpPr/><p:nvPr>${placeholder}</p:nvPr>` +
    `</p:nvSpPr><p:spPr>${frame}</p:spPr><p:txBody><a:bodyPr/>${text}</p:txBody></p:sp>`
  );
}

/** A table of a slide. */
export function aPptxTable({ heads, rows }: Pick<LittleTable, 'heads' | 'rows'>): string {
  const all = [...heads, ...rows];
  const cells = placed(all);
  const body = all.map((_, row) => {
    const own = Array.from({ length: widthOf(all) }, (_each, column) => {
      const cell = cells.find(
        (each) =>
          each.row <= row && row < each.row + each.rows && each.column <= column && column < each.column + each.columns,
      );
      if (!cell) return '<a:tc><a:txBody><a:p/></a:txBody></a:tc>';
      const marks = [
        cell.row < row ? ' vMerge="1"' : '',
        cell.column < column ? ' hMerge="1"' : '',
        cell.rows > 1 ? ` rowSpan="${cell.rows}"` : '',
        cell.columns > 1 ? ` gridSpan="${cell.columns}"` : '',
      ];
      const text = cell.row === row && cell.column === column ? `<a:r><a:t>${xml(cell.text)}</a:t></a:r>` : '';
      return `<a:tc${marks.join('')}><a:txBody><a:p>${text}</a:p></a:txBody></a:tc>`;
    });
    return `<a:tr>${own.join('')}</a:tr>`;
  });
  const head = heads.length === 1 ? ' firstRow="1"' : '';
  return (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="t"/><p:cNvGraphicFramePr/><p:nvPr/>' +
    `</p:nvGraphicFramePr><a:graphic><a:graphicData><a:tbl><a:tblPr${head}/>${body.join('')}</a:tbl>` +
    '</a:graphicData></a:graphic></p:graphicFrame>'
  );
}

/** A presentation of slides. */
export function aPptxOf(slides: readonly ASlide[], title = ''): Uint8Array {
  const list = slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="s${at}"/>`).join('');
  const parts: Record<string, string> = {
    '_rels/.rels': relations([['r1', 'officeDocument', 'ppt/presentation.xml']]),
    'docProps/core.xml': coreProperties(title),
    'ppt/presentation.xml':
      `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst>${list}</p:sldIdLst><p:sldSz cx="9144000" ` +
      'cy="6858000"/></p:presentation>',
    'ppt/_rels/presentation.xml.rels': relations(
      slides.map((_, at) => [`s${at}`, 'slide', `slides/slide${at + 1}.xml`]),
    ),
  };
  slides.forEach((slide, at) => {
    const head = slide.title === undefined ? [] : [aShape([slide.title], slide.isCover ? 'ctrTitle' : 'title')];
    const shown = slide.isHidden ? ' show="0"' : '';
    parts[`ppt/slides/slide${at + 1}.xml`] =
      `<p:sld xmlns:p="p" xmlns:a="a"${shown}><p:cSld><p:spTree>` +
      `${[...head, ...(slide.shapes ?? [])].join('')}</p:spTree></p:cSld></p:sld>`;
    const notes: [string, string, string][] =
      slide.notes === undefined ? [] : [['n1', 'notesSlide', `../notesSlides/notes${at + 1}.xml`]];
    if (slide.notes !== undefined)
      parts[`ppt/notesSlides/notes${at + 1}.xml`] =
        `<p:notes xmlns:p="p" xmlns:a="a"><p:cSld><p:spTree>${aShape([slide.notes], 'body')}</p:spTree>` +
        '</p:cSld></p:notes>';
    const own = [...notes, ...(slide.relations ?? [])];
    if (own.length > 0) parts[`ppt/slides/_rels/slide${at + 1}.xml.rels`] = relations(own);
  });
  return aZip(parts);
}

/** A report as a presentation: a cover, and a slide a section. */
export function aPptx({ title, date, sections }: LittleReport): Uint8Array {
  return aPptxOf([
    { title, isCover: true, shapes: [aShape([date], 'subTitle')] },
    ...sections.map(({ heading, paragraphs, table }) => ({
      title: heading,
      shapes: [aShape(paragraphs), ...(table ? [...table.above.map((line) => aShape([line])), aPptxTable(table)] : [])],
    })),
  ]);
}
