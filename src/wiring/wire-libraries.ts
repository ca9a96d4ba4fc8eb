import type { Config } from '../config.ts';
import type { ForgetsQuestions } from '../domain/feedback.ts';
import type { Ledger } from '../domain/ports.ts';
import type { Footnote } from './wire-footnote.ts';
import { mayHaveLibrary, workspaceConfig } from './workspace-config.ts';

/** So many workspaces' libraries stay open: each takes 5 MB with one report of 70 pages, and opens within 0.3 s. */
const MOST_OPEN = 50;
/**
 * One that was used within this time is not closed, in milliseconds: no answer and no taking in of a report lasts so
 * long.
 */
const IN_USE_MS = 30 * 60_000;

/** A library with what stands on it, and the settings under which it is open. */
export interface OpenLibrary {
  config: Config;
  footnote: Footnote;
  ledger: Ledger;
}

/** The libraries of this process. */
export interface Libraries {
  /** The one of all, and of the web pages that everyone may reach. */
  shared: OpenLibrary;
  /** The one of a workspace; its own is opened when it is first asked for, and made if it is not there. */
  of(team: string): Promise<OpenLibrary>;
  /** The workspace's own, where it has one. */
  ownOf(team: string): Promise<OpenLibrary | undefined>;
  /** Forgets what was asked of those that are open before a time. */
  forgetBefore: ForgetsQuestions['forgetBefore'];
  /** Closes all but the shared one's reports, which whoever opened them closes. */
  close(): Promise<void>;
}

/**
 * Joins the libraries: one for all workspaces, or one for each beside the one of the web pages.
 * @param now the clock, in milliseconds
 */
export function wireLibraries(
  config: Config,
  footnote: Footnote,
  { now, log }: { now(): number; log(line: string): void },
): Libraries {
  const sharedLedger = footnote.stores.ledger();
  const shared: OpenLibrary = { config, footnote, ledger: sharedLedger };
  const open = new Map<string, { usedAt: number; library: Promise<Closable> }>();

  async function own(team: string): Promise<OpenLibrary> {
    const library = open.get(team)?.library ?? openOwn(workspaceConfig(config, team), footnote);
    // Taken out first, so that the map is in the order of use.
    open.delete(team);
    open.set(team, { usedAt: now(), library });
    library.catch(() => open.delete(team));
    await closeUnused();
    return library;
  }

  async function closeUnused(): Promise<void> {
    const unused = [...open]
      .slice(0, Math.max(0, open.size - MOST_OPEN))
      .filter(([, { usedAt }]) => now() - usedAt >= IN_USE_MS);
    for (const [team, { library }] of unused) await closeOne(team, library);
  }

  async function closeOne(team: string, library: Promise<Closable>): Promise<void> {
    open.delete(team);
    await library
      .then(({ close }) => close())
      .catch((error: unknown) => log(`The library of workspace ${team} could not be closed: ${String(error)}`));
  }

  return {
    shared,
    of: (team) => (config.libraries === 'shared' ? Promise.resolve(shared) : own(team)),
    ownOf: async (team) =>
      mayHaveLibrary(config, team) && (await footnote.stores.isThere(team)) ? own(team) : undefined,
    async forgetBefore(at) {
      await footnote.questions.forgetBefore(at);
      for (const { library } of open.values()) await (await library).footnote.questions.forgetBefore(at);
    },
    async close() {
      sharedLedger.close();
      for (const { library } of open.values()) await (await library).close();
      open.clear();
    },
  };
}

type Closable = OpenLibrary & { close(): Promise<void> };

async function openOwn(config: Config, beside: Footnote): Promise<Closable> {
  const footnote = await beside.another(config);
  const ledger = footnote.stores.ledger();
  return {
    config,
    footnote,
    ledger,
    async close() {
      ledger.close();
      await footnote.close();
    },
  };
}
