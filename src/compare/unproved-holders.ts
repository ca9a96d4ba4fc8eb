import { splitClauses } from '../text/clauses.ts';
import { detectLanguage } from '../text/language.ts';
import { findOrders } from '../quantities/orders.ts';
import { personNames } from '../lexicon/person-names.ts';
import { findOwner } from './find-owner.ts';
import { sharedPairs } from './shared-pairs.ts';

const TITLE = /董事长|总裁|总经理|首席执行官|首席技术官|创始人|院长|校长|院士|局长|部长|主任|秘书长|CEO|CTO|CFO/gu;
const TITLED =
  /(?<=董事长|总裁|总经理|首席执行官|首席技术官|创始人|院长|校长|院士|局长|部长|主任|秘书长|CEO|CTO|CFO)\p{Script=Han}{2,3}(?=表示|认为|指出|说|称|介绍|强调|透露|预计|则|也|还|在|向|[，。、：])/gu;
/** An office that is a part of a name. */
const OFFICE = /(?<prefix>\p{Script=Han}{0,2})(?<kind>银行|证券|保险|基金|研究院|研究所|大学|学院|医院)/gu;
const ANY_OFFICE = /^.?(?:的|家|些|多|有|所|各|型|业|在|国|制|类|和|与|对)$|^$/u;
/** So much more must another's part of a quote share with a claim to be the one that it tells. */
const CLEARLY = 2;

/** Ranks, titles and sayings that the quotes give to somebody else, and offices of another name. */
export function unprovedHolders(claim: string, quotes: readonly string[]): string[] {
  const held = quotes.join('\n');
  return [
    ...otherRanks(claim, quotes),
    ...(detectLanguage(claim) === 'zh' && detectLanguage(held) === 'zh'
      ? [...otherOffices(claim, held), ...otherTitles(claim, quotes), ...otherSpeakers(claim, quotes)]
      : []),
  ];
}

function otherRanks(claim: string, quotes: readonly string[]): string[] {
  return findOrders(claim).flatMap((order) => {
    const own = findOwner({ text: claim, quantity: { ...order, kind: 'count' } });
    const places = quotes.flatMap((quote) =>
      findOrders(quote)
        .filter(({ rank }) => rank === order.rank)
        .map((found) => findOwner({ text: quote, quantity: { ...found, kind: 'count' } })),
    );
    const isOther =
      own !== undefined &&
      places.length > 0 &&
      places.every(
        (owners) =>
          owners !== undefined &&
          !owners.some((name) => own.some((other) => name.forms.some((form) => other.forms.includes(form)))),
      );
    return isOther ? [`${order.text} (of whom)`] : [];
  });
}

function otherOffices(claim: string, held: string): string[] {
  return [...claim.matchAll(OFFICE)]
    .filter(
      ({ 0: name, groups }) =>
        !held.includes(groups?.['kind'] ?? name) ||
        (!held.includes(name) && !ANY_OFFICE.test(groups?.['prefix'] ?? '')),
    )
    .map(([name]) => name);
}

/** A title and the one person beside it stand beside each other in the quotes, too. */
function otherTitles(claim: string, quotes: readonly string[]): string[] {
  const clauses = quotes.flatMap((quote) => splitClauses(quote)).map(({ text }) => text);
  const persons = personsIn(quotes);
  return splitClauses(claim).flatMap(({ text }) => {
    const [person, ...more] = persons.filter((name) => text.includes(name));
    if (person === undefined || more.length > 0) return [];
    const titles = text.match(TITLE) ?? [];
    return titles.filter(
      (title) =>
        clauses.some((clause) => clause.includes(title)) &&
        !clauses.some((clause) => clause.includes(title) && clause.includes(person)),
    );
  });
}

/** Of several persons the one whose part of the quote the claim tells. */
function otherSpeakers(claim: string, quotes: readonly string[]): string[] {
  const persons = personsIn(quotes);
  const [person, ...more] = persons.filter((name) => claim.includes(name));
  if (person === undefined || more.length > 0) return [];
  const parts = quotes.flatMap((quote) => partsOf(quote, persons));
  const rest = claim.replaceAll(person, ' ').replaceAll(TITLE, ' ');
  const shared = (isOwn: boolean) =>
    Math.max(0, ...parts.filter(({ who }) => (who === person) === isOwn).map(({ text }) => sharedPairs(rest, text)));
  return shared(false) >= shared(true) + CLEARLY ? [person] : [];
}

/** Persons as they are named, and as they stand behind a title or before what they say. */
function personsIn(quotes: readonly string[]): string[] {
  return [
    ...new Set(
      quotes.flatMap((quote) => [...personNames(quote), ...[...quote.matchAll(TITLED)].map(([name]) => name)]),
    ),
  ];
}

/** What a quote says from one person to the next. */
function partsOf(quote: string, persons: readonly string[]): { who: string; text: string }[] {
  const starts = persons
    .filter((who) => quote.includes(who))
    .map((who) => ({ who, start: quote.indexOf(who) }))
    .toSorted((a, b) => a.start - b.start);
  return starts.map(({ who, start }, at) => ({
    who,
    text: quote.slice(start + who.length, starts[at + 1]?.start ?? quote.length).replaceAll(TITLE, ' '),
  }));
}
