import type { Language } from '../domain/report.ts';
import { splitClauses } from '../text/clauses.ts';
import { stemPhrase } from '../dictionary/glosses.ts';
import { detectLanguage } from '../text/language.ts';
import { createNames, holdsName } from '../lexicon/names.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { isQuestionWord } from '../lexicon/question-words.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import { tagWords } from '../text/tag-words.ts';
import { isFigure } from './placed-quantity.ts';
import { pairsOf } from './shared-pairs.ts';

const KNOWN = createNames();
/**
 * This share of what a claim says stands in its quotes at least. Of true sentences about the sample reports 0.33, 0.5
 * and 0.33 is the least, of obeyed orders 0.25, 0 and 0.5 the most.
 */
const LEAST = { zh: 0.3, en: 0.4, across: 0.3 };

/** Only says who says it, or of what something is said. */
const ATTRIBUTES =
  /(?:提到|指出|显示|表示|认为|介绍|称|说|表明|透露|来看|而言|方面|来说)\s*$|^\s*(?:据|根据|按|从|就|在|对|这)|\b(?:sa(?:ys?|id)|according|report\w*|state[sd]?|show[sn]?|not(?:es|ed))\b/iu;
/** A clause with so many words, or pairs of characters, says something. */
const OWN = { zh: 3, en: 2 };

/**
 * A claim that has next to nothing to do with its quotes, though no single word is wrong: `all is well`. Across
 * languages by what the dictionary knows, and only of claims without figures: those are tied to the quotes by them.
 * @returns the claim, or nothing
 */
export function unprovedGist(claim: string, quotes: readonly string[], reader: NameReader): string[] {
  const held = quotes.join('\n');
  const [own, other] = [detectLanguage(claim), detectLanguage(held)];
  if (own !== other && findQuantities(claim).some(isFigure)) return [];
  const names = KNOWN.find(claim);
  const bare = names.reduce((text, { text: name }) => text.replaceAll(name, ' '), claim);
  const shared = names.map(({ forms }) => holdsName(held, forms));
  const said = own === other ? sharedWithin(bare, held, own) : sharedAcross(bare, held, reader);
  const all = [...shared, ...said];
  const share = all.filter(Boolean).length / Math.max(1, all.length);
  if (own === other && splitClauses(bare).some((clause) => isForeignTo(clause.text, held, own))) return [claim];
  return share < (own === other ? LEAST[own] : LEAST.across) ? [claim] : [];
}

/** A clause of its own of which the quotes have no word. */
function isForeignTo(clause: string, held: string, language: Language): boolean {
  const said = sharedWithin(clause, held, language);
  return (
    !ATTRIBUTES.test(clause) &&
    findQuantities(clause).length === 0 &&
    said.length >= OWN[language] &&
    !said.includes(true)
  );
}

/** For each word of a claim, or pair of characters, whether its quotes have it. */
function sharedWithin(claim: string, held: string, language: Language): boolean[] {
  const theirs = language === 'zh' ? pairsOf(held) : new Set(stemsOf(held));
  return (language === 'zh' ? [...pairsOf(claim)].filter((pair) => /\p{Script=Han}/u.test(pair)) : stemsOf(claim)).map(
    (word) => theirs.has(word),
  );
}

/** For each word of a claim that the dictionary knows, whether its quotes in the other language have it. */
function sharedAcross(claim: string, held: string, { englishOf }: NameReader): boolean[] {
  const chinese = (text: string) =>
    tagWords(text).flatMap(({ text: word, tag }) => (/^[nva]/u.test(tag) && word.length > 1 ? [englishOf(word)] : []));
  if (detectLanguage(claim) === 'zh') {
    const theirs = new Set(stemsOf(held));
    return chinese(claim)
      .filter((meanings) => meanings.length > 0)
      .map((meanings) => meanings.some((meaning) => theirs.has(meaning)));
  }
  const theirs = new Set(tagWords(held).flatMap(({ text }) => englishOf(text)));
  return stemsOf(claim).map((stem) => theirs.has(stem));
}

/** Stems of the English words of a text that say something. */
function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]{4,}/gu) ?? [];
  return [...new Set(words.filter((word) => !isQuestionWord(word)).map((word) => stemPhrase(word)))];
}
