// Text in which words and names grow as they do in real text: words are drawn by Zipf's law from all of CC-CEDICT, in
// both languages; each report names things of its own, put together from the dictionary's names; and no sentence is
// dealt twice.
import { readCedict } from '../src/adapters/dictionary/cedict.ts';
import { seeded } from '../tests/support/fuzz-runs.ts';
import { strangeWords } from './fit/strange-words.ts';

/** Exponent of Zipf's law for words of a text: the n-th word comes 1/n^1.05 as often as the first. */
const ZIPF = 1.05;
/** Names that a report is about, and of how many in a hundred of them others have told before. */
const [NAMES_OF_REPORT, KNOWN_PERCENT] = [12, 30];
const SENTENCES = { fewest: 3, more: 4 };
const UNITS = { zh: ['%', '亿元', '万吨', '万人', '万辆'], en: ['%', ' billion yuan', ' million tonnes', ' people'] };

type Language = 'zh' | 'en';

/** A generated report. */
export interface GrownReport {
  file: string;
  language: Language;
  text: string;
  /** Asks for the figure of one of its sentences. */
  question: string;
}

/** Generates reports, always the same ones in the same order. */
export function* growReports(paragraphs: number): Generator<GrownReport, void, undefined> {
  const random = seeded(20_261_130);
  const words = { zh: shuffled(chineseWords(), random), en: shuffled(englishWords(), random) };
  const places = strangeWords();
  const known: Record<Language, string[]> = { zh: [], en: [] };
  const dealt = new Set<string>();
  const one = <T>(from: readonly T[]): T => {
    const chosen = from[Math.floor(random() * from.length)];
    if (chosen === undefined) throw new RangeError('there is nothing to draw from');
    return chosen;
  };

  function word(language: Language): string {
    const from = words[language];
    // The inverse of the distribution function of a power law that is cut off at the last word.
    const top = from.length ** (1 - ZIPF);
    const rank = Math.floor((1 - random() * (1 - top)) ** (1 / (1 - ZIPF))) - 1;
    return from[Math.min(rank, from.length - 1)] ?? '';
  }

  function newName(language: Language): string {
    const [first, second] = [one(places), one(places)];
    const name = language === 'zh' ? `${first.zh}${second.zh}${one(['公司', '集团', '港', '研究院'])}` : english();
    known[language].push(name);
    return name;
    function english(): string {
      return `${first.en} ${second.en} ${one(['Group', 'Holdings', 'Port', 'Institute'])}`;
    }
  }

  function sentence(language: Language, name: string): { text: string; asked: string } {
    const [about, year] = [[word(language), word(language)], 1990 + Math.floor(random() * 36)];
    const figure = (random() * 10 ** Math.ceil(random() * 4)).toFixed(2) + one(UNITS[language]);
    const rest = Array.from({ length: 4 + Math.floor(random() * 10) }, () => word(language));
    if (language === 'zh') {
      const asked = `${year}年，${name}的${about.join('')}`;
      return { text: `${asked}为${figure}，${rest.join('')}。`, asked: `${asked}是多少？` };
    }
    const asked = `the ${about.join(' ')} of ${name}`;
    return { text: `In ${year}, ${asked} was ${figure}, ${rest.join(' ')}.`, asked: `What was ${asked} in ${year}?` };
  }

  for (let done = 0, at = 0; done < paragraphs; at++) {
    const language: Language = at % 3 === 2 ? 'en' : 'zh';
    const size = Math.min(10 + Math.floor(random() * 60), paragraphs - done);
    done += size;
    const names = Array.from({ length: NAMES_OF_REPORT }, () =>
      known[language].length > 0 && random() * 100 < KNOWN_PERCENT ? one(known[language]) : newName(language),
    );
    const asked: string[] = [];
    const texts = Array.from({ length: size }, () => {
      const count = SENTENCES.fewest + Math.floor(random() * SENTENCES.more);
      const sentences = Array.from({ length: count }, () => sentence(language, one(names)));
      for (const { text } of sentences) {
        if (dealt.has(text)) throw new RangeError(`dealt twice: ${text}`);
        dealt.add(text);
      }
      asked.push(one(sentences).asked);
      return sentences.map(({ text }) => text).join(language === 'zh' ? '' : ' ');
    });
    const file = `report-${String(at).padStart(6, '0')}.txt`;
    yield { file, language, text: `${texts.join('\n\n')}\n`, question: one(asked) };
  }
}

function chineseWords(): string[] {
  return [...new Set(readCedict().map(({ word }) => word))].filter((word) => /^\p{Script=Han}{1,4}$/u.test(word));
}

function englishWords(): string[] {
  const senses = readCedict().flatMap((entry) => entry.senses);
  return [...new Set(senses.flatMap((sense) => sense.match(/\b[a-z]{2,14}\b/gu) ?? []))];
}

function shuffled<T>(from: readonly T[], random: () => number): T[] {
  return from
    .map((value) => ({ value, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
