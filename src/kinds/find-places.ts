import type { RankedSentence } from '../answer/rank-sentences.ts';
import type { Passage } from '../domain/answer.ts';
import { placeOf } from './word-share.ts';

/** What one section, or one chunk of a report without sections, says on a question. */
export interface Place {
  /** Its statements that were found, the best first. */
  members: readonly RankedSentence[];
  /** Share of the question that stands in its statements, around them, or in the headings and the title above. */
  held: number;
  /** Share of the topic's words that its headings hold. */
  headed: number;
}

/** What headings and the words held count, in units of a statement's score, which are log likelihoods. */
const HEADED = 5;
const HELD = 5;
/** Headings from the lowest up that say what a place is about. */
const HEADINGS = 2;

/** The share of a topic that a text names; words that `besides` names, too, do not count. */
export type TopicShare = (text: string, besides?: string) => number;

/** Weighs the words of a topic: what every passage that was found speaks of tells none of them from the others. */
export function weighTopic(topic: readonly string[], ranked: readonly RankedSentence[]): TopicShare {
  const passages = [...new Set(ranked.map(({ sentence }) => sentence.passage))];
  const texts = passages.map(({ chunk }) => [...chunk.path, chunk.text].join('\n'));
  const weights = topic.map((word) => {
    const count = texts.filter((text) => placeOf(word, text) >= 0).length;
    return 1 + Math.log((passages.length + 1) / Math.max(1, count));
  });
  return (text, besides = '') => {
    const counted = topic.flatMap((word, at) =>
      placeOf(word, besides) >= 0 ? [] : [{ word, weight: weights[at] ?? 0 }],
    );
    const total = counted.reduce((sum, { weight }) => sum + weight, 0);
    const named = counted.filter(({ word }) => placeOf(word, text) >= 0);
    return named.reduce((sum, { weight }) => sum + weight, 0) / (total || 1);
  };
}

/** The places that statements stand in, those first that are most about a topic. */
export function placesOf(ranked: readonly RankedSentence[], shareIn: TopicShare): Place[] {
  return [...Map.groupBy(ranked, nameOf).values()]
    .map((members) => {
      const [best] = members;
      const around = members.map(({ sentence: { passage } }) => [aboveOf(passage), passage.chunk.text].join('\n'));
      const held = Math.max(
        shareIn(around.join('\n')),
        1 - Math.min(...members.map(({ features }) => features.missing)),
      );
      const headed = best ? headedIn(best.sentence.passage, shareIn) : 0;
      return { members, held, headed, fit: (best?.score ?? 0) + HELD * held + HEADED * headed };
    })
    .toSorted((a, b) => b.fit - a.fit)
    .map(({ members, held, headed }) => ({ members, held, headed }));
}

/** What stands above all that a passage says. */
function aboveOf({ chunk, report }: Passage): string {
  return [report.title, report.file, ...chunk.path].join('\n');
}

/** What its report is called tells no section of it from another. */
function headedIn({ chunk: { path }, report }: Passage, shareIn: TopicShare): number {
  return shareIn(path.slice(-HEADINGS).join('\n'), `${report.title}\n${report.file}`);
}

/** The headings of a place down to the last that says something of the topic. */
export function topicPath({ chunk: { path }, report }: Passage, shareIn: TopicShare): string[] {
  const named = `${report.title}\n${report.file}`;
  const shares = path.map((_, at) => shareIn(path.slice(0, at + 1).join('\n'), named));
  const most = shares.at(-1) ?? 0;
  return most === 0 ? [...path] : path.slice(0, shares.indexOf(most) + 1);
}

function nameOf({ sentence: { passage } }: RankedSentence): string {
  const { reportId, path, order } = passage.chunk;
  return [reportId, ...(path.length > 0 ? path : [String(order)])].join('\n');
}
