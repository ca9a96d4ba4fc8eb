import { basename } from 'node:path';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import type { ReportReader } from '../../domain/ports.ts';
import type { DocumentBlock } from '../../layout/documents/document-block.ts';
import { documentReport } from './document-report.ts';
import { readText } from './read-text.ts';
import { openTally } from './tally.ts';
import { UnreadableReportError } from '../../domain/errors.ts';
import { oneLine } from '../../text/white-space.ts';

/** A section of a talk, in seconds: near enough to be found in the recording. */
const SECTION_S = 60;
/** A paragraph of a talk, in characters; it ends with a sentence where there is one. */
const PARAGRAPH_LENGTH = 500;

/** What is said in some seconds. */
interface Cue {
  /** Seconds from the beginning. */
  start: number;
  /** The lines of the file that it stands in. */
  raw: string;
}

/**
 * Reads subtitles (SRT) of talks and calls: a section for each minute, called after where it begins. What a subtitle
 * says is taken out by LangChain's `SRTLoader`, which is loaded with the first such file.
 */
export const srtReader: ReportReader = {
  extensions: ['.srt'],
  largest: FILE_LIMITS.characters * 4,
  async read(path, bytes) {
    const file = basename(path);
    const cues = cuesOf(readText(file, bytes, 'subtitles'));
    if (cues.length === 0)
      throw new UnreadableReportError(`${file}: holds no subtitles; save what is said as text, and take that in.`);
    const { SRTLoader } = await import('@langchain/community/document_loaders/fs/srt');
    const blocks: DocumentBlock[] = [];
    for (const { start, cues: some } of sectionsOf(cues)) {
      const loader = new SRTLoader(new Blob([some.map(({ raw }) => raw).join('\n\n')]));
      const text = (await loader.load()).map(({ pageContent }) => spoken(pageContent)).join(' ');
      if (text.trim() === '') continue;
      blocks.push({ kind: 'heading', level: 1, text: clock(start) });
      blocks.push(...paragraphsOf(text).map((line): DocumentBlock => ({ kind: 'text', lines: [line] })));
    }
    return documentReport({ file, bytes, blocks, tally: openTally(), said: titleOf(file) });
  },
};

const TIMES = /^\s*(?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3}\s*-->/u;

/** A subtitle is a number, its times and its lines; blank lines stand between two. */
function cuesOf(text: string): Cue[] {
  return text.split(/\n[ \t]*\n/u).flatMap((raw) => {
    const times = raw.split('\n').find((line) => TIMES.test(line));
    return times === undefined ? [] : [{ start: secondsOf(times), raw: raw.trim() }];
  });
}

/** A sentence ends here. */
const ENDS = /[.!?\u2026\u3002\uff01\uff1f]["')\]\u201d\u300d]*(?:<\/[a-z]+>)?$/iu;

/** Sections of a minute; a sentence goes on in the one in which it began, for as long as another minute. */
function sectionsOf(cues: readonly Cue[]): { start: number; cues: Cue[] }[] {
  const sections: { start: number; cues: Cue[] }[] = [];
  for (const cue of cues) {
    const [last, minute] = [sections.at(-1), Math.floor(cue.start / SECTION_S) * SECTION_S];
    const isOver =
      last === undefined || cue.start - last.start >= 2 * SECTION_S || ENDS.test(last.cues.at(-1)?.raw ?? '');
    if (last && (minute === last.start || !isOver)) last.cues.push(cue);
    else sections.push({ start: minute, cues: [cue] });
  }
  return sections;
}

function secondsOf(times: string): number {
  const [whole = ''] = times.trim().split(/[,.]/u);
  return whole.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

/** Without the marks of type (`<i>`, `{\an8}`). */
function spoken(text: string): string {
  return oneLine(text.replaceAll(/<\/?[a-z][^<>]{0,80}>|\{\\[^{}]{0,80}\}/giu, '')).trim();
}

function paragraphsOf(text: string): string[] {
  const sentences = text.match(/[^.!?\u3002\uff01\uff1f]*(?:[.!?\u3002\uff01\uff1f]+["')\u201d\u300d]*\s*|$)/gu) ?? [];
  const paragraphs = [''];
  for (const sentence of sentences) {
    const last = paragraphs.at(-1) ?? '';
    if (last.length + sentence.length > PARAGRAPH_LENGTH && last !== '') paragraphs.push(sentence);
    else paragraphs[paragraphs.length - 1] = last + sentence;
  }
  return paragraphs.map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '');
}

/** `0:05`, `1:02:00`. */
function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

/** A recording is called what its file is. */
function titleOf(file: string): string {
  return (
    file
      .replace(/\.srt$/iu, '')
      .replaceAll(/[-_]+/gu, ' ')
      .trim() || file
  );
}
