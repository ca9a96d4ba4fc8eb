import type { FootnotedDocument } from '../domain/footnoted-document.ts';

/** A document as plain text, to be pasted anywhere: `It grew by 3%. [1]`, the notes below. */
export function textDocument({ title, about, parts, notes }: FootnotedDocument): string {
  const body = parts.flatMap(({ heading, sentences, remarks }) => [
    ...(heading === undefined ? [] : [heading]),
    ...sentences.map(({ text, notes: numbers, remark }) =>
      [[text, ...numbers.map((number) => `[${number}]`)].join(' '), ...(remark === undefined ? [] : [remark])].join(
        '\n',
      ),
    ),
    ...remarks,
  ]);
  const list = notes.map((note, at) => `[${at + 1}] ${note}`).join('\n');
  return `${[[title, ...about].join('\n'), ...body, list].filter((block) => block !== '').join('\n\n')}\n`;
}

/** A document as Markdown with footnotes: `It grew by 3%.[^1]`. What means something in Markdown is made harmless. */
export function markdownDocument({ title, about, parts, notes }: FootnotedDocument): string {
  const body = parts.flatMap(({ heading, sentences, remarks }) => [
    ...(heading === undefined ? [] : [`## ${escaped(heading)}`]),
    ...sentences.flatMap(({ text, notes: numbers, remark }) => [
      escaped(text) + numbers.map((number) => `[^${number}]`).join(''),
      ...(remark === undefined ? [] : [`*${escaped(remark)}*`]),
    ]),
    ...remarks.map((remark) => `*${escaped(remark)}*`),
  ]);
  const list = notes.map((note, at) => `[^${at + 1}]: ${escaped(note)}`).join('\n');
  const blocks = [`# ${escaped(title)}`, about.map(escaped).join('  \n'), ...body, list];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** One line, whatever stood in it; no mark of Markdown and no HTML. */
function escaped(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>|~#&]/gu, String.raw`\$&`)
    .replace(/^(?:[-+=]|\d+(?=[.)]))/u, (start) => (/^\d/u.test(start) ? `${start}\\` : `\\${start}`));
}
