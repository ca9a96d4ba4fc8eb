import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Language } from '../domain/report.ts';
import type { Reply, Visit, WebSteps } from './visit.ts';

/** What Hono carries along with a request. */
export interface PageEnv {
  Bindings: HttpBindings;
  Variables: {
    /** The request's id, as in the log. */
    id: string;
    /** The browser's. */
    language: Language;
    /** `/w/TEAM` for the pages of a workspace's library, else nothing. */
    base: string;
    /** The address that was asked for, below the base. */
    url: URL;
    /** Ends when the visitor has gone. */
    signal: AbortSignal;
    visit: Visit;
    /** What stands on the library whose pages these are. */
    steps: WebSteps;
  };
}

/** Makes what goes back of a reply. */
export type Send = (c: Context<PageEnv>, reply: Reply) => Response;
