import { basename } from 'node:path';
import { Marked } from 'marked';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import type { ReportReader } from '../../domain/ports.ts';
import { documentReport } from './document-report.ts';
import { htmlBlocks } from './html-blocks.ts';
import { parseMarkup } from './markup.ts';
import { readText } from './read-text.ts';
import { dayIn } from './stated-day.ts';
import { openTally } from './tally.ts';

/** Reads Markdown with the tables of GitHub, through the page that it makes. */
export const markdownReader: ReportReader = {
  extensions: ['.md', '.markdown'],
  largest: FILE_LIMITS.characters * 4,
  async read(path, bytes) {
    const file = basename(path);
    const { matter, body } = withoutMatter(readText(file, bytes, 'Markdown'));
    const page = new Marked({ gfm: true }).parse(body, { async: false });
    const tally = openTally();
    const blocks = htmlBlocks(parseMarkup({ file, text: page, as: 'html' }), tally);
    return documentReport({
      file,
      bytes,
      blocks,
      tally,
      title: matterOf(matter, 'title'),
      publisher: matterOf(matter, 'publisher'),
      publishedOn: dayIn(matterOf(matter, 'date')),
    });
  },
};

/** What stands between two lines of dashes at the top says what the text is. */
function withoutMatter(text: string): { matter: string; body: string } {
  const match = /^---\n(?<matter>[^]*?)\n(?:---|\.\.\.)\n/u.exec(text);
  const matter = match?.groups?.['matter'] ?? '';
  const isMatter = match !== null && /^[\w-]+\s*:/u.test(matter);
  return isMatter ? { matter, body: text.slice(match[0].length) } : { matter: '', body: text };
}

function matterOf(matter: string, key: string): string | undefined {
  const line = matter.split('\n').find((each) => each.startsWith(`${key}:`));
  const value =
    line
      ?.slice(key.length + 1)
      .trim()
      .replace(/^(["'])(?<inner>.*)\1$/u, '$<inner>') ?? '';
  return value === '' ? undefined : value;
}
