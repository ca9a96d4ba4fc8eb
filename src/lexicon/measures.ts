import type { Language } from '../domain/report.ts';
import { remember } from '../text/remember.ts';
import type { Words } from './lexicon.ts';
import { rowsOfClass, words } from './lexicon.ts';

/**
 * What reports measure: how people ask for it, and how a sentence that gives it speaks. Both languages, because a
 * question may be in the other.
 */
interface Measure {
  name: Record<Language, string>;
  asks: Words;
  says: Words;
}

let measures: readonly Measure[] | undefined;

function readMeasures(): Measure[] {
  const names = rowsOfClass('measure').filter((row) => row.class.endsWith('/name'));
  return [...Map.groupBy(names, (row) => row.class.slice(0, -'/name'.length))].map(([kind, rows]) => {
    const name = (language: Language) => rows.find((row) => row.language === language)?.form ?? kind;
    return {
      name: { zh: name('zh'), en: name('en') },
      asks: words(`${kind}/asks`),
      says: words(`${kind}/says`),
    };
  });
}

/** A question is compared with many texts. */
const measuresAskedFor = remember(
  (question) => (measures ??= readMeasures()).filter(({ asks }) => asks.isIn(question)),
  10_000,
);

/**
 * The measures that a question asks for and a text does not speak of.
 * @param language in which they are named
 */
export function unmetMeasures(question: string, text: string, language: Language): string[] {
  return measuresAskedFor(question)
    .filter(({ says }) => !says.isIn(text))
    .map(({ name }) => name[language]);
}
