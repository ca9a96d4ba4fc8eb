import type { Language } from '../domain/report.ts';
import { unmetMeasures } from '../text/measures.ts';
import { holdsName } from '../text/names.ts';
import { periodsOf, unmetPeriods } from '../text/periods.ts';
import { tokenise } from '../text/tokenise.ts';
import { fold } from '../text/fold-text.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import type { Shape } from './answer-shape.ts';
import { isListAsked, isListing, shapeOf } from './answer-shape.ts';
import type { QueryUnit } from './query-unit.ts';
import type { Presence, ReadSentence } from './read-sentences.ts';
import type { Ask } from './split-question.ts';
import { namedIn } from './named-things.ts';
import { fitsScope } from './fit-scope.ts';
import { unmetNames } from './unmet-names.ts';

/** What a unit counts when it stands in the sentence itself, the one before, the one after, a heading, or elsewhere in the chunk. */
const NEARNESS = { sentence: 1, before: 0.6, referred: 0.9, after: 0.3, heading: 0.5, chunk: 0.25 };
const WEIGHTS = { own: 0.5, tight: 0.5, near: 0.8, figure: 0.5, list: 0.2, member: 0.3, other: -0.12, fragment: -0.4, scope: 0.1, names: 0.2, rank: -0.02, unmet: -0.25 };
/** What a figure of the kind that is asked for adds. */
const SHAPES: Record<Shape, number> = { unit: 0.4, shape: 0.32, figure: 0.12, none: -0.2, 'not asked': 0 };
/** What a unit weighs that stands in another part of the question. */
const ELSEWHERE = 0.35;
/** A sentence that begins like this speaks of what the one before it names. */
const REFERS = /^(?:["“]?)(?:其(?!中国)|该|这|此|上述|他|她|它|目前|据了解|据悉|[^，。]{0,6}该|it\b|its\b|they\b|their\b|this\b|that\b|these\b|he\b|she\b|the company\b)/iu;

/** A sentence with its score for one part of a question. */
export interface RankedSentence {
  sentence: ReadSentence;
  score: number;
  /** Share of the part's weight in the sentence itself, 0 to 1. */
  own: number;
  /** The same with what stands around it, each at its nearness. */
  near: number;
  shape: Shape;
  /** Hard terms (measure, year, quarter, name) that neither it nor what stands around it meets. */
  unmet: string[];
}

/** True when a sentence speaks of something that the one before it names. */
export function refersBack(text: string): boolean {
  return REFERS.test(text) || /[上前]述/u.test(text);
}

/** The sentences by how well they answer one part of a question, best first. */
export function rankSentences(question: AnalysedQuestion, ask: Ask, units: Record<Language, QueryUnit[]>, sentences: ReadSentence[]): RankedSentence[] {
  const weighing = { zh: weigh(ask, units.zh), en: weigh(ask, units.en) };
  return sentences.map((sentence) => rankOne(question, ask, weighing[sentence.passage.report.language], sentence)).toSorted((a, b) => b.score - a.score);
}

/** How a part of a question weighs the units of one language. */
interface Weighing {
  /** Together 1. */
  weights: number[];
  /** True for a word that may stand there under another form. */
  isTranslated(name: string): boolean;
}

function weigh(ask: Ask, units: QueryUnit[]): Weighing {
  const translated = units.filter(({ label, alternatives }) => alternatives.some(({ terms }) => terms.join(' ') !== fold(label))).map(({ label }) => label.toLowerCase());
  return {
    weights: weightsFor(ask, units),
    isTranslated: (name) => name.toLowerCase().split(/\s+/u).every((word) => translated.some((label) => label.split(' ').includes(word))),
  };
}

/** A unit counts fully in the part that holds it, less elsewhere, and not at all when it belongs to another member of a list. */
function weightsFor(ask: Ask, units: QueryUnit[]): number[] {
  const holder = (text: string) => {
    const terms = new Set(tokenise(text).map(({ term }) => term));
    const folded = fold(text);
    return (label: string) => terms.has(label) || folded.includes(fold(label));
  };
  const isHere = holder(ask.text);
  const isMember = holder(ask.member ?? '');
  const isOther = holder(ask.others.join('\n'));
  const weights = units.map(({ label, weight }) => (ask.others.length > 0 && isOther(label) && !isMember(label) ? 0 : weight * (isHere(label) ? 1 : ELSEWHERE)));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return weights.map((weight) => weight / total);
}

function rankOne(question: AnalysedQuestion, ask: Ask, { weights, isTranslated }: Weighing, sentence: ReadSentence): RankedSentence {
  const { rank, text, previous, presence, after, heading, chunk, figures, windows } = sentence;
  const before = refersBack(text) ? NEARNESS.referred : NEARNESS.before;
  const own = dot(weights, presence);
  const tight = Math.max(0, ...windows.map((window) => dot(weights, window)));
  const near = dot(weights, presence.map((here, at) =>
    Math.max(here, before * (previous?.presence[at] ?? 0), NEARNESS.after * (after[at] ?? 0), NEARNESS.heading * (heading[at] ?? 0), NEARNESS.chunk * (chunk[at] ?? 0)),
  ));
  const shape = shapeOf(ask.text, text);
  const asked = new Set(question.text.normalize('NFKC').match(/\d[\d,]*(?:\.\d+)?/gu));
  const figure = shape === 'not asked' ? 0 : Math.max(0, ...figures.filter((each) => !asked.has(each.text)).map((each) => dot(weights, each.presence)));
  const list = ask.member === undefined && isListAsked(ask.text) && isListing(text) ? 1 : 0;
  const member = ask.member === undefined ? 0 : WEIGHTS.member + WEIGHTS.other * ask.others.filter((other) => holdsName(text, question.names.formsOf(other))).length;
  const fragment = isFragment(text) ? WEIGHTS.fragment : 0;
  const scope = shape === 'not asked' ? 0 : WEIGHTS.scope * fitsScope(ask, text, question.names);
  const unmet = unmetTerms(question, ask, isTranslated, sentence);
  const score = WEIGHTS.own * own + WEIGHTS.tight * tight + WEIGHTS.near * near + WEIGHTS.figure * figure + WEIGHTS.list * list + member + fragment + scope + WEIGHTS.names * namesNear(question, ask, sentence) + SHAPES[shape] + WEIGHTS.rank * rank + WEIGHTS.unmet * unmet.length;
  return { sentence, score, own, near, shape, unmet };
}

/** Share of the companies and quoted words of a part that stand in the sentence, the one it refers back to, or the headings. */
function namesNear({ names }: AnalysedQuestion, ask: Ask, { text, previous, passage }: ReadSentence): number {
  const asked = namedIn(ask.text, names).filter(({ text: name, kind }) => kind === 'company' && !ask.others.includes(name));
  const quoted = quotedIn(ask.text);
  if (asked.length + quoted.length === 0) return 0;
  const near = [...passage.chunk.path, refersBack(text) ? (previous?.text ?? '') : '', text].join('\n');
  const held = asked.filter(({ forms }) => holdsName(near, forms)).length + quoted.filter((words) => fold(near).includes(fold(words))).length;
  return held / (asked.length + quoted.length);
}

/** Words that a question puts in quotation marks or title marks: they are meant word for word. */
function quotedIn(text: string): string[] {
  return [...text.matchAll(/[“「『《"](?<words>[^“”「」『』《》"]{2,30})[”」』》"]/gu)].map(({ groups }) => groups?.['words'] ?? '');
}

/** A row of a table or a line that is no sentence: it says little by itself. */
function isFragment(text: string): boolean {
  return text.includes('\t') || !/[。！？!?；;.”"’）)]$/u.test(text);
}

function unmetTerms(question: AnalysedQuestion, ask: Ask, isTranslated: (name: string) => boolean, { passage, text, previous, section, article }: ReadSentence): string[] {
  const around = [passage.report.title, ...passage.chunk.path, previous?.text ?? '', text].join('\n');
  const { publishedOn } = passage.report;
  const isDated = /年|季度|目前|现在|\b(?:19|20)\d{2}\b|\bQ[1-4]\b|quarter|now|current/iu.test(ask.text);
  const period = periodsOf(isDated ? ask.text : question.text);
  return [
    ...quotedIn(ask.text).filter((quoted) => !fold(article).includes(fold(quoted))),
    ...unmetMeasures(ask.text, around),
    ...unmetPeriods(period, around, publishedOn === undefined ? undefined : Number(publishedOn.slice(0, 4))),
    ...unmetNames(ask, { near: refersBack(text) ? around : [...passage.chunk.path, text].join('\n'), far: refersBack(text) ? article : section, names: question.names, isTranslated }),
  ];
}

function dot(weights: number[], presence: Presence): number {
  return weights.reduce((sum, weight, at) => sum + weight * (presence[at] ?? 0), 0);
}
