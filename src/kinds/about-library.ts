import type { AskedFact, Reply, ToldReport } from '../domain/answer.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import { words } from '../lexicon/lexicon.ts';
import { isQuestionWord } from '../lexicon/question-words.ts';
import { stemOf } from '../retrieve/meant-reports.ts';
import { fold } from '../text/fold-text.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import { tokenise } from '../text/tokenise.ts';

/** What a question about the library asks: what is known of reports, which there are, what Footnote is. */
const REPORT = words('library/report');
const YOU = words('library/you');
const ANY = words('library');
const TRUST = words('library/trust');
const LIST = words('library/list');
const PAGE = words('library/last');
const HELP = words('library/help');
const COUNT = words('library/count');
const PUBLISHED = words('library/publish');
/** In this order: `who published it and when` names both, and the first is told. */
const FACTS: readonly (readonly [AskedFact, ReturnType<typeof words>])[] = [
  ['pages', words('library/pages')],
  ['publishedOn', words('library/when')],
  ['publisher', words('library/who')],
  ['title', words('library/title')],
  ['language', words('library/language')],
];

/** So much of a title is said by who calls a report by it. */
const MOST_OF_TITLE = 0.6;

/** A report with the name of its file, by which people may call it. */
type Listed = ToldReport & { file: string };

/**
 * What is to be told when a question is about the library, its reports as files, or Footnote itself: nothing is left of
 * it but words for these, for what is asked of them, and words of a report's title. Undefined for any other.
 */
export function libraryReply(
  question: string,
  reports: readonly Listed[],
  englishOf: NameReader['englishOf'] = () => [],
): Reply | undefined {
  if (PAGE.isIn(question)) return undefined;
  const named = namedBy(question, reports, englishOf);
  if (!named) return undefined;
  const isOfReports = REPORT.isIn(question) || named.some(({ title }) => isCalled(title, question));
  if (!isOfReports && !YOU.isIn(question)) return undefined;
  const [fact, ...further] = factsAsked(question);
  if (further.length > 0 && isOfReports && named.length > 0)
    return { about: 'reports', reports: newestFirst(named), count: named.length };
  if (fact !== undefined && (isOfReports || named.length < reports.length) && named.length > 0)
    return { about: 'fact', fact, reports: newestFirst(named) };
  if (TRUST.isIn(question)) return { about: 'trust' };
  if (isOfReports && (LIST.isIn(question) || COUNT.isIn(question)))
    return { about: 'reports', reports: newestFirst(named), count: named.length };
  return !isOfReports && HELP.isIn(question) ? { about: 'help' } : undefined;
}

/** The reports whose last page a question asks about, and nothing else; undefined for any other question. */
export function lastPageAsked(
  question: string,
  reports: readonly Listed[],
  englishOf: NameReader['englishOf'] = () => [],
): readonly Listed[] | undefined {
  if (!PAGE.isIn(question)) return undefined;
  const named = namedBy(question, reports, englishOf)?.filter(({ paged }) => paged) ?? [];
  return named.length > 0 ? named : undefined;
}

/** The reports that the words name which say neither what is asked nor of what: all when there are none such. */
function namedBy(
  question: string,
  reports: readonly Listed[],
  englishOf: NameReader['englishOf'],
): readonly Listed[] | undefined {
  const rest = ANY.blank(question.normalize('NFKC'));
  const naming = tagWords(rest)
    .filter((word) => contentOf(word) > 0 && !isQuestionWord(word.text))
    .map(({ text }) => fold(text));
  if (naming.length === 0) return reports;
  const named = reports.filter(({ title, file, publisher = '' }) => {
    const known = fold([title, stemOf(file), publisher].join('\n'));
    const stems = new Set(tokenise(known).map(({ term }) => term));
    const isTold = (word: string) => known.includes(word) || englishOf(word).some((stem) => stems.has(stem));
    return naming.every(isTold);
  });
  return named.length > 0 ? named : undefined;
}

function factsAsked(question: string): AskedFact[] {
  return FACTS.filter(([, forms]) => forms.isIn(question))
    .map(([fact]) => fact)
    .filter((fact) => isAskedOfReports(fact, question));
}

/** `Which report is of when` asks for one, `who is in the report` does not: it is published by somebody, at a time. */
function isAskedOfReports(fact: AskedFact, question: string): boolean {
  return (fact !== 'publisher' && fact !== 'publishedOn') || PUBLISHED.isIn(question);
}

/** True when a question says most of what a report is called: it need not say that it means a report. */
function isCalled(title: string, question: string): boolean {
  const asked = fold(question);
  const said = tagWords(title).filter((word) => contentOf(word) > 0);
  const length = (all: readonly { text: string }[]) => all.reduce((sum, { text }) => sum + text.length, 0);
  return (
    length(said.filter(({ text }) => asked.includes(fold(text)))) >= MOST_OF_TITLE * length(said) && said.length > 1
  );
}

function newestFirst(reports: readonly Listed[]): ToldReport[] {
  return reports.toSorted((a, b) => (b.publishedOn ?? '').localeCompare(a.publishedOn ?? ''));
}
