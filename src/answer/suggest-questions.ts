import type { Chunk, Language } from '../domain/report.ts';
import { words } from '../lexicon/lexicon.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { splitSentences } from '../text/sentences.ts';

/** A question that a sentence of a report answers. */
export interface SuggestedQuestion {
  text: string;
  reportId: string;
  /** The figure that is asked for, as the sentence has it. */
  figure: string;
}

/** What a sentence says of its subject with a figure, up to the figure. */
const SUBJECT_ENDS = words('subject of a figure ends');
const SUBJECT_LENGTH = { least: 6, most: 32 };
const ENGLISH = /^(?:In (?<when>[^,]{3,24}), )?(?<subject>\p{Lu}[^,;:]{5,70}) (?<verb>was|were|is|are) (?:about )?$/u;
/** Who has a share, and behind the figure of what, and when. */
const HOLDER = /^(?<holder>\p{Lu}\S*(?: \p{Lu}\S*){0,3}) (?<verb>took|held|had) (?:about |roughly )?$/u;
const SHARE = /^ of (?<whole>[^,;.]{4,40}?)(?: in (?<when>[^,;.]{4,40}))?[,;.]/u;
const HOLDS: Record<string, string> = { took: 'take', held: 'hold', had: 'have' };
/** A sentence of which this is the beginning needs the one before it, or says several things. */
const NOT_ALONE = words('cannot stand alone/begins');
const TWO_CLAUSES = /，.*，/u;
const POINTS_BACK = words('cannot stand alone/anywhere');
/** Who says it is not what is asked for. */
const SOURCE = words('source of a figure');
/** Characters of who it is that says so. */
const SOURCE_LENGTH = 12;
const FIRST_ARTICLE = /^(?:The|A|An)\b/u;
/** Kinds of figures that are asked for; days and years answer other questions. */
const MEASURED = new Set<string>(['money', 'percent', 'count']);

/**
 * Questions after figures that sentences of a report state outright, in reading order. They are made of the report's
 * own words;
 * whether they find their answer is for whoever shows them to try.
 */
export function suggestQuestions(chunks: readonly Chunk[], language: Language): SuggestedQuestion[] {
  const ask = language === 'zh' ? chineseQuestion : englishQuestion;
  return chunks.flatMap(({ reportId, text }) => {
    return splitSentences(text).flatMap((sentence) => {
      const figure = findQuantities(sentence.text).find(({ kind }) => MEASURED.has(kind));
      const question = figure && ask(sentence.text.slice(0, figure.start), sentence.text.slice(figure.end));
      return figure === undefined || question === undefined ? [] : [{ text: question, reportId, figure: figure.text }];
    });
  });
}

function chineseQuestion(before: string): string | undefined {
  const source = SOURCE.first(before);
  const told = source && source.start <= SOURCE_LENGTH ? before.slice(source.end) : before;
  const subject = told.slice(0, SUBJECT_ENDS.first(told)?.start ?? 0);
  const isFit = subject.length >= SUBJECT_LENGTH.least && subject.length <= SUBJECT_LENGTH.most;
  return isFit && standsAlone(subject) && !POINTS_BACK.isIn(subject) ? `${subject}是多少？` : undefined;
}

function standsAlone(subject: string): boolean {
  return !NOT_ALONE.isIn(subject) && !TWO_CLAUSES.test(subject);
}

function englishQuestion(before: string, after: string): string | undefined {
  const { when, subject, verb } = ENGLISH.exec(before)?.groups ?? {};
  if (subject === undefined) return shareQuestion(before, after);
  if (!standsAlone(subject)) return undefined;
  const named = subject.replace(FIRST_ARTICLE, (article) => article.toLowerCase());
  return `What ${verb} ${named}${inTime(when)}?`;
}

function shareQuestion(before: string, after: string): string | undefined {
  const { holder, verb = '' } = HOLDER.exec(before)?.groups ?? {};
  const { whole, when } = SHARE.exec(after)?.groups ?? {};
  if (holder === undefined || whole === undefined || !standsAlone(holder)) return undefined;
  return `What share of ${whole} did ${holder} ${HOLDS[verb] ?? verb}${inTime(when)}?`;
}

function inTime(when: string | undefined): string {
  return when === undefined ? '' : ` in ${when}`;
}
