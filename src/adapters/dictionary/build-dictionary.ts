// Run by dictionary-files.ts in a process of its own: node build-dictionary.ts FOLDER
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DictionaryEntry } from '../../dictionary/glosses.ts';
import { buildGlosses } from '../../dictionary/glosses.ts';
import { embeddedTerms, WORD_LENGTH } from '../../dictionary/embedded-terms.ts';
import { trainTermVectors } from '../../dictionary/train-term-vectors.ts';
import { readCedict } from './cedict.ts';
import { DIMENSION } from '../vectors/dictionary-embedder.ts';
import { tableFile, vectorFiles, writeSums, writeWhole } from './dictionary-files.ts';
import { writeGlosses } from './gloss-table.ts';

/** What of a sense explains nothing: other words' sound, and how it is used. */
const ASIDE = /\[[^\]]*\]|\bCL:.*|\((?:idiom|Tw|coll\.|old|literary)\)/gu;
const NO_SENSE = /surname|variant of/u;

// Not where a tool only imports it: then nobody named a folder.
if (process.argv[1] === fileURLToPath(import.meta.url)) build(process.argv[2] ?? '.');

function build(directory: string): void {
  mkdirSync(directory, { recursive: true });
  const entries = readCedict();
  writeGlosses(directory, buildGlosses(entries));
  writeVectors(directory, entries);
  const { terms, rows } = vectorFiles(directory);
  writeSums(directory, [
    ...(['toChinese', 'toEnglish', 'sounds'] as const).map((name) => tableFile(directory, name)),
    terms,
    rows,
  ]);
}

/** Each entry is a document that holds the word and its explanations. */
function writeVectors(folder: string, all: DictionaryEntry[]): void {
  const words = new Set(all.map(({ word }) => word).filter((word) => word.length >= 2 && word.length <= WORD_LENGTH));
  const documents = all
    .filter(({ senses }) => !NO_SENSE.test(senses[0] ?? ''))
    .map(({ word, senses }) => [
      ...new Set(
        embeddedTerms([word, ...senses.map((sense) => sense.replaceAll(ASIDE, ' '))].join(' '), (part) =>
          words.has(part),
        ),
      ),
    ]);
  const { terms, idf, rows } = trainTermVectors(documents, DIMENSION);
  const files = vectorFiles(folder);
  writeWhole(files.rows, new Uint8Array(rows.buffer));
  const factorOf = (at: number) =>
    (idf[at] ?? 0) / (Math.hypot(...rows.subarray(at * DIMENSION, (at + 1) * DIMENSION)) || 1);
  writeWhole(files.terms, `${terms.map((term, at) => `${term}\t${factorOf(at).toPrecision(5)}`).join('\n')}\n`);
}
