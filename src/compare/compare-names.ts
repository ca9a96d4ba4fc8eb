import type { UnitFinder } from '../dictionary/find-units.ts';
import { tagWords } from '../text/tag-words.ts';
import type { ClaimWord } from './claim-words.ts';
import type { Finding } from './finding.ts';
import type { ReadClaim } from './read-claim.ts';
import type { Evidence } from './read-evidence.ts';

/** A form as unlikely as this is not the name. */
const LIKELY = 0.4;
const SAID_OTHERWISE = 0.8;
/** In a Chinese claim a Latin word is a name. */
const LATIN = /^[A-Za-z][A-Za-z\d+-]{2,}$/u;

/** Compares the names of a claim with a sentence and what stands around it. */
export function compareNames(
  claim: ReadClaim,
  evidence: Evidence,
  find: UnitFinder,
  shares: readonly number[],
): Finding[] {
  // What looks like a name may be a word that the sentence says in another way.
  const claimed = namesOf(claim).filter(
    ({ isGuessed, label }) =>
      !isGuessed ||
      (shares[claim.words.findIndex((word) => word.label === label)] ?? 0) < SAID_OTHERWISE ||
      evidence.sentence.text.includes(label),
  );
  const missing = claimed.filter(
    ({ concept }) =>
      Math.max(evidence.inSentence[concept] ?? 0, evidence.beside[concept] ?? 0, evidence.inArticle[concept] ?? 0) <
      LIKELY,
  );
  const others = othersIn(claim, evidence, find);
  const anchors = claimed.filter(({ concept }) => (evidence.inSentence[concept] ?? 0) >= LIKELY);
  const swapped = swappedIn(anchors, evidence, others);
  if (swapped) return [swapped];
  return claimed.map((name): Finding => {
    const isFar = Math.max(evidence.inSentence[name.concept] ?? 0, evidence.beside[name.concept] ?? 0) < LIKELY;
    const isOfAnother = isFar && (name.kind === 'company' || others.some(({ kind }) => kind === name.kind));
    if (!missing.includes(name) && !isOfAnother)
      return { fact: 'name', outcome: 'agrees', claimed: name.label, isBeside: true };
    const rival =
      rivalOf(
        claim,
        name,
        others,
        anchors.some((other) => other !== name && !other.isGuessed),
      ) ?? inItsPlace(claim, name, evidence);
    return rival === undefined
      ? { fact: 'name', outcome: 'silent', claimed: name.label }
      : { fact: 'name', outcome: 'differs', claimed: name.label, found: rival };
  });
}

type ClaimedName = ClaimWord & { kind: string; isGuessed: boolean };

/** Names that retrieval knows, and words that look like one: places, persons, organisations. */
function namesOf({ text, language, words, names }: ReadClaim): ClaimedName[] {
  const tags = new Map(tagWords(text).map((word) => [word.text, word.tag]));
  const known = new Map(names.find(text).map((name) => [name.text, name.kind]));
  return words.flatMap((word): ClaimedName[] => {
    const kind = known.get(word.label);
    const tag = tags.get(word.label) ?? '';
    if (kind !== undefined) return kind === 'term' ? [] : [{ ...word, kind, isGuessed: false }];
    if (tag.startsWith('nr')) return [{ ...word, kind: 'person', isGuessed: true }];
    if (tag.startsWith('ns')) return [{ ...word, kind: 'place', isGuessed: true }];
    return (word.isName && !/^[a-z]/u.test(word.label)) ||
      tag.startsWith('nt') ||
      (language === 'zh' && LATIN.test(word.label))
      ? [{ ...word, kind: 'other', isGuessed: false }]
      : [];
  });
}

interface Other {
  text: string;
  start: number;
  kind: string;
}

/** Names of a sentence that the claim does not speak of. */
function othersIn({ names, words }: ReadClaim, { sentence: { text } }: Evidence, find: UnitFinder): Other[] {
  const known: Other[] = names
    .find(text)
    .filter(({ kind }) => kind !== 'term')
    .map(({ text: name, start, kind }) => ({ text: name, start, kind }));
  const tagged = tagWords(text)
    .filter(({ tag }) => /^(?:nr|ns)/u.test(tag))
    .map(({ text: name, start, tag }) => ({ text: name, start, kind: tag.startsWith('nr') ? 'person' : 'place' }));
  const isClaimed = (name: string) =>
    find(name).occurrences.some(({ unit, share }) => share > LIKELY && words.some(({ concept }) => concept === unit));
  const all = [...known, ...tagged.filter((one) => !known.some((other) => other.text.includes(one.text)))];
  return all.filter(({ text: name }) => name.length > 1 && !isClaimed(name));
}

/**
 * A name of the same kind in the place of one that is missing.
 * @param isAnchored the sentence holds another name of the claim, by which one knows that it is the same matter
 */
function rivalOf(
  claim: ReadClaim,
  { kind, label }: ClaimedName,
  others: readonly Other[],
  isAnchored: boolean,
): string | undefined {
  if (kind === 'other') return undefined;
  const rivals = others.filter((other) => other.kind === kind);
  // What a claim begins with is what it is about: another name there makes it another matter.
  const isSubject = claim.text.indexOf(label) <= 1 && !/的是[^，。]{0,6}$/u.test(claim.text);
  return isSubject && !isAnchored ? undefined : rivals[0]?.text;
}

/**
 * What stands in a sentence before the very words that follow a missing name in the claim: `跟甲的子公司合作`,
 * `与乙子公司合作`.
 */
function inItsPlace({ text, words }: ReadClaim, { label }: ClaimWord, { sentence }: Evidence): string | undefined {
  const at = text.indexOf(label);
  const after = /^的?(?<next>\p{Script=Han}{2})/u.exec(text.slice(at + label.length))?.groups?.['next'];
  if (at <= 1 || after === undefined || !/\p{Script=Han}/u.test(label)) return undefined;
  const tagged = tagWords(sentence.text);
  const rival = tagged.find(
    (word, index) =>
      /^(?:n|x|eng)/u.test(word.tag) &&
      word.text.length > 1 &&
      [0, 1].some((gap) => sentence.text.startsWith(after, word.start + word.text.length + gap)) &&
      tagged[index + 1] !== undefined,
  );
  return rival && !words.some((word) => rival.text.includes(word.label)) ? rival.text : undefined;
}

/**
 * Two names of the claim that the sentence keeps apart, each in a clause with another name:
 * `继A与B合作后，C与D合作` against `C与B合作`.
 */
function swappedIn(
  anchors: readonly ClaimedName[],
  { clauses }: Evidence,
  others: readonly Other[],
): Finding | undefined {
  const companies = anchors.filter(({ kind }) => kind === 'company' || kind === 'other');
  const [one, other] = companies;
  if (!one || !other || companies.length > 2) return undefined;
  const clausesOf = ({ concept }: ClaimWord) => clauses.filter(({ presence }) => (presence[concept] ?? 0) >= LIKELY);
  const [first, second] = [clausesOf(one), clausesOf(other)];
  if (first.some((clause) => second.includes(clause))) return undefined;
  const rivalIn = (held: typeof clauses) =>
    others.find(
      ({ start, kind }) => kind === 'company' && held.some(({ span }) => start >= span.start && start < span.end),
    );
  const [rivalOfFirst, rivalOfSecond] = [rivalIn(first), rivalIn(second)];
  if (!rivalOfFirst || !rivalOfSecond) return undefined;
  return { fact: 'name', outcome: 'differs', claimed: other.label, found: rivalOfFirst.text };
}
