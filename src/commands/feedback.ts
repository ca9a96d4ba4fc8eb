import type { Command } from 'commander';
import type { AskedQuestion, Rating } from '../domain/feedback.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { Run } from './command.ts';
import { print, printJson, say } from './terminal.ts';

/**
 * `footnote feedback`: what people thought of answers, and what they asked in vain. For the operator: the questions may
 * be about any report.
 */
export function addFeedbackCommand(program: Command, run: Run): void {
  program
    .command('feedback')
    .description('what people in Slack thought of answers, and which questions found none')
    .option('--json', 'print one JSON object each')
    .action(({ json }: { json?: boolean }) => run((footnote) => list(footnote, json ?? false)));
}

async function list({ feedback }: Footnote, json: boolean): Promise<void> {
  const [ratings, asked] = [await feedback.ratings(), await feedback.questions()];
  const unanswered = asked.filter(({ task, outcome }) => task === 'answer' && outcome === 'not_found');
  if (json) {
    for (const { way, ...rating } of ratings) printJson({ kind: way, ...rating });
    for (const { question, by, at } of unanswered) printJson({ kind: 'unanswered', question, by, at });
    return;
  }
  if (ratings.length + unanswered.length === 0)
    return say('Nobody has pressed a thumb yet, and every question found an answer.');
  print(...ratings.map(ratingLine));
  if (unanswered.length > 0) print('', `Without an answer: ${unanswered.length}`, ...unanswered.map(unansweredLine));
}

function ratingLine({ way, at, by, answerId, question, reason }: Rating): string {
  return (
    `${way === 'down' ? '👎' : '👍'}  ${at}  ${by}  ${answerId}  ` +
    `“${question}”${reason === '' ? '' : `  (${reason})`}`
  );
}

function unansweredLine({ at, by, question }: AskedQuestion): string {
  return `    ${at}  ${by}  “${question}”`;
}
