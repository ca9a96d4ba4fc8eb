import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { Option } from 'commander';
import { z } from 'zod';
import { ConfigurationError } from '../domain/errors.ts';
import type { SummaryRequest, VerifiedSummary } from '../domain/summary.ts';
import { SummaryLength } from '../domain/summary.ts';
import { OPERATOR } from '../domain/audience.ts';
import { exceededByRequest } from '../domain/limits.ts';
import { given } from '../domain/given.ts';
import { detectLanguage } from '../text/language.ts';
import { refusedSummaryJson, summaryJson } from '../programs/summary-json.ts';
import { limitText } from '../words/limit-words.ts';
import { seriesTitle } from '../words/summary-notes.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { JsonOptions, Run } from './command.ts';
import { forEachRow, readRows } from './rows.ts';
import { summaryLines } from './summary-lines.ts';
import { print, printJson, say } from './terminal.ts';

interface SummarizeOptions extends JsonOptions {
  length?: string;
  chart?: string;
}

const Row = z.object({ id: z.union([z.string(), z.number()]), request: z.string(), length: SummaryLength.optional() });

/** `footnote summarize REQUEST`, or `--file ROWS` for many. */
export function addSummarizeCommand(program: Command, run: Run): void {
  program
    .command('summarize [request...]')
    .description('summarize a section, pages or a whole report in its own sentences, each with its citation')
    .addOption(
      new Option('--length <length>', 'how much is said; else as the request says, else standard').choices(
        SummaryLength.options,
      ),
    )
    .option('--chart <file.png>', 'draw the first series of figures as bars')
    .option('--json', 'print one JSON object a request')
    .option('--file <rows>', 'requests from a file, one JSON object a line: {"id", "request"}')
    .action((words: string[], options: SummarizeOptions) =>
      run((footnote) => summarize(footnote, words.join(' ').trim(), options)),
    );
}

async function summarize(
  footnote: Footnote,
  text: string,
  { json, file, length, chart }: SummarizeOptions,
): Promise<number | void> {
  const chosen = length === undefined ? {} : { length: SummaryLength.parse(length) };
  if (file !== undefined)
    return forEachRow(readRows(file, Row), async ({ id, request, length: wanted }) => {
      const error = refusalOf(request);
      if (error !== undefined) return printJson({ id, ...refusedSummaryJson(request, error) });
      const asked = { text: request, ...chosen, ...given({ length: wanted }) };
      return printJson({ id, ...(await timed(footnote, asked)).json });
    });
  if (text === '') {
    say(
      'What should be summarized? For example: footnote summarize "总结一下供应这一节", footnote summarize "pages 3-5"',
    );
    return 2;
  }
  const refusal = refusalOf(text);
  if (refusal !== undefined) {
    say(refusal);
    return 2;
  }
  const { summary, json: result } = await timed(footnote, { text, ...chosen });
  if (json) printJson(result);
  else print(...summaryLines(summary, detectLanguage(text)));
  return chart === undefined ? undefined : writeChart(footnote, summary, chart);
}

/** What is said of a request that is too long. */
function refusalOf(text: string): string | undefined {
  const over = exceededByRequest({ text });
  return over && limitText(over, detectLanguage(text));
}

async function writeChart(footnote: Footnote, summary: VerifiedSummary, file: string): Promise<number | void> {
  const series = summary.outcome === 'summarised' ? summary.series[0] : undefined;
  if (summary.outcome !== 'summarised' || !series) {
    say(`${file} is not written: the section holds no three figures that can be compared.`);
    return 1;
  }
  const png = await footnote.drawChart(series, seriesTitle(series));
  try {
    writeFileSync(file, png);
  } catch (cause) {
    throw new ConfigurationError(`${file} cannot be written: give a file in a folder that exists.`, { cause });
  }
}

async function timed(footnote: Footnote, request: SummaryRequest): Promise<{ summary: VerifiedSummary; json: object }> {
  const started = performance.now();
  const summary = await footnote.seenBy(OPERATOR).summarize(request);
  return { summary, json: summaryJson(summary, Math.round(performance.now() - started)) };
}
