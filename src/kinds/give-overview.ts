import type { CitedAnswer, Meant, Question, VerifiedAnswer } from '../domain/answer.ts';
import type { Report } from '../domain/report.ts';
import type { VerifiedSummary } from '../domain/summary.ts';
import type { RankedSentence } from '../answer/rank-sentences.ts';
import { sayableText } from '../answer/sayable-text.ts';
import { findDirections } from '../lexicon/directions.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { isFigure } from '../quantities/quantity.ts';
import { fold } from '../text/fold-text.ts';
import { startsLower } from '../text/starts-with.ts';
import { answerWithPoints, askBack, verifyAnswer } from '../verify/verify-answer.ts';
import { placesOf, weighTopic } from './find-places.ts';
import { topicWords } from './give-list.ts';
import type { KindSteps } from './kind-steps.ts';
import { diverse, wordsOf } from './likeness.ts';

/** Points of an overview. */
const POINTS = 5;
/** Passages whose statements are looked through, and the share of the topic's words that a statement holds. */
const STATEMENTS = 40;
const OF_TOPIC = 0.5;
/** A section is about a topic when its headings hold the former share of it, and with its text this one. */
const LEAST_HELD = 0.6;
/** Without being asked for an overview, when they hold this share. */
const NAMED = 0.75;
/** Points of the first such section before those of a second. */
const OF_FIRST = 3;
/** What these count, in units of a statement's score. */
const MEASURED = 1.5;
const MOVED = 0.5;
/** Characters of a statement that can be read as a point. */
const LEAST = 12;
const MOST = 300;

/**
 * An overview of a topic: the points of the section that is about it; which section, when several are; else the
 * statements of different places that say most of it. Undefined when the reports say nothing of it.
 */
export async function giveOverview(
  question: Question,
  topic: string,
  steps: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const summary = await steps.summarise({ text: topic });
  return ofSections(question, topic, summary) ?? ofStatements(question, topic, steps);
}

/** What the last page of a report says; of which report, when it may be several. */
export async function giveLastPage(
  question: Question,
  reports: readonly Pick<Report, 'title' | 'pageCount'>[],
  { summarise }: Pick<KindSteps, 'summarise'>,
): Promise<VerifiedAnswer | undefined> {
  const [only, ...others] = reports;
  if (!only) return undefined;
  const requestOf = ({ title, pageCount }: Pick<Report, 'title' | 'pageCount'>) => `${title} p. ${pageCount}`;
  if (others.length > 0)
    return askBack(
      question,
      reports.slice(0, POINTS).map((report) => ({ reportTitle: report.title, path: [], request: requestOf(report) })),
    );
  const summary = await summarise({ text: requestOf(only) });
  return summary.outcome === 'summarised' ? answerWithPoints(question, summary, POINTS) : undefined;
}

function ofSections(question: Question, topic: string, summary: VerifiedSummary): VerifiedAnswer | undefined {
  if (summary.outcome === 'not_found') return undefined;
  if (summary.outcome === 'summarised')
    return isAbout(summary.section, topic) ? answerWithPoints(question, summary, POINTS) : undefined;
  const candidates = summary.candidates
    .filter((section) => isAbout(section, topic))
    .map(({ path, reportTitle }): Meant => ({ path, reportTitle, request: path.at(-1) ?? reportTitle }));
  return candidates.length > 1 ? askBack(question, candidates) : undefined;
}

/** A section is about what its headings name; whose it is, its report may say. */
function isAbout({ path, reportTitle }: Pick<Meant, 'path' | 'reportTitle'>, topic: string): boolean {
  const headings = fold(path.join('\n'));
  const title = fold(reportTitle);
  const named = wordsOf(topic);
  return (
    named.some((word) => headings.includes(word)) &&
    named.every((word) => headings.includes(word) || title.includes(word))
  );
}

/** The best statement of each place, in the order of the ranking. */
async function ofStatements(
  question: Question,
  topic: string,
  { findStatements, prove }: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const { ranked, retrieval } = await findStatements({ ...question, text: topic, earlier: [] });
  const words = wordsOf(topic);
  const shareIn = weighTopic(words, ranked);
  // Of two words the rarer tells what it is about.
  const isOfTopic = ({ sentence: { text, passage } }: RankedSentence) =>
    shareIn([text, ...passage.chunk.path].join('\n')) > OF_TOPIC;
  const candidates = ranked.slice(0, STATEMENTS).filter((one) => isPoint(one) && isOfTopic(one));
  const points = diverse([...ofPlaces(ranked, words, OF_TOPIC), ...weightiest(candidates)]).slice(0, POINTS);
  if (points.length === 0) return undefined;
  const draft: CitedAnswer = { composer: 'extractive', kind: 'overview', claims: points.map(claimOf) };
  return verifyAnswer(question, draft, retrieval.passages, prove);
}

/**
 * What the places say whose headings name all that is asked: where no one statement answers why, how or what all.
 * Undefined where none does.
 */
export async function giveBrief(
  question: Question,
  { findStatements, prove }: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const { ranked, retrieval } = await findStatements({ ...question, earlier: [] });
  const points = diverse(ofPlaces(ranked, topicWords(question.text), NAMED)).slice(0, POINTS);
  if (points.length === 0) return undefined;
  const draft: CitedAnswer = { composer: 'extractive', kind: 'overview', claims: points.map(claimOf) };
  return verifyAnswer(question, draft, retrieval.passages, prove);
}

/** The weightiest statements of the places whose headings hold so much of a topic: most of the first of them. */
function ofPlaces(ranked: readonly RankedSentence[], topic: readonly string[], least: number): RankedSentence[] {
  const places = placesOf(ranked, weighTopic(topic, ranked)).filter(
    ({ headed, held }) => headed >= least && held >= LEAST_HELD,
  );
  const [first = [], second = []] = places.map(({ members }) => weightiest(members.filter(isPoint)));
  return [...first.slice(0, OF_FIRST), ...second.slice(0, POINTS - OF_FIRST), ...first.slice(OF_FIRST)];
}

function isPoint({ sentence, unmet }: RankedSentence): boolean {
  const { length } = sentence.text;
  return (
    unmet.length === 0 &&
    (sentence.kind === 'sentence' || sentence.kind === 'item') &&
    length >= LEAST &&
    length <= MOST &&
    !sentence.text.includes('\t') &&
    // The rest of a sentence that a line or a page broke.
    !startsLower(sentence.text) &&
    /[。！.!；;]["”’)）]?$/u.test(sentence.text)
  );
}

function weightiest(points: readonly RankedSentence[]): RankedSentence[] {
  return points.toSorted((a, b) => b.score + weightOf(b) - a.score - weightOf(a));
}

/** How something goes is told by figures with a unit, and by what rises and falls. */
function weightOf({ sentence: { text } }: RankedSentence): number {
  const isMeasured = findQuantities(text).some((quantity) => isFigure(quantity) && quantity.unit !== '');
  return (isMeasured ? MEASURED : 0) + (findDirections(text).some(({ axis }) => axis === 'change') ? MOVED : 0);
}

function claimOf({ sentence }: RankedSentence): CitedAnswer['claims'][number] {
  const quote = sayableText(sentence);
  return { text: quote, citations: [{ passage: sentence.passage.ref, quote }] };
}
