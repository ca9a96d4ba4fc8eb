import type { TextRun } from '../../layout/documents/joined-runs.ts';
import { joinedRuns } from '../../layout/documents/joined-runs.ts';
import type { Tally } from './tally.ts';
import { readXmlEvents } from './xml-events.ts';

/** Takes the runs of a text in a sheet apart from how they are said aloud. */
export interface StringTaker {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(data: string): void;
  close(name: string): void;
  /** What was taken since the last time. */
  take(): string;
}

/** Collects the text of one string: its runs without raised marks, and without the sounds of its characters. */
export function openStringTaker(tally: Tally): StringTaker {
  let runs: TextRun[] = [];
  let [isText, isSound, isRaised] = [false, false, false];
  return {
    open(name, attributes) {
      if (name === 't') isText = true;
      if (name === 'rph') isSound = true;
      if (name === 'r') isRaised = false;
      if (name === 'vertalign') isRaised = attributes['val'] === 'superscript';
    },
    text(data) {
      if (isText && !isSound) runs.push({ text: data, raised: isRaised ? 'above' : undefined });
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rph') isSound = false;
      if (name === 'r') isRaised = false;
    },
    take() {
      const { text, marks } = joinedRuns(runs);
      tally.add('note_marks', marks);
      runs = [];
      return text;
    },
  };
}

/** The strings that the cells of a workbook share, by their index. */
export function readSharedStrings(file: string, bytes: Uint8Array | undefined, tally: Tally): string[] {
  const strings: string[] = [];
  if (!bytes) return strings;
  const taker = openStringTaker(tally);
  readXmlEvents(file, bytes, {
    ...taker,
    close(name) {
      taker.close(name);
      if (name === 'si') strings.push(taker.take());
    },
  });
  return strings;
}
