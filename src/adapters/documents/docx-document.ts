import { Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { FootnotedDocument } from '../../domain/footnoted-document.ts';

/** Word takes the first for Latin text and the second for Chinese. */
const FONTS = { ascii: 'Georgia', hAnsi: 'Georgia', eastAsia: 'SimSun' };
const SIZE = { body: 22, small: 18 };
const LANGUAGES = { zh: 'zh-CN', en: 'en-GB' };
/** Space below a paragraph, in twentieths of a point. */
const BELOW = { after: 140 };

/** A document for Word, with footnotes of its own. Each reference is one of these; a second one names the first. */
export async function writeDocx(document: FootnotedDocument): Promise<Uint8Array> {
  const { language, title, about, parts, notes } = document;
  /** Numbers of the document's notes in the order of Word's. */
  const references: number[] = [];
  const small = (text: string) =>
    new Paragraph({ spacing: BELOW, children: [new TextRun({ text, size: SIZE.small, color: '5c5a55' })] });
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, text: title, spacing: BELOW }),
    ...about.map(small),
    ...parts.flatMap(({ heading, sentences, remarks }) => [
      ...(heading === undefined ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_1, text: heading })]),
      ...sentences.flatMap(({ text, notes: numbers, remark }) => [
        new Paragraph({
          spacing: BELOW,
          children: [new TextRun(text), ...numbers.map((number) => new FootnoteReferenceRun(references.push(number)))],
        }),
        ...(remark === undefined ? [] : [small(remark)]),
      ]),
      ...remarks.map(small),
    ]),
  ];
  const footnotes = Object.fromEntries(
    references.map((number, at) => {
      const first = references.indexOf(number);
      const text = first === at ? (notes[number - 1] ?? '') : sameAs(first + 1, language);
      return [
        at + 1,
        { children: [new Paragraph({ children: [new TextRun({ text: ` ${text}`, size: SIZE.small })] })] },
      ];
    }),
  );
  const file = new Document({
    title,
    creator: 'Footnote',
    styles: { default: { document: { run: { font: FONTS, size: SIZE.body, language: languageOf(language) } } } },
    footnotes,
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function languageOf(language: FootnotedDocument['language']) {
  return { value: LANGUAGES[language], eastAsia: LANGUAGES.zh };
}

function sameAs(note: number, language: FootnotedDocument['language']): string {
  return language === 'zh' ? `同注 ${note}。` : `See note ${note}.`;
}
