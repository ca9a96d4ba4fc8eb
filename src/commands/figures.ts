import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { OPERATOR } from '../domain/audience.ts';
import { ConfigurationError } from '../domain/errors.ts';
import type { ComparedFigures, FigureFact, FiguresRequest, FoundFigures } from '../domain/figure-fact.ts';
import type { Language } from '../domain/report.ts';
import { given } from '../domain/given.ts';
import { figuresCsv } from '../outlets/figures-export.ts';
import { figuresJson } from '../programs/figures-json.ts';
import { detectLanguage } from '../text/language.ts';
import { barsOf, FIGURE_WORDS, factNotes, figureNotes } from '../words/figure-words.ts';
import { citationLabel } from '../words/place-label.ts';
import { valueText } from '../words/summary-notes.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { Run } from './command.ts';
import { print, printExport, printJson, say } from './terminal.ts';
import { oneLine } from '../text/white-space.ts';

interface FiguresOptions {
  report?: string[];
  period?: string;
  unit?: string;
  limit: number;
  trend?: boolean;
  csv?: boolean;
  json?: boolean;
  chart?: string;
}

/** Figures that are listed unless more are asked for. */
const LISTED = 50;
/** Points that are read off a line of a terminal rather than drawn. */
const SHOWN = 3;

/** `footnote figures WORDS`: the figures of the reports as data. */
export function addFiguresCommand(program: Command, run: Run): void {
  program
    .command('figures [words...]')
    .description('list the figures that some words are about, each with its citation: whose, what, when, how much')
    .option('--report <report>', 'only of this report, by id or file; may be given again', collect)
    .option('--period <period>', 'only of this time: 2020, 2020-Q3, 2020-07')
    .option('--unit <unit>', 'only in this unit: %, USD, 亿元')
    .option('--limit <count>', 'how many at most', count, LISTED)
    .option('--trend', 'only what is told for several times, over all issues of a series')
    .option('--csv', 'print them for a spreadsheet')
    .option('--json', 'print one JSON object')
    .option('--chart <file.png>', 'draw what can be compared best: lines over time, else bars')
    .action((words: string[], options: FiguresOptions) =>
      run((footnote) => figures(footnote, words.join(' ').trim(), options)),
    );
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return number;
}

async function figures(
  footnote: Footnote,
  text: string,
  { report, period, unit, limit, trend, csv, json, chart }: FiguresOptions,
): Promise<number | void> {
  if (text === '' && report === undefined) {
    say('Which figures? For example: footnote figures "云 市场份额", footnote figures --report FILE --csv');
    return 2;
  }
  const request: FiguresRequest = {
    text,
    ...(report ? { reports: report } : {}),
    ...given({ period, unit }),
  };
  const found = await footnote.seenBy(OPERATOR).figures(request, { limit, isTrend: trend ?? false });
  const language = detectLanguage(text === '' ? (found.facts[0]?.measure ?? '') : text);
  if (json) printJson(figuresJson(found));
  else if (csv) printExport(figuresCsv(found.facts));
  else print(...figureLines(found, language, trend ?? false));
  return chart === undefined ? undefined : writeChart(footnote, found, language, chart);
}

/** What was found, line by line: what runs over time first, then every figure with its citation. */
export function figureLines(found: FoundFigures, language: Language, isTrend: boolean): string[] {
  const words = FIGURE_WORDS[language];
  if (found.facts.length === 0) return [isTrend ? words.noTrend : words.none, ...figureNotes(found, language)];
  const lines = found.compared.filter(({ kind, points }) => kind === 'over_time' || points.length >= SHOWN);
  return [
    ...lines.flatMap((one) => [...comparedLines(one, language), '']),
    ...(isTrend ? [] : found.facts.flatMap((fact) => factLines(fact, language))),
    ...figureNotes(found, language),
  ];
}

function comparedLines(compared: ComparedFigures, language: Language): string[] {
  const { title, series, points } = compared;
  const { unit, values } = barsOf(compared, language);
  const of = series === undefined ? '' : ` (${FIGURE_WORDS[language].issues(series)})`;
  return [
    `${title}${of}`,
    ...values.map(({ label, value }, at) => {
      const quote = points[at]?.fact.quote;
      return `  ${label}  ${valueText(value, unit)}${quote ? `  (${citation(points[at]?.fact, language)})` : ''}`;
    }),
  ];
}

function factLines(fact: FigureFact, language: Language): string[] {
  const { subject, measure, period, value, quote } = fact;
  const said = [subject, measure, period?.text].filter(Boolean).join(' · ');
  const notes = factNotes(fact, language);
  return [
    `${value.text}  ${said}${notes.length === 0 ? '' : `  [${notes.join('; ')}]`}`,
    `    ${citation(fact, language)}`,
    `    “${oneLine(quote.text)}”`,
  ];
}

function citation(fact: FigureFact | undefined, language: Language): string {
  return fact ? `${fact.quote.reportTitle} · ${citationLabel(fact.quote.path, fact.quote.place, language)}` : '';
}

async function writeChart(
  footnote: Footnote,
  { compared: [first] }: FoundFigures,
  language: Language,
  file: string,
): Promise<number | void> {
  if (!first) {
    say(`${file} is not written: no figures that can be compared were found.`);
    return 1;
  }
  const png = await footnote.drawChart(barsOf(first, language), first.title);
  try {
    writeFileSync(file, png);
  } catch (cause) {
    throw new ConfigurationError(`${file} cannot be written: give a file in a folder that exists.`, { cause });
  }
}
