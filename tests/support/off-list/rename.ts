import type { StrangeWord } from '../../../bench/fit/off-list.ts';
import { dictionaryWords } from './dictionary-words.ts';
import { drawWord } from './draw-word.ts';
import type { SuiteWord } from './suite-words.ts';

/** What replaces what: the same in every text that belongs together. */
export interface Renaming {
  /** A text with its words replaced. */
  apply(text: string): string;
  /** The words that were drawn. */
  drawn: readonly StrangeWord[];
}

/** `grow|rise;grows|rises;grew|rose;growing|rising`: a verb's times, in this order. */
const TIMES: readonly ((verb: string) => string)[] = [
  (verb) => verb,
  (verb) => (verb.endsWith('y') ? `${verb.slice(0, -1)}ies` : `${verb}s`),
  (verb) => (verb.endsWith('y') ? `${verb.slice(0, -1)}ied` : `${stemOf(verb)}ed`),
  (verb) => `${stemOf(verb)}ing`,
];

/**
 * Draws a word of its class for each word that stands in some texts, in both languages, and no two alike: what they say
 * of each other stays as true or false as it was. The same seed draws the same words; a word that joins a list of the
 * program, and so can no longer be drawn, changes no other.
 */
export function drawRenaming(texts: readonly string[], words: readonly SuiteWord[], seed: number): Renaming {
  const all = [...new Set(texts)].join('\n');
  const replacements = new Map<string, string>();
  const drawn: StrangeWord[] = [];
  for (const word of words) {
    const forms = [...word.zh, ...word.en.flatMap((time) => time.split(/[;|]/u))];
    if (!forms.some((form) => patternOf([form]).test(all))) continue;
    const stranger = drawOne(word, all, drawn, `${seed} ${texts[0] ?? ''} ${forms.join(' ')}`);
    drawn.push(stranger);
    for (const form of word.zh) replacements.set(form, stranger.zh);
    for (const [form, replacement] of englishForms(word, stranger.en)) {
      replacements.set(form, replacement);
      if (form !== capital(form)) replacements.set(capital(form), capital(replacement));
    }
  }
  if (replacements.size === 0) return { drawn, apply: (text) => text };
  const pattern = patternOf([...replacements.keys()]);
  return { drawn, apply: (text) => text.replaceAll(pattern, (form) => replacements.get(form) ?? form) };
}

/** One that no text holds and, while there are some, a name that shares no character with others or with the texts. */
function drawOne(word: SuiteWord, texts: string, drawn: readonly StrangeWord[], lot: string): StrangeWord {
  const taken = texts + drawn.map(({ zh }) => zh).join('');
  const isFree = ({ zh, en }: StrangeWord) =>
    !drawn.some((other) => other.zh === zh || other.en === en) && !texts.includes(zh) && !texts.includes(en);
  const isApart = ({ zh, en }: StrangeWord) =>
    isName(word) ? ![...zh].some((character) => taken.includes(character)) : takesAn(en) === takesAn(word.en[0] ?? '');
  const free = dictionaryWords()[word.class].filter(isFree);
  return drawWord(word.class, lot, free.some(isApart) ? (one) => isFree(one) && isApart(one) : isFree);
}

function isName({ class: of }: SuiteWord): boolean {
  return of === 'company' || of === 'product' || of === 'place' || of === 'person';
}

function takesAn(word: string): boolean {
  return /^[aeio]/iu.test(word);
}

function englishForms({ class: of, en }: SuiteWord, replacement: string): [form: string, replacement: string][] {
  const isVerb = ['rise', 'fall', 'buy', 'sell'].includes(of);
  if (!isVerb) return en.map((form) => [form, replacement]);
  return en
    .join('|')
    .split(';')
    .flatMap((forms, time) =>
      forms.split('|').map((form): [string, string] => [form, TIMES[time]?.(replacement) ?? '']),
    );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function stemOf(verb: string): string {
  return verb.replace(/e$/u, '');
}

/** Longest first; a Latin form stands alone, and what names a measure is no verb: 增长率. */
function patternOf(forms: readonly string[]): RegExp {
  const escaped = forms
    .toSorted((a, b) => b.length - a.length)
    .map((form) => {
      const text = form.replaceAll('.', String.raw`\.`);
      return /\p{Script=Han}/u.test(form)
        ? `${text}(?![率点极值])`
        : `(?<!\\p{Script=Latin})${text}(?!\\p{Script=Latin})`;
    });
  return new RegExp(escaped.join('|'), 'gu');
}
