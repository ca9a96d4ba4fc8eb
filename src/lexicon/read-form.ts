import { holdsHan } from '../text/holds-letters.ts';

/** What a form is made of: letters as they stand, any ending, any word, a figure, anything between two parts. */
export type Piece =
  | { kind: 'letters'; text: string; isExact: boolean }
  | { kind: 'ending' | 'word' | 'number' | 'gap' | 'wide gap' };

/** A form of the lexicon, taken apart. */
export interface Form {
  class: string;
  /** A longer word that holds a form and is something else. */
  isException: boolean;
  /** Stands at the beginning of a text, at its end. */
  isFirst: boolean;
  isLast: boolean;
  /** Counts only where jieba cuts it off as a word. */
  isToken: boolean;
  isChinese: boolean;
  /** Latin words begin and end where words do. */
  beginsWord: boolean;
  endsWord: boolean;
  pieces: readonly Piece[];
}

const PARTS = /\{n\}|……|…|\*|[^*…{]+/gu;

/** Takes forms apart by the marks that `lexicon/README.md` explains. */
export function readForms(rows: readonly { form: string; class: string }[]): Form[] {
  return rows.flatMap(({ form, class: kind }) => alternatives(form).map((one) => readForm(one, kind)));
}

/** `(a|b)c` are the forms `ac` and `bc`. */
function alternatives(form: string): string[] {
  const open = form.indexOf('(');
  const close = form.indexOf(')', open);
  if (open < 0 || close < 0) return [form];
  const middles = form.slice(open + 1, close).split('|');
  return middles.flatMap((middle) => alternatives(form.slice(0, open) + middle + form.slice(close + 1)));
}

function readForm(form: string, kind: string): Form {
  const isException = form.startsWith('!');
  const isToken = form.startsWith('[') && form.endsWith(']');
  const isExact = form.startsWith('"') && form.endsWith('"');
  const isFirst = form.startsWith('^');
  const isLast = form.endsWith('$');
  const plain = form.slice(
    isException || isToken || isExact || isFirst ? 1 : 0,
    isToken || isExact || isLast ? -1 : undefined,
  );
  return {
    class: kind,
    isException,
    isToken,
    isFirst,
    isLast,
    isChinese: holdsHan(plain),
    beginsWord: isWordLetter(plain, 0),
    endsWord: isWordLetter(plain, plain.length - 1),
    pieces: [...plain.matchAll(PARTS)].map(({ 0: part, index }): Piece => {
      if (part === '{n}') return { kind: 'number' };
      if (part === '…') return { kind: 'gap' };
      if (part === '……') return { kind: 'wide gap' };
      if (part === '*') return { kind: isWordLetter(plain, index - 1) ? 'ending' : 'word' };
      return { kind: 'letters', text: part, isExact: isExact || lowerCase(part) !== part };
    }),
  };
}

/** True where a Latin letter or a digit stands. */
export function isWordLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    (code >= 0xc0 && code <= 0x24f)
  );
}

/** In lower case, as long as it was: `İ` would become two letters. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from({ length: text.length }, (_, at) => {
    const small = text.charAt(at).toLowerCase();
    return small.length === 1 ? small : text.charAt(at);
  }).join('');
}
