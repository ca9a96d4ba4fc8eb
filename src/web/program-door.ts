import { createHash, timingSafeEqual } from 'node:crypto';
import { VERSION } from '../domain/version.ts';
import type { AskedRoom, ProgramAsker } from '../programs/asked-room.ts';

/** A program that was let in. */
export interface Program {
  name: string;
  /** The reports that it may see. */
  room: AskedRoom;
}

/** The door for programs. */
export interface ProgramDoor {
  version: string;
  /** The programs that have a token; none: the door is closed. */
  programs: readonly (Program & { token: string })[];
  /** Answers a request of the Model Context Protocol, whose body was read. */
  serveMcp(program: Program, request: Request, asked: McpRequest): Promise<Response>;
  log(line: string): void;
}

/** Who asks by the protocol, and what. */
export interface McpRequest {
  body: unknown;
  asker: ProgramAsker & { signal: AbortSignal };
}

/** A door that lets nobody in. */
export function closedDoor(log: ProgramDoor['log']): ProgramDoor {
  const serveMcp = () => Promise.reject(new TypeError('Nobody was let in.'));
  return { version: VERSION, programs: [], serveMcp, log };
}

/**
 * Makes the check of a token: all that there are are compared, each in the same time whatever it has in common with
 * what came.
 */
export function createTokenCheck(programs: ProgramDoor['programs']): (token: string) => Program | undefined {
  const known = programs.map((program) => ({ program, digest: digestOf(program.token) }));
  return (token) => {
    const came = digestOf(token);
    return known.filter(({ digest }) => timingSafeEqual(digest, came))[0]?.program;
  };
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
