import { z } from 'zod';
import { ConfigurationError } from '../domain/errors.ts';
import { holdsHan } from '../text/holds-letters.ts';

/** One line of a file in `lexicon/`. */
export interface LexiconRow {
  /** As it stands in texts: see `lexicon/README.md` for what `*`, `…`, `{n}` and a leading `!` mean. */
  form: string;
  language: 'zh' | 'en';
  /** What the form says, from the general to the special with slashes between: `direction/change/up`. */
  class: string;
  /** Where the form is from, so that a reader can judge it. */
  source: string;
}

const Columns = z
  .tuple([
    z.string().min(1, 'the form is empty'),
    z.enum(['zh', 'en'], 'the language must be zh or en'),
    z
      .string()
      .regex(/^[^\s/]+(?:[ /][^\s/]+)*$/u, 'the class must be words with slashes between, like direction/trade'),
    z.string().min(1, 'the source is missing: say where the form is from'),
  ])
  .refine(([form, language]) => language === 'en' || holdsHan(form), 'the form has no Chinese character, but says zh')
  .refine(([form, language]) => language === 'zh' || !holdsHan(form), 'the form has Chinese characters, but says en');

/**
 * Reads the text of one file: a row a line, four columns with tabs between; empty lines and lines that begin with `#`
 * are passed over.
 * @throws ConfigurationError that names every line that is wrong, and what is wrong with it
 */
export function readLexicon(text: string, file: string): LexiconRow[] {
  const problems: string[] = [];
  const rows = text.split('\n').flatMap((line, at): LexiconRow[] => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const columns = line.split('\t').map((column) => column.trim());
    if (columns.length !== 4) {
      problems.push(`${file}, line ${at + 1}: has ${columns.length} columns, not form, language, class and source`);
      return [];
    }
    const read = Columns.safeParse(columns);
    if (read.success) {
      const [form, language, kind, source] = read.data;
      return [{ form, language, class: kind, source }];
    }
    problems.push(`${file}, line ${at + 1}: ${read.error.issues.map(({ message }) => message).join(', ')}`);
    return [];
  });
  if (problems.length > 0)
    throw new ConfigurationError(
      `The lexicon needs a correction:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  return rows;
}
