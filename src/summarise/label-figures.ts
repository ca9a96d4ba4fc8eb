import { words } from '../lexicon/lexicon.ts';
import type { DraftFigure } from '../verify/verify-summary.ts';
import type { Names } from '../lexicon/names.ts';
import { labelOf, shortened } from './figure-label.ts';
import type { Labelled } from './series-values.ts';
import { labelled, listIn, titleOf } from './series-values.ts';
import type { Candidate } from './read-candidates.ts';
import { printedFigures } from '../quantities/printed-figures.ts';
import { holdsHanWord } from '../text/holds-letters.ts';

const KIND_ORDER = { amount: 3, share: 2, count: 1, date: 0 } as const;
/** Says how something changed or what part it is, not what. */
const LEANS = words('figure label/leans');
/** Whose and when, without what. */
const TIMES = words('ends a time');
/** Begins in the middle of something. */
const NO_LABEL = words('figure label/none');

/** The figures of the points that say most, each with the words that say what it measures, in reading order. */
export function labelFigures(points: readonly Candidate[], names: Names, limit: number): DraftFigure[] {
  const found = points.flatMap((point) => figuresIn(point, names));
  const distinct = found.filter(
    ({ value, label }, at) => found.findIndex((other) => other.value === value && other.label === label) === at,
  );
  const kept = new Set(distinct.toSorted((a, b) => b.rank - a.rank).slice(0, limit));
  return distinct
    .filter((figure) => kept.has(figure))
    .map(({ label, value, citation }) => ({ label, value, citation }));
}

/** A subject as far as its last time goes. */
function timeOf(subject: string): string {
  return subject.slice(0, TIMES.find(subject).at(-1)?.end ?? subject.length);
}

function figuresIn({ text, sentences, span }: Candidate, names: Names): (DraftFigure & { rank: number })[] {
  const passage = sentences[0]?.block.passage.ref ?? '';
  const listed = sentences.flatMap((sentence, at) => listIn(sentence, names, sentences[at - 1]).flat());
  const named = sentences
    .flatMap((sentence) => labelled(sentence, names))
    .filter(({ kind, side, figure }) => kind === 'name' && side === 'before' && figure.kind === 'share');
  let subject = '';
  return printedFigures(text).flatMap((figure) => {
    if (figure.kind === 'date' || figure.unit === '') return [];
    const isHere = (one: Labelled) => one.sentence.span.start + one.figure.start === span.start + figure.start;
    const member = listed.find(isHere);
    const owner = named.find(isHere)?.label ?? '';
    const plain = labelOf(text, figure);
    const isNamed = names.find(plain).some(({ kind }) => kind !== 'term');
    const alone = isNamed ? plain : `${owner} ${plain}`.trim();
    const own = member ? `${member.subject}${member.label} ${titleOf(member.between, member.label)}`.trim() : alone;
    const label =
      LEANS.isIn(own) && subject !== '' ? shortened(`${own.startsWith('净') ? timeOf(subject) : subject} ${own}`) : own;
    if (!LEANS.isIn(own)) subject = own;
    if (
      (!holdsHanWord(label) && !/[a-z]{3}[^a-z]{1,20}\S{0,40}[a-z]{3}/iu.test(label)) ||
      LEANS.isIn(label) ||
      NO_LABEL.isIn(label) ||
      holdsFigure(label)
    )
      return [];
    return [{ label, value: figure.text, citation: { passage, quote: text }, rank: KIND_ORDER[figure.kind] }];
  });
}

/** The second of two figures in one clause: what measures it stands before the first. */
function holdsFigure(label: string): boolean {
  return printedFigures(label).some(
    ({ kind, unit }) => kind !== 'date' && unit !== '' && !['年', '月', '天'].includes(unit),
  );
}
