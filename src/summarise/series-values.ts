import type { Words } from '../lexicon/lexicon.ts';
import { words } from '../lexicon/lexicon.ts';
import type { Names } from '../lexicon/names.ts';
import { labelOf } from './figure-label.ts';
import { tagWords } from '../text/tag-words.ts';
import { findPeriodLabels, lastYearRange } from '../quantities/period-labels.ts';
import type { PrintedFigure } from '../quantities/printed-figures.ts';
import { printedFigures } from '../quantities/printed-figures.ts';
import type { BlockSentence } from './read-blocks.ts';
import { holdsHanWord, isHan } from '../text/holds-letters.ts';

/** Fewer values are said, not drawn. */
export const LEAST_VALUES = 3;
/** Longest name of whom values are of, in characters. */
const SUBJECT = 12;
/** `丙公司的份额为`: a clause of a name and a measure. */
const SAYS = words('series/says');
const NAMED = /^\s*(?<name>\p{L}{2,8})$/u;
const OF = words('series/of');
/** One value for each that is named before. */
const EACH = words('series/each');
const LISTS = words('lists');
/** What a clause ends with behind whom it names, and what stands around the words for a measure. */
const BEHIND_SUBJECT = words('series/behind a subject');
const BEFORE_MEASURE = words('series/before a measure');
const BEHIND_MEASURE = words('series/behind a measure');

/** A value with the name or the period that it belongs to. */
export interface Labelled {
  label: string;
  /** A guess is a word that stands where a name would; it counts among shares only. */
  kind: 'name' | 'guess' | 'period';
  /** Where the label stands. */
  side: 'before' | 'behind';
  between: string;
  /** Whose values they are, where it stands before a period: `甲公司2017年至2019年的收入`. */
  subject: string;
  figure: PrintedFigure;
  sentence: BlockSentence;
}

/**
 * The values of `甲、乙和丙的份额分别为32%、19%和7%`, each with its name; the names may stand in the
 * sentence before.
 */
export function listIn(sentence: BlockSentence, names: Names, before: BlockSentence | undefined): Labelled[][] {
  const at = EACH.first(sentence.text)?.start;
  if (at === undefined) return [];
  const values = printedFigures(sentence.text).filter(({ start, kind }) => start > at && kind !== 'date');
  const first = values[0];
  const ends = values.findIndex(({ unit }, index) => unit !== first?.unit || !isListed(sentence.text, values, index));
  const alike = values.slice(0, ends < 0 ? values.length : ends);
  const own = yearsOf(sentence.text.slice(0, at), alike.length) ?? labelsIn(sentence.text.slice(0, at), names);
  const labels = own.length >= LEAST_VALUES || !before ? own : labelsIn(before.text, names);
  const last = labels.at(-1);
  if (
    !first ||
    !last ||
    alike.length < LEAST_VALUES ||
    alike.length !== labels.length ||
    new Set(labels.map(({ kind }) => kind)).size > 1
  )
    return [];
  const between = labels === own ? sentence.text.slice(last.end, at) : labelOf(sentence.text, { start: at, end: at });
  return [
    alike.flatMap((figure, index) =>
      labels[index]
        ? [
            {
              label: labels[index].text,
              kind: labels[index].kind,
              side: 'before' as const,
              between,
              subject: labels[index].kind === 'period' ? subjectOf(sentence.text.slice(0, labels[0]?.start ?? 0)) : '',
              figure,
              sentence,
            },
          ]
        : [],
    ),
  ];
}

/** `2017年至2019年…分别为` names three years by two. */
function yearsOf(text: string, count: number): ReturnType<typeof labelsIn> | undefined {
  const range = lastYearRange(text);
  if (!range || range.to - range.from + 1 !== count) return undefined;
  const { from, start, end } = range;
  return Array.from({ length: count }, (_, index) => ({
    text: `${from + index}年`,
    kind: 'period' as const,
    start,
    end,
  }));
}

function isListed(text: string, values: PrintedFigure[], index: number): boolean {
  const [before, value] = [values[index - 1], values[index]];
  return (
    index === 0 ||
    (before !== undefined && value !== undefined && isOnlyJoined(text.slice(before.end, value.start), /[、，,\s]/gu))
  );
}

/** True for words and marks that join what is listed, and nothing else. */
function isOnlyJoined(text: string, marks: RegExp): boolean {
  return text !== '' && LISTS.blank(text).replaceAll(marks, '') === '';
}

function labelsIn(text: string, names: Names): { text: string; kind: 'name' | 'period'; start: number; end: number }[] {
  const periods = findPeriodLabels(text).map((period) => ({ ...period, kind: 'period' as const }));
  const found = names.find(text).filter(({ kind }) => kind !== 'term');
  const named = found
    .filter(({ forms }, at) => found.findIndex((other) => other.forms === forms) === at)
    .map(({ text: name, start }) => ({ text: name, kind: 'name' as const, start, end: start + name.length }));
  const list = named.length < LEAST_VALUES && periods.length > named.length ? periods : named;
  return list.toSorted((a, b) => a.start - b.start);
}

/** Each figure with the name or the period that its own clause, or the one before, puts next to it. */
export function labelled(sentence: BlockSentence, names: Names): Labelled[] {
  const { text } = sentence;
  const figures = printedFigures(text).filter(({ kind, unit }) => kind !== 'date' && unit !== '');
  return figures.flatMap((figure, index) => {
    const label =
      labelBehind(text.slice(figure.end), names) ??
      (index > 0 && labelBehind(text.slice(figures[index - 1]?.end ?? 0), names)
        ? undefined
        : labelBefore(text.slice(figures[index - 1]?.end ?? 0, figure.start), names));
    return label ? [{ ...label, figure, sentence }] : [];
  });
}

/** `$6.6 billion for TSMC`: the name comes after the figure. */
function labelBehind(
  after: string,
  names: Names,
): Pick<Labelled, 'label' | 'kind' | 'side' | 'between' | 'subject'> | undefined {
  const lead = /^\s+(?:for|to|from|at|by|went to)\s+/iu.exec(after)?.[0];
  const name =
    lead === undefined
      ? undefined
      : names.find(after.slice(lead.length)).find(({ start, kind }) => start === 0 && kind !== 'term');
  return name && { label: name.text, kind: 'name', side: 'behind', between: '', subject: '' };
}

function labelBefore(
  before: string,
  names: Names,
): Pick<Labelled, 'label' | 'kind' | 'side' | 'between' | 'subject'> | undefined {
  const named = names.find(before).filter(({ kind }) => kind !== 'term');
  const [last, other] = [named.at(-1), named.at(-2)];
  if (last && other && isOnlyJoined(before.slice(other.start + other.text.length, last.start).trim(), /[、,\s]/gu))
    return undefined;
  if (last)
    return {
      label: last.text,
      kind: 'name',
      side: 'before',
      between: before.slice(last.start + last.text.length),
      subject: '',
    };
  const guessed = unknownIn(before.split(/[，,。；;、]/u).at(-1) ?? '');
  if (guessed && /^(?:n|x|eng|j)/u.test(tagWords(guessed.name)[0]?.tag ?? ''))
    return { label: guessed.name, kind: 'guess', side: 'before', between: guessed.rest, subject: '' };
  const period = findPeriodLabels(before).at(-1);
  return (
    period && {
      label: period.text,
      kind: 'period',
      side: 'before',
      between: before.slice(period.end),
      subject: subjectOf(before.slice(0, period.start)),
    }
  );
}

/** `丙公司的份额为`: a clause of a name and a measure. */
function unknownIn(clause: string): { name: string; rest: string } | undefined {
  const says = SAYS.find(clause).at(-1);
  if (says?.end !== clause.length) return undefined;
  const said = clause.slice(0, says.start);
  const of = OF.find(said)
    .map(({ start }) => start)
    .find((at) => isMeasure(said.slice(at + 1)));
  const name = NAMED.exec(said.slice(0, of))?.groups?.['name'];
  return name === undefined ? undefined : { name, rest: clause.slice(of ?? says.start) };
}

/** What the last clause of a text names, when it is short. */
function subjectOf(text: string): string {
  const clause =
    text
      .split(/[，,。；;：:]/u)
      .at(-1)
      ?.trim() ?? '';
  return clause.length <= SUBJECT ? withoutEnd(clause, BEHIND_SUBJECT) : '';
}

/** The measure in the words between a label and its value; none where they only say that it has it. */
export function titleOf(between: string, label: string): string {
  const clause = between.split(/[，,。；:：]/u).findLast((part) => part.trim() !== '') ?? '';
  const title = clause
    .replaceAll(/[“”（）()]/gu, '')
    .replace(label, '')
    .trim();
  const bare = withoutEnds(withoutBeginnings(title, BEFORE_MEASURE), BEHIND_MEASURE);
  return holdsHanWord(bare) ? bare : '';
}

function withoutBeginnings(text: string, these: Words): string {
  const found = these.atStart(text);
  return found ? withoutBeginnings(text.slice(found.end), these) : text;
}

function withoutEnds(text: string, these: Words): string {
  const left = withoutEnd(text, these);
  return left === text ? text : withoutEnds(left, these);
}

function withoutEnd(text: string, these: Words): string {
  const last = these.find(text).at(-1);
  return last?.end === text.length ? text.slice(0, last.start) : text;
}

/** 份额, 市场份额 …: two to six characters of Chinese. */
function isMeasure(text: string): boolean {
  return isHan(text) && text.length > 1 && text.length <= 6;
}
