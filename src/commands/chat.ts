import type { Command } from 'commander';
import type { Meant, Quote } from '../domain/answer.ts';
import { claimsOf, Question } from '../domain/answer.ts';
import { OPERATOR } from '../domain/audience.ts';
import { given } from '../domain/given.ts';
import { exceededBy, takenTurns } from '../domain/limits.ts';
import { detectLanguage } from '../text/language.ts';
import { noReportsText } from '../words/answer-notes.ts';
import { limitText } from '../words/limit-words.ts';
import { citationLabel } from '../words/place-label.ts';
import type { Footnote, ReadingRoom } from '../wiring/wire-footnote.ts';
import { answerLines } from './answer-lines.ts';
import type { Run } from './command.ts';
import { findReport } from './find-report.ts';
import { readChatLine } from './read-chat-line.ts';
import { createStatusLine, print, readLines, say } from './terminal.ts';

const HELP = [
  'A question, or one that goes on from the last: “and in 2019?”.',
  '  2          the page of quote [2], with the quote between » and «',
  '  /new       begin anew: what was asked before is not taken along',
  '  /reports   which reports there are',
  '  /quit      end (Ctrl+D, Ctrl+C)',
];

/** `footnote chat`: a conversation in the terminal. */
export function addChatCommand(program: Command, run: Run): void {
  program
    .command('chat')
    .description('ask in a conversation: follow-ups, pages and quotes; /help lists what it takes')
    .option('--report <reports...>', 'only about these reports, by id, file or title')
    .action(({ report }: { report?: string[] }) => run((footnote) => chat(footnote, report)));
}

/** A conversation as far as it has come. */
interface Conversation {
  room: ReadingRoom;
  /** Ids of the reports that it is about; absent: all. */
  reports: string[] | undefined;
  /** What was asked, oldest first. */
  turns: string[];
  /** Of the last answer, as it numbers them. */
  quotes: Quote[];
  /** What the last question may have meant. */
  candidates: Meant[];
}

async function chat(footnote: Footnote, named: string[] | undefined): Promise<void> {
  const reports = named && (await Promise.all(named.map(async (name) => (await findReport(footnote, name)).id)));
  const conversation: Conversation = {
    room: footnote.seenBy(OPERATOR),
    reports,
    turns: [],
    quotes: [],
    candidates: [],
  };
  say('What would you like to know? /help lists what else can be typed.');
  for await (const line of readLines('› ')) if ((await takeLine(line, conversation)) === 'quit') break;
}

async function takeLine(typed: string, conversation: Conversation): Promise<'quit' | void> {
  const line = readChatLine(typed);
  switch (line.kind) {
    case 'ask':
      return askNext(line.text, conversation);
    case 'number':
      return choose(line.number, conversation);
    case 'new':
      Object.assign(conversation, { turns: [], quotes: [], candidates: [] });
      return say('Begun anew.');
    case 'reports':
      return print(...(await conversation.room.library.reports()).map(({ title, file }) => `  ${title}  (${file})`));
    case 'help':
      return print(...HELP);
    case 'unknown':
      return say(`There is no ${line.name}: /help lists what there is.`);
    case 'nothing':
      return undefined;
    case 'quit':
      return 'quit';
  }
}

async function askNext(text: string, conversation: Conversation): Promise<void> {
  const { room, reports } = conversation;
  const language = detectLanguage(text);
  const question = Question.parse({ text, earlier: takenTurns(conversation.turns), ...given({ reports }) });
  const over = exceededBy(question);
  if (over) return say(limitText(over, language));
  if ((await room.library.reports()).length === 0) return say(noReportsText(language));
  createStatusLine().show('Looking through the reports…');
  const answer = await room.answer(question);
  conversation.turns.push(text);
  conversation.quotes = claimsOf(answer).flatMap(({ quotes }) => quotes);
  conversation.candidates = answer.outcome === 'which' ? answer.candidates : [];
  print(...answerLines(answer, language), '');
  if (conversation.candidates.length > 0) say('Type its number, counted from 1, to ask for one of these.');
}

/** A choice that was given, or the page of a quote. */
async function choose(number: number, conversation: Conversation): Promise<void> {
  const candidate = conversation.candidates[number - 1];
  if (candidate) return askNext(candidate.request, conversation);
  const quote = conversation.quotes[number - 1];
  if (quote) return showPage(quote, conversation.room);
  return say(`The last answer has no [${number}].`);
}

/** Every page that a quote stands on, with the quote marked. */
async function showPage({ reportId, reportTitle, path, place, span }: Quote, { library }: ReadingRoom): Promise<void> {
  const stored = await library.report(reportId);
  if (!stored) return say(`${reportTitle} is not in the index any more.`);
  const pages = stored.pages.filter((page) => page.span.start < span.end && span.start < page.span.end);
  const [start, end] = [pages[0]?.span.start ?? span.start, pages.at(-1)?.span.end ?? span.end];
  const [before, quoted, after] = [
    stored.text.slice(start, span.start),
    stored.text.slice(span.start, span.end),
    stored.text.slice(span.end, end),
  ];
  print(`${reportTitle} · ${citationLabel(path, place, stored.report.language)}`, '');
  print(...`${before}»${quoted}«${after}`.trim().split('\n'), '');
}
