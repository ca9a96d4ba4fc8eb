import type { Command } from 'commander';
import type { Run } from './command.ts';

/** A command as it is listed, and what adds it: loaded when it is named, for most of them bring much along. */
export interface ListedCommand {
  /** Its name with what may follow. */
  term: string;
  description: string;
  add(program: Command, run: Run): Promise<void>;
}

/** All commands, in the order in which they are listed. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    term: 'start',
    description: 'serve the ask page, and the Slack bot when its tokens are set',
    add: async (program) => (await import('./start.ts')).addStartCommand(program),
  },
  {
    term: 'ingest [options] [paths...]',
    description: 'take reports into the index: files, folders with all that is in them, https:// addresses',
    add: async (program, run) => (await import('./ingest.ts')).addIngestCommand(program, run),
  },
  {
    term: 'watch <folder>',
    description: 'take in what lies in a folder and what comes into it, and take out what goes, until Ctrl+C',
    add: async (program, run) => (await import('./watch.ts')).addWatchCommand(program, run),
  },
  {
    term: 'sources [options] [names...]',
    description: 'list the places in sources.yaml and what came in from them; --update takes in what is new there',
    add: async (program, run) => (await import('./sources.ts')).addSourcesCommand(program, run),
  },
  {
    term: 'remove <report>',
    description: 'take a report out of the index (by id, file name or title)',
    add: async (program, run) => (await import('./remove.ts')).addRemoveCommand(program, run),
  },
  {
    term: 'describe [options] <report>',
    description: "show or correct what is said of a report; an empty text ('') takes a correction back",
    add: async (program, run) => (await import('./describe.ts')).addDescribeCommand(program, run),
  },
  {
    term: 'audience [options] <report> [everyone]',
    description: 'show or set who may see a report: see docs/audiences.md',
    add: async (program, run) => (await import('./audience.ts')).addAudienceCommand(program, run),
  },
  {
    term: 'ask [options] [question...]',
    description: 'answer a question from the reports, every sentence with its citation',
    add: async (program, run) => (await import('./ask.ts')).addAskCommand(program, run),
  },
  {
    term: 'chat [options]',
    description: 'ask in a conversation: follow-ups, pages and quotes; /help lists what it takes',
    add: async (program, run) => (await import('./chat.ts')).addChatCommand(program, run),
  },
  {
    term: 'check [options] [draft...]',
    description:
      'check a draft against the reports, claim by claim (a path: the text in that file; ' +
      '- reads it from standard input)',
    add: async (program, run) => (await import('./check.ts')).addCheckCommand(program, run),
  },
  {
    term: 'verify [options]',
    description: "hold sentences against the quotes that they rest on: other programs' answers, for instance",
    add: async (program, run) => (await import('./verify.ts')).addVerifyCommand(program, run),
  },
  {
    term: 'summarize [options] [request...]',
    description: 'summarize a section, pages or a whole report in its own sentences, each with its citation',
    add: async (program, run) => (await import('./summarize.ts')).addSummarizeCommand(program, run),
  },
  {
    term: 'figures [options] [words...]',
    description: 'list the figures that some words are about, each with its citation: whose, what, when, how much',
    add: async (program, run) => (await import('./figures.ts')).addFiguresCommand(program, run),
  },
  {
    term: 'search [options] [question...]',
    description: 'list the passages that matter for a question, best first',
    add: async (program, run) => (await import('./search.ts')).addSearchCommand(program, run),
  },
  {
    term: 'outline [options] [report]',
    description: "show a report's sections with their pages: those that it lists itself, else all that were found",
    add: async (program, run) => (await import('./outline.ts')).addOutlineCommand(program, run),
  },
  {
    term: 'reports [options]',
    description: 'list the reports in the index',
    add: async (program, run) => (await import('./reports.ts')).addReportsCommand(program, run),
  },
  {
    term: 'page [options] <report> <page>',
    description: 'print the text of a page: its printed number or label, as citations give it',
    add: async (program, run) => (await import('./page.ts')).addPageCommand(program, run),
  },
  {
    term: 'mcp',
    description: 'serve agents and other programs by the Model Context Protocol, on standard input and output',
    add: async (program, run) => (await import('./mcp.ts')).addMcpCommand(program, run),
  },
  {
    term: 'eval [options] <set>',
    description: 'ask the questions of a set and count right and wrong answers: see docs/evaluation.md',
    add: async (program, run) => (await import('./eval.ts')).addEvalCommand(program, run),
  },
  {
    term: 'doctor [options]',
    description: 'check settings, index, prompts, model, embeddings and Slack, with real calls',
    add: async (program) => (await import('./doctor.ts')).addDoctorCommand(program),
  },
  {
    term: 'backup [options] <folder>',
    description: 'copy the whole index into a new folder, also while Footnote runs',
    add: async (program) => (await import('./backup.ts')).addBackupCommand(program),
  },
  {
    term: 'restore [options] <folder>',
    description: 'put the index back as a backup has it; Footnote must not run. What is there is set aside',
    add: async (program) => (await import('./backup.ts')).addRestoreCommand(program),
  },
  {
    term: 'migrate [options]',
    description: 'copy everything to the other engine, PostgreSQL or a folder; Footnote must not run',
    add: async (program) => (await import('./migrate.ts')).addMigrateCommand(program),
  },
  {
    term: 'feedback [options]',
    description: 'what people in Slack thought of answers, and which questions found none',
    add: async (program, run) => (await import('./feedback.ts')).addFeedbackCommand(program, run),
  },
  {
    term: 'stats [options]',
    description: 'what was asked and not found, thumbs, channels, cost of models, health; nobody is named',
    add: async (program, run) => (await import('./stats.ts')).addStatsCommand(program, run),
  },
  {
    term: 'forget [options] <person>',
    description: 'delete what a person asked and thought of answers: T0456EFGH/U0123ABCD, web/NAME or web',
    add: async (program, run) => (await import('./forget.ts')).addForgetCommand(program, run),
  },
  {
    term: 'log',
    description: 'what editors found about citations: the last entries',
    add: async (program, run) => (await import('./log.ts')).addLogCommand(program, run),
  },
  {
    term: 'editor-link <name>',
    description: 'make a link with which an editor signs in to the web pages; it works once, within an hour',
    add: async (program, run) => (await import('./editor-link.ts')).addEditorLinkCommand(program, run),
  },
  {
    term: 'completion <shell>',
    description: 'print a script for the shell that completes commands and options: eval "$(footnote completion bash)"',
    add: async (program) => (await import('./completion.ts')).addCompletionCommand(program),
  },
];

/** The name of a listed command. */
export function nameOf({ term }: Pick<ListedCommand, 'term'>): string {
  return term.split(' ', 1)[0] ?? '';
}
