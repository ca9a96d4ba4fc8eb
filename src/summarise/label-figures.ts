import type { DraftFigure } from '../verify/verify-summary.ts';
import type { Names } from '../text/names.ts';
import { labelOf, shortened } from './figure-label.ts';
import { listIn, titleOf } from './series-values.ts';
import type { Candidate } from './read-candidates.ts';
import { printedFigures } from './printed-figures.ts';

const KIND_ORDER = { amount: 3, share: 2, count: 1, date: 0 } as const;
/** Says how something changed or what part it is, not what. */
const LEANS = /^(?:同比|环比|占比|占|其中|增长|增速|增幅|下降|上升|提高|较|比|约|净|年均|复合|合计|并|也|则|而|up\b|down\b|growth\b|a (?:rise|fall)\b)/iu;
/** Begins in the middle of something. */
const NO_LABEL = /^(?:[和与及、其该这]|可以|可|分别|并|但|而|为|about\b|and\b|or\b|costs?\b|the second|that\b|which\b|it\b|its\b)/iu;

/** The figures of the points that say most, each with the words that say what it measures, in reading order. */
export function labelFigures(points: readonly Candidate[], names: Names, limit: number): DraftFigure[] {
  const found = points.flatMap((point) => figuresIn(point, names));
  const distinct = found.filter(({ value, label }, at) => found.findIndex((other) => other.value === value && other.label === label) === at);
  const kept = new Set(distinct.toSorted((a, b) => b.rank - a.rank).slice(0, limit));
  return distinct.filter((figure) => kept.has(figure)).map(({ label, value, citation }) => ({ label, value, citation }));
}

function figuresIn({ text, sentences, span }: Candidate, names: Names): (DraftFigure & { rank: number })[] {
  const passage = sentences[0]?.block.passage.ref ?? '';
  const listed = sentences.flatMap((sentence, at) => listIn(sentence, names, sentences[at - 1]).flat());
  let subject = '';
  return printedFigures(text).flatMap((figure) => {
    if (figure.kind === 'date' || figure.unit === '') return [];
    const member = listed.find((one) => one.sentence.span.start + one.figure.start === span.start + figure.start);
    const own = member ? `${member.label} ${titleOf(member.between, member.label)}`.trim() : labelOf(text, figure);
    const label = LEANS.test(own) && subject !== '' ? shortened(`${subject} ${own}`) : own;
    if (!LEANS.test(own)) subject = own;
    if (!/\p{Script=Han}{2}|[a-z]{3}[^a-z]+\S*[a-z]{3}/iu.test(label) || LEANS.test(label) || NO_LABEL.test(label)) return [];
    return [{ label, value: figure.text, citation: { passage, quote: text }, rank: KIND_ORDER[figure.kind] }];
  });
}
