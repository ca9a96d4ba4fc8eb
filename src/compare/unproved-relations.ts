import { splitClauses } from '../text/clauses.ts';
import { createNames } from '../lexicon/names.ts';

const KNOWN = createNames();
/** A word with a capital that does not begin a sentence, or with several. */
const CAPITALISED = /(?<=[\p{Ll}\d,)’\p{Script=Han}]\s*)\b[A-Z][A-Za-z\d.]*[A-Za-z\d]|\b[A-Z][a-z]*[A-Z][A-Za-z\d]*/gu;
const NO_NAME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|H[12]|AI|IT|IP|EUV|DRAM|NAND|HBM|GDP|CEO|CFO|CTO|IPO|US|USA|UK|EU|USD|RMB|PC|SaaS|PaaS|IaaS|API)$/u;
/** Who does it follows. */
const PASSIVE = /被|遭到?|获得?|收到|接受|为.{2,8}所|\bby (?=the |\p{Lu})|\breceiv\w+/u;
/** Who has less comes first. */
const LESS =
  /低于|不及|落后|逊于|少于|小于|慢于|弱于|不如|输给|比.*(?:低|小|少|慢|差|弱|短)|\b(?:lower|smaller|less|fewer|slower|below|behind|trail\w*|worse|weaker|shorter|lost to)\b/u;
const COMPARES =
  /高于|大于|多于|超过|超越|越过|赶超|反超|领先|快于|强于|胜过|低于|不及|落后|逊于|少于|小于|慢于|弱于|不如|输给|比(?=.+(?:高|大|多|快|强|长|好|低|小|少|慢|差|弱|短))|\b(?:than|exceed\w*|surpass\w*|overt[ao]k\w*|outpac\w*|outsold|ahead of|behind|trail\w*|below|above)\b/u;
/** Side by side, or two forms of one name: neither does anything to the other. */
const LISTED = /^[\s和与及、，,/&（(]*(?:(?:以及|and|or|or the|and the)[\s、]*)?$/u;

interface Name {
  text: string;
  start: number;
  forms: readonly string[];
}

/** Two names of a clause, in order, and whether the first one acts or has more. */
interface Relation {
  first: Name;
  second: Name;
  clause: string;
  sign: 1 | -1;
}

/**
 * What a claim says that one does to another, or has more than another, and its quotes say the other way round, or
 * nowhere compare, or of which no quote names both.
 */
export function unprovedRelations(claim: string, quotes: readonly string[]): string[] {
  const latin = new Set(
    [claim, ...quotes]
      .flatMap((text) => [...text.matchAll(CAPITALISED)].map(([word]) => word))
      .filter((word) => !NO_NAME.test(word)),
  );
  const held = quotes.flatMap((quote) => relationsIn(quote, latin, true));
  return relationsIn(claim, latin, false)
    .filter((own) => {
      const agreeing = held.flatMap((other) => {
        if (isSame(own.first, other.first) && isSame(own.second, other.second)) return [own.sign === other.sign];
        return isSame(own.first, other.second) && isSame(own.second, other.first) ? [own.sign !== other.sign] : [];
      });
      if (agreeing.length > 0) return !agreeing.includes(true);
      return COMPARES.test(own.clause) || isPutTogether(own, quotes, latin);
    })
    .map(({ first, second }) => `${first.text} … ${second.text} (who to whom)`);
}

/** Both are named by the quotes, and no quote names both. */
function isPutTogether({ first, second }: Relation, quotes: readonly string[], latin: ReadonlySet<string>): boolean {
  const holders = (name: Name) => quotes.filter((quote) => namesIn(quote, latin).some((other) => isSame(name, other)));
  const [one, other] = [holders(first), holders(second)];
  return one.length > 0 && other.length > 0 && !one.some((quote) => other.includes(quote));
}

/**
 * The pairs of neighbouring names in each clause; one that is compared alone in its clause stands beside the one
 * before.
 */
function relationsIn(text: string, latin: ReadonlySet<string>, joins: boolean): Relation[] {
  let subject: Name | undefined;
  return splitClauses(text).flatMap(({ text: clause }) => {
    const names = namesIn(clause, latin);
    const [only, ...more] = names;
    const compared =
      joins && only && more.length === 0 && subject && COMPARES.test(clause) ? [relationOf(subject, only, clause)] : [];
    if (compared.length === 0) subject = only ?? subject;
    return [
      ...compared,
      ...more.flatMap((second, at) => {
        const first = names[at];
        return first === undefined ||
          isSame(first, second) ||
          LISTED.test(clause.slice(first.start + first.text.length, second.start))
          ? []
          : [relationOf(first, second, clause)];
      }),
    ];
  });
}

function namesIn(text: string, latin: ReadonlySet<string>): Name[] {
  const known = KNOWN.find(text).filter(({ kind }) => kind === 'company');
  const others = [...text.matchAll(/[A-Z][A-Za-z\d.]*[A-Za-z\d]/gu)].filter(
    ({ 0: word, index }) =>
      latin.has(word) &&
      !known.some((name) => index < name.start + name.text.length && name.start < index + word.length),
  );
  return [...known, ...others.map(({ 0: word, index }) => ({ text: word, start: index, forms: [word] }))].toSorted(
    (a, b) => a.start - b.start,
  );
}

function relationOf(first: Name, second: Name, clause: string): Relation {
  return { first, second, clause, sign: PASSIVE.test(clause) === LESS.test(clause) ? 1 : -1 };
}

function isSame(one: Name, other: Name): boolean {
  return one.forms.some((form) => other.forms.includes(form));
}
