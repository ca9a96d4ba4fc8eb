import type { DraftFigure } from '../verify/verify-summary.ts';
import { tagWords } from '../text/tag-words.ts';
import type { Candidate } from './read-candidates.ts';
import type { PrintedFigure } from './printed-figures.ts';
import { printedFigures } from './printed-figures.ts';

/** Longest label, in characters of Chinese; Latin ones count half. */
const LABEL = 26;
const KIND_ORDER = { amount: 3, share: 2, count: 1, date: 0 } as const;
/** Words at the end of what comes before a figure that only lead up to it. */
const LEADS = /(?:达到了?|高达|达|已?超过?|突破|约为?|近|为|是|有|共|已|了|至|到|的|将|以|仅|只有?|又|均|合计|总计|分别|大概|接近|不足|逾|(?<=\s)(?:of|to|at|by|was|were|is|are|reached|about|over|some|the|a|nearly|almost|roughly|more than))\s*$/iu;
/** Says how something changed or what part it is, not what. */
const LEANS = /^(?:同比|环比|占比|占|其中|增长|增速|增幅|下降|上升|提高|较|比|约|净|年均|复合|合计|并|也|则|而|up\b|down\b|growth\b|a (?:rise|fall)\b)/iu;
const CLAUSE = /[，。；：？！、]|,\s|;\s|\.\s|:\s/gu;

/** The figures of the points that say most, each with the words that say what it measures, in reading order. */
export function labelFigures(points: readonly Candidate[], limit: number): DraftFigure[] {
  const found = points.flatMap((point) => figuresIn(point));
  const distinct = found.filter(({ value, label }, at) => found.findIndex((other) => other.value === value && other.label === label) === at);
  const kept = new Set(distinct.toSorted((a, b) => b.rank - a.rank).slice(0, limit));
  return distinct.filter((figure) => kept.has(figure)).map(({ label, value, citation }) => ({ label, value, citation }));
}

function figuresIn({ text, sentences }: Candidate): (DraftFigure & { rank: number })[] {
  const passage = sentences[0]?.block.passage.ref ?? '';
  let subject = '';
  return printedFigures(text).flatMap((figure) => {
    if (figure.kind === 'date' || figure.unit === '') return [];
    const own = labelOf(text, figure);
    const label = LEANS.test(own) && subject !== '' ? shortened(`${subject} ${own}`) : own;
    if (!LEANS.test(own)) subject = own;
    if (!/\p{Script=Han}{2}|[a-z]{3}/iu.test(label) || LEANS.test(label)) return [];
    return [{ label, value: figure.text, citation: { passage, quote: text }, rank: KIND_ORDER[figure.kind] }];
  });
}

/** What stands before a figure in its clause, or after it when nothing does. */
export function labelOf(text: string, { start, end }: Pick<PrintedFigure, 'start' | 'end'>): string {
  const from = [...text.slice(0, start).matchAll(CLAUSE)].map(({ index, 0: mark }) => index + mark.length).at(-1) ?? 0;
  const before = cutLead(text.slice(from, start));
  if (/\p{Script=Han}{2}|[a-z]{3}/iu.test(before)) return shortened(before);
  const rest = text.slice(end);
  const after = rest.slice(0, rest.search(CLAUSE) < 0 ? rest.length : rest.search(CLAUSE));
  return shortened(`${before}${after.startsWith('的') ? after.slice(1) : after}`);
}

function cutLead(text: string): string {
  const cut = text.replace(LEADS, '').trimEnd();
  return cut === text.trimEnd() ? cut.trim() : cutLead(cut);
}

/** The end of a long label says what is measured; it is cut between words. */
function shortened(label: string): string {
  const plain = label.replaceAll(/[“”"（(]/gu, '').trim();
  const limit = /\p{Script=Han}/u.test(plain) ? LABEL : 2 * LABEL;
  if (plain.length <= limit) return plain;
  const start = tagWords(plain).find((word) => plain.length - word.start <= limit && word.text.trim() !== '')?.start ?? plain.length - limit;
  return plain.slice(start).trim();
}
