import type { Passage } from '../domain/answer.ts';
import { given } from '../domain/given.ts';
import type { Statement } from '../domain/statement.ts';
import { findDates } from '../quantities/dates.ts';
import { remember } from '../text/remember.ts';
import type { CompareResources, Evidence } from './compare-statements.ts';
import type { QuotedStatement } from './quoted-statements.ts';
import { contextOf, titleOf } from './quoted-statements.ts';
import { plainText, readText } from './read-text.ts';

/** What a claim rests on. */
export interface Grounds {
  quotes: readonly string[];
  /** The whole statements that the quotes are of; absent: the quotes. */
  statements?: readonly QuotedStatement[];
  /** Title and headings above the quotes, and the sentences before them: who and what they speak of. */
  context: string;
  /** Title and headings alone: what the report speaks of throughout. */
  title?: string;
}

/** Reads what a claim rests on; a quote that is a whole statement is read as that, a row with its heads. */
export function readGrounds(
  { quotes, statements, context, title }: Grounds,
  { names, readStatement }: CompareResources,
): Evidence {
  const whole = (statements ?? []).map(({ statement, printed, from, to }) => ({
    read: readStatement(statement),
    printed: plainText(printed),
    from,
    to,
  }));
  const read = quotes.map((text) => {
    const plain = plainText(text);
    return whole.find(({ printed }) => printed === plain)?.read ?? readText(text, names);
  });
  return {
    quotes: read,
    sentences: statements ? whole : read.map((each) => ({ read: each, from: 0, to: each.text.length })),
    context: { ...readContext(context), ...given({ title }) },
  };
}

/** So much of what stands before a statement tells of whom and what it speaks, in characters. */
const BEFORE = 2000;

/**
 * A statement of a passage as what a claim rests on.
 * @param earlier what stands right before the passage in its report, when it was found as well
 */
export function evidenceOf(
  statement: Statement,
  passage: Passage,
  earlier: Passage | undefined,
  { readStatement }: Pick<CompareResources, 'readStatement'>,
): Evidence {
  const read = readStatement(statement);
  const start = statement.quotes[0]?.start ?? 0;
  const before = passage.statements[passage.statements.indexOf(statement) - 1] ?? earlier?.statements.at(-1);
  const around = [...contextOf(passage, start, BEFORE), earlier?.chunk.text ?? ''].join('\n');
  return {
    quotes: [read],
    sentences: [{ read, from: 0, to: read.text.length }],
    context: {
      ...readContext(around),
      title: titleOf(passage).join('\n'),
      before: before?.text ?? '',
    },
  };
}

/** What stands around a quote, with its times. */
const readContext = remember((text) => {
  const plain = plainText(text);
  return { text: plain, dates: findDates(plain) };
}, 500_000);
