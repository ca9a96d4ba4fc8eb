import type { DraftFigure } from '../verify/verify-summary.ts';
import type { Names } from '../lexicon/names.ts';
import { labelOf, shortened } from './figure-label.ts';
import type { Labelled } from './series-values.ts';
import { labelled, listIn, titleOf } from './series-values.ts';
import type { Candidate } from './read-candidates.ts';
import { printedFigures } from './printed-figures.ts';

const KIND_ORDER = { amount: 3, share: 2, count: 1, date: 0 } as const;
/** Says how something changed or what part it is, not what. */
const LEANS =
  /^(?:同比|环比|占比|占|其中|增长|增速|增幅|下降|上升|提高|高于|低于|高出|较|比|约|净|年均|复合|合计|并|也|则|而|up\b|down\b|growth\b|a (?:rise|fall)\b)/iu;
/** Whose and when, without what. */
const TIMED = /^.*(?:年(?:[上下]半年)?|季度|月)/u;
/** Begins in the middle of something. */
const NO_LABEL =
  /^(?:[和与及、其该这]|可以|可|分别|并|但|而|为|about\b|and\b|or\b|costs?\b|the second|that\b|which\b|it\b|its\b)/iu;

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
      LEANS.test(own) && subject !== ''
        ? shortened(`${own.startsWith('净') ? (TIMED.exec(subject)?.[0] ?? subject) : subject} ${own}`)
        : own;
    if (!LEANS.test(own)) subject = own;
    if (
      !/\p{Script=Han}{2}|[a-z]{3}[^a-z]{1,20}\S{0,40}[a-z]{3}/iu.test(label) ||
      LEANS.test(label) ||
      NO_LABEL.test(label) ||
      holdsFigure(label)
    )
      return [];
    return [{ label, value: figure.text, citation: { passage, quote: text }, rank: KIND_ORDER[figure.kind] }];
  });
}

/** The second of two figures in one clause: what measures it stands before the first. */
function holdsFigure(label: string): boolean {
  return printedFigures(label).some(({ kind, unit }) => kind !== 'date' && unit !== '' && !/^[年月天]$/u.test(unit));
}
