import type { Span } from '../domain/report.ts';

/** A sentence and where it stands in the text it was cut from. */
export interface Sentence {
  span: Span;
  text: string;
}

// A full stop ends a sentence only before white space and not after a single capital or a known abbreviation.
const SENTENCE_END = /[。！？!?；;]+[”’」』）)"]*|\.(?=[”’"]?\s+[A-Z“"(\p{Script=Han}])[”’"]?|\.[”’"]?\s*$|\n+/gu;
/** Without capitals to go by. */
const CANONICAL_END = new RegExp(SENTENCE_END.source.replace('A-Z', 'a-z'), 'gu');
const ABBREVIATION = /(?:^|[\s(])(?:[A-Za-z]|Mr|Ms|Mrs|Dr|Inc|Corp|Ltd|Co|vs|No|Fig|St|e\.g|i\.e|approx|U\.S)$/iu;

/** Cuts text into sentences, Chinese and English; white space around them is left out. */
export function splitSentences(text: string): Sentence[] {
  return splitAt(text, SENTENCE_END);
}

/** The same for canonical text, which has no capitals: now and then it cuts after an abbreviation. */
export function splitCanonical(text: string): Sentence[] {
  return splitAt(text, CANONICAL_END);
}

/** True for a text whose full stop would be that of an abbreviation. */
export function endsInAbbreviation(text: string): boolean {
  return ABBREVIATION.test(text);
}

function splitAt(text: string, ends: RegExp): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(ends)) {
    if (match[0].startsWith('.') && endsInAbbreviation(text.slice(0, match.index))) continue;
    const end = match.index + match[0].length;
    pushTrimmed(sentences, text, start, end);
    start = end;
  }
  pushTrimmed(sentences, text, start, text.length);
  return sentences;
}

function pushTrimmed(sentences: Sentence[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end);
  const trimmed = raw.trim();
  if (trimmed === '') return;
  const from = start + raw.indexOf(trimmed);
  sentences.push({ span: { start: from, end: from + trimmed.length }, text: trimmed });
}
