import type { Chunk, Language } from '../domain/report.ts';
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
const CHINESE = /^(?<subject>.{6,32}?)(?:仅|已|约)?(?:为|达到|达)(?:约|近)?$/u;
const ENGLISH = /^(?:In (?<when>[^,]{3,24}), )?(?<subject>\p{Lu}[^,;:]{5,70}) (?<verb>was|were|is|are) (?:about )?$/u;
/** Who has a share, and behind the figure of what, and when. */
const HOLDER = /^(?<holder>\p{Lu}\S*(?: \p{Lu}\S*){0,3}) (?<verb>took|held|had) (?:about |roughly )?$/u;
const SHARE = /^ of (?<whole>[^,;.]{4,40}?)(?: in (?<when>[^,;.]{4,40}))?[,;.]/u;
const HOLDS: Record<string, string> = { took: 'take', held: 'hold', had: 'have' };
/** A sentence of which this is the beginning needs the one before it, or says several things. */
const NOT_ALONE = /^(?:[其该这此而但同在]|期内|今年|去年|(?:It|This|That|These|Those|They|We|Our|There)\b)|，.*，/u;
const POINTS_BACK = /[同前后]一|[同上次]年|同期|前者|后者|公司|分别|(?:将|约|可|预计|已经|还)$/u;
/** Who says it is not what is asked for. */
const SOURCE = /^[^，]{2,12}(?:显示|表示|指出|预计|估算)，/u;
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
  const subject = CHINESE.exec(before.replace(SOURCE, ''))?.groups?.['subject'];
  return subject === undefined || NOT_ALONE.test(subject) || POINTS_BACK.test(subject)
    ? undefined
    : `${subject}是多少？`;
}

function englishQuestion(before: string, after: string): string | undefined {
  const { when, subject, verb } = ENGLISH.exec(before)?.groups ?? {};
  if (subject === undefined) return shareQuestion(before, after);
  if (NOT_ALONE.test(subject)) return undefined;
  const named = subject.replace(FIRST_ARTICLE, (article) => article.toLowerCase());
  return `What ${verb} ${named}${inTime(when)}?`;
}

function shareQuestion(before: string, after: string): string | undefined {
  const { holder, verb = '' } = HOLDER.exec(before)?.groups ?? {};
  const { whole, when } = SHARE.exec(after)?.groups ?? {};
  if (holder === undefined || whole === undefined || NOT_ALONE.test(holder)) return undefined;
  return `What share of ${whole} did ${holder} ${HOLDS[verb] ?? verb}${inTime(when)}?`;
}

function inTime(when: string | undefined): string {
  return when === undefined ? '' : ` in ${when}`;
}
