import type { z } from 'zod';
import { LimitError, RefusedError } from '../domain/errors.ts';
import { AnswerJson } from './answer-json.ts';
import type { AskedRoom, ProgramAsker } from './asked-room.ts';
import {
  askReports,
  searchReports,
  checkText,
  verifyClaim,
  summarizeSection,
  listFigures,
  listReports,
  readPage,
} from './calls.ts';
import { CheckedDraftJson } from './check-json.ts';
import { FiguresJson } from './figures-json.ts';
import { malformedText } from './malformed-text.ts';
import { PageJson, ReportsJson } from './report-json.ts';
import {
  AskRequest,
  CheckRequest,
  FiguresAsked,
  PageRequest,
  ReportsRequest,
  SearchRequest,
  SummarizeRequest,
  VerifyRequest,
} from './requests.ts';
import { HitsJson } from './search-json.ts';
import { SummaryJson } from './summary-json.ts';
import { JudgedJson } from './verify-json.ts';

/** Something that other programs can call. */
export interface Operation<Result = Record<string, unknown>> {
  name: string;
  title: string;
  /** What it does, for people and for models that choose. */
  description: string;
  input: z.ZodObject;
  output: z.ZodObject;
  /** What an address asks for by its query; absent: it is too much for an address. */
  inQuery?(query: Record<string, string>): unknown;
  /**
   * Does it.
   * @param given as it came, of whatever form
   * @throws RefusedError with a sentence that says what is wrong with what was given
   */
  call(room: AskedRoom, given: unknown, asker?: ProgramAsker): Promise<Result>;
}

/** What other programs can call, by name: the one table from which every door is made. */
export const OPERATION = {
  ask: operation({
    name: 'ask',
    title: 'Ask the reports',
    description:
      'Answers a question from the reports; every sentence has checked citations (report, section, page, verbatim ' +
      'quote). Says not_found, with the nearest places, where the reports do not answer.',
    input: AskRequest,
    output: AnswerJson,
    run: askReports,
  }),
  search: operation({
    name: 'search',
    title: 'Search passages',
    description: 'Lists the passages of the reports that matter for a question, best first, with their pages.',
    input: SearchRequest,
    output: HitsJson,
    run: searchReports,
  }),
  check: operation({
    name: 'check',
    title: 'Check a draft',
    description:
      'Checks a text against the reports claim by claim: supported, contradicted (with what differs) or not_found, ' +
      'each with citations.',
    input: CheckRequest,
    output: CheckedDraftJson,
    run: checkText,
  }),
  verify: operation({
    name: 'verify',
    title: 'Hold a sentence against its quotes',
    description:
      'Tells whether a sentence of yours may be shown as proved by verbatim quotes of the reports. Call it before ' +
      'you show a sentence that you wrote from passages.',
    input: VerifyRequest,
    output: JudgedJson,
    run: verifyClaim,
  }),
  summarize: operation({
    name: 'summarize',
    title: 'Summarize a section',
    description: 'Summarises a section, pages or a whole report in its own sentences, each with its citation.',
    input: SummarizeRequest,
    output: SummaryJson,
    run: summarizeSection,
  }),
  figures: operation({
    name: 'figures',
    title: 'Figures as data',
    description: 'Lists figures of the reports as data: whose, what is measured, when, how much, with citations.',
    input: FiguresAsked,
    output: FiguresJson,
    run: listFigures,
  }),
  reports: operation({
    name: 'reports',
    title: 'List the reports',
    description: 'Lists the reports that can be asked: title, date, publisher, pages, and how they were read.',
    input: ReportsRequest,
    output: ReportsJson,
    inQuery: (query) => query,
    run: listReports,
  }),
  page: operation({
    name: 'page',
    title: 'Read a page',
    description: 'Gives the text of one page of a report: by its printed number, its position, or a quote on it.',
    input: PageRequest,
    output: PageJson,
    inQuery: ({ number, ...query }) => ({ ...query, ...(number === undefined ? {} : { number: Number(number) }) }),
    run: readPage,
  }),
};

/** The same in order. */
export const OPERATIONS: readonly Operation[] = Object.values(OPERATION);

function operation<I extends z.ZodObject, O extends z.ZodObject>({
  run,
  ...described
}: Omit<Operation, 'input' | 'output' | 'call'> & {
  input: I;
  output: O;
  run(room: AskedRoom, request: z.output<I>, asker: ProgramAsker): Promise<z.output<O>>;
}): Operation<z.output<O>> {
  return {
    ...described,
    async call(room, given, asker = {}) {
      const request = described.input.safeParse(given);
      if (!request.success) throw new RefusedError('malformed', malformedText(request.error, given, described.input));
      try {
        return await run(room, request.data, asker);
      } catch (error) {
        // The room looks once more.
        throw error instanceof LimitError ? new RefusedError('too_much', error.message) : error;
      }
    },
  };
}
