import type { Span } from '../domain/report.ts';
import type { Mention, MentionKind } from '../domain/statement.ts';
import type { Names } from '../lexicon/names.ts';
import { personNames } from '../lexicon/person-names.ts';
import { tagWords } from '../text/tag-words.ts';
import { isHan } from '../text/holds-letters.ts';

const LATIN = /(?<![A-Za-z])[A-Z][A-Za-z\d.+-]{2,}(?:\s[A-Z][A-Za-z\d.+-]+)*/gu;
const MARKED = /[“《](?<name>[^“”《》，。]{2,16})[”》]/gu;

/** How jieba tags names of places, organisations and other things. */
const NAME_TAG = /^n[stz]/u;

/**
 * The names of a text in order, none within another: known ones, capitalised words, what stands in quotation or title
 * marks, persons, and what the tagger takes for a name.
 */
export function findMentions(text: string, names: Names): Mention[] {
  const known = names
    .find(text)
    .flatMap(({ text: name, start, forms, kind }) =>
      kind === 'term' ? [] : [mention(start, name, kind, forms[0] ?? name)],
    );
  const latin = [...text.matchAll(LATIN)].map(({ 0: name, index }) => mention(index, name, 'other'));
  const marked = [...text.matchAll(MARKED)].map(({ groups, index }) =>
    mention(index + 1, groups?.['name'] ?? '', 'other'),
  );
  const guessed = tagWords(text).flatMap(({ text: name, start, tag }) =>
    NAME_TAG.test(tag) && isHan(name) && name.length > 1 ? [mention(start, name, 'guess')] : [],
  );
  const persons = personNames(text).map((name) => mention(text.indexOf(name), name, 'person'));
  const taken: Mention[] = [];
  for (const one of [...known, ...latin, ...marked, ...persons, ...guessed])
    if (!taken.some((other) => overlap(one.span, other.span))) taken.push(one);
  return taken.toSorted((a, b) => a.span.start - b.span.start);
}

function mention(start: number, text: string, kind: MentionKind, name = text): Mention {
  return { span: { start, end: start + text.length }, name, kind };
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
