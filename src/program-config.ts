import { z } from 'zod';

/** Whose eyes a program has: everyone's, the operator's, or those of a channel. */
export type ProgramSight = 'everyone' | 'all' | { team: string; channel: string };

/** A program that may come in over the network. */
export interface ProgramAccess {
  /** Stands in the log; its questions have an allowance of their own. */
  name: string;
  token: string;
  sees: ProgramSight;
}

/** Shortest token, in characters: 32 of base64 are 24 bytes. */
const SHORTEST_TOKEN = 32;
const NAME = /^[\w.-]{1,40}$/u;
const CHANNEL = /^([TE][A-Z0-9]{1,40})\/([CG][A-Z0-9]{1,40})$/u;

/**
 * Tokens of programs, separated by commas or blanks: `NAME:TOKEN`, or `NAME:TOKEN:SEES`, where SEES is `all` or a
 * channel with its workspace, `T0456EFGH/C0123ABCD`. What is wrong is said without the token.
 */
export const ApiTokens = z
  .string()
  .default('')
  .transform((list, context) => {
    const entries = list.split(/[\s,]+/u).filter(Boolean);
    const programs = entries.map(programIn);
    const wrong = programs.findIndex((program) => typeof program === 'string');
    const problem = programs[wrong];
    if (typeof problem === 'string') context.addIssue(`entry ${wrong + 1} ${problem}`);
    const read = programs.filter((program) => typeof program !== 'string');
    for (const part of ['name', 'token'] as const)
      if (new Set(read.map((program) => program[part])).size < read.length)
        context.addIssue(`two programs have the same ${part}`);
    return read;
  });

/** A program, or what is wrong with how it is written. */
function programIn(entry: string): ProgramAccess | string {
  const [name = '', token = '', sees = 'everyone', ...more] = entry.split(':');
  if (more.length > 0 || !NAME.test(name)) return 'must be NAME:TOKEN or NAME:TOKEN:SEES';
  if (token.length < SHORTEST_TOKEN)
    return `needs a token of at least ${SHORTEST_TOKEN} characters: openssl rand -base64 32`;
  if (sees === 'everyone' || sees === 'all') return { name, token, sees };
  const [, team, channel] = CHANNEL.exec(sees) ?? [];
  if (team === undefined || channel === undefined)
    return 'sees nothing that there is: say all, or a channel with its workspace (T0456EFGH/C0123ABCD)';
  return { name, token, sees: { team, channel } };
}
