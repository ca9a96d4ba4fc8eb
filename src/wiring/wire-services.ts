import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ownerName } from '../adapters/sqlite/work-owner.ts';
import type { Config } from '../config.ts';
import { EVERYONE_ONLY, OPERATOR } from '../domain/audience.ts';
import { given } from '../domain/given.ts';
import { groupIssues } from '../figures/group-issues.ts';
import { findBoxes } from '../review/find-boxes.ts';
import type { SlackSettings } from '../slack/install/settings.ts';
import type { SlackBot } from '../slack/slack-app.ts';
import { createSlackApp } from '../slack/slack-app.ts';
import { quoteSources } from '../verify/quote-sources.ts';
import { createWebServer } from '../web/web-server.ts';
import type { AdminSteps, WebSteps } from '../web/visit.ts';
import type { Note } from '../watch/events.ts';
import type { Stores } from './open-stores.ts';
import type { Footnote } from './wire-footnote.ts';
import { watchFootnote } from './watch-footnote.ts';
import { wireMetrics } from './wire-watching.ts';
import type { OpenLibrary } from './wire-libraries.ts';
import { watchFolder } from './watch-folder.ts';
import { rememberOverviews } from './remember-overviews.ts';
import { rememberExamples } from './remember-examples.ts';
import { wireLibraries } from './wire-libraries.ts';
import { webAdding } from './web-adding.ts';
import { wirePrograms } from './wire-programs.ts';
import { correctionSteps, slackSteps } from './wire-slack.ts';
import { wireThreads } from './wire-threads.ts';
import { healthOf, usageOf, verdictsOf } from './wire-usage.ts';
import { forgetOldQuestions } from './forget-questions.ts';
import { recordQuestions } from './record-questions.ts';

/** The web pages and, with tokens, the Slack bot. */
export interface Services {
  bot?: SlackBot;
  web: ReturnType<typeof createWebServer>;
  /** Loads what the first question would have to wait for. */
  warm(): Promise<void>;
  /**
   * Takes no more requests and events, and ends.
   * @param patienceMs how long answers that are being composed may take; absent: for Slack as long as they need
   */
  close(patienceMs?: number): Promise<void>;
}

/**
 * Joins the services to the parts; nothing listens or connects yet.
 * @param watchers take what happens, besides the metrics
 */
export function wireServices(
  config: Config,
  footnote: Footnote,
  log: (line: string) => void,
  watchers: readonly Note[] = [],
): Services {
  const threads = wireThreads(config, log);
  const state = { isWarm: false };
  const { note, read } = wireMetrics(
    {
      backlog: () => kept.inbox.backlog(),
      threads: threads.load,
      library: async () => {
        const reports = await footnote.library.seenBy(OPERATOR).reports();
        return { reports: reports.length, chunks: reports.reduce((sum, { chunkCount }) => sum + chunkCount, 0) };
      },
    },
    watchers,
  );
  const watched = recordQuestions(watchFootnote(threads.over(footnote, config), note), log);
  const libraries = wireLibraries(config, watched, { now: Date.now, log });
  const forgetting = forgetOldQuestions(libraries, config.keepQuestionsMs, log);
  const kept = {
    inbox: footnote.stores.inbox(),
    preferences: footnote.stores.preferences(),
  };
  const slack = config.slack && slackSettings(config.slack, footnote.stores);
  const bot =
    slack &&
    createSlackApp(slack.settings, slackSteps(config, libraries, { ...kept, log, note }), ownerName(randomUUID()));
  const remembered = new WeakMap<OpenLibrary, Pick<WebSteps, 'examples' | 'overview'>>();
  function stepsFor(library: OpenLibrary): WebSteps {
    const room = library.footnote.seenBy(EVERYONE_ONLY);
    const found = remembered.get(library) ?? {
      examples: rememberExamples(room, log),
      overview: rememberOverviews(room, log),
    };
    remembered.set(library, found);
    const admin: AdminSteps = {
      usage: (days) => usageOf(library.footnote, library.config, days),
      health: () => healthOf(library.footnote, kept.inbox),
      verdicts: () => verdictsOf(library.footnote),
    };
    return { ...webSteps(library, bot), ...found, admin, log };
  }
  const { host: listensOn, baseUrl, allowedHosts: allowed } = config;
  const web = createWebServer({
    ...stepsFor(libraries.shared),
    hosts: { listensOn, allowed, ...given({ baseUrl }) },
    note,
    operation: {
      checks: async () => ({
        library: await isThere(footnote.library.seenBy(OPERATOR).reports()),
        inbox: await isThere(kept.inbox.backlog()),
        threads: state.isWarm,
      }),
      metrics: read,
      ...given({ metricsToken: config.watching.metricsToken }),
    },
    programs: wirePrograms(config, libraries.shared.footnote, log),
    ...(bot?.requestListener ? { slack: bot.requestListener } : {}),
    async stepsOf(team) {
      const own = await libraries.ownOf(team);
      return own && stepsFor(own);
    },
  });
  const { ingestDirectory: folder } = config;
  const watch =
    folder === undefined ? undefined : watchFolder(folder, { footnote: libraries.shared.footnote, say: log });
  return {
    web,
    ...(bot ? { bot } : {}),
    async warm() {
      await threads.warm();
      state.isWarm = true;
      await stepsFor(libraries.shared).examples();
    },
    async close(patienceMs) {
      const closed = new Promise<void>((resolve) => void web.close(() => resolve()));
      await Promise.all([
        bot?.stop(patienceMs),
        Promise.race([closed, delay(patienceMs ?? 0, undefined, { ref: false })]),
      ]);
      web.closeAllConnections();
      await watch?.close();
      forgetting.stop();
      await threads.close();
      await libraries.close();
      for (const store of [kept.inbox, kept.preferences]) store.close();
      slack?.close();
    },
  };
}

function isThere(reading: Promise<unknown>): Promise<boolean> {
  return reading.then(
    () => true,
    () => false,
  );
}

function slackSettings(
  { install, ...rest }: NonNullable<Config['slack']>,
  stores: Stores,
): { settings: SlackSettings; close(): void } {
  if (install.kind === 'token') return { settings: { ...rest, auth: install }, close: () => undefined };
  const installations = stores.installations(install.tokenKey);
  const { clientId, clientSecret, tokenKey: stateSecret, redirectUri } = install;
  return {
    settings: {
      ...rest,
      auth: { kind: 'installations', clientId, clientSecret, stateSecret, redirectUri, installations },
    },
    close: () => installations.close(),
  };
}

/** What the web pages call: as everyone sees it, but for signed links and editors. */
function webSteps(
  { config: { webAccess, baseUrl }, footnote }: OpenLibrary,
  bot: SlackBot | undefined,
): Omit<WebSteps, 'log' | 'examples' | 'overview' | 'admin'> {
  const { seenBy, review, answers, exportLog, access, pictures, drawChart, writeDocument } = footnote;
  const room = seenBy(EVERYONE_ONLY);
  return {
    answerQuestion: (question, options) => room.answer(question, options),
    search: (question, limit, options) => room.search(question, limit, options),
    sourcesOf: (answer) => quoteSources(answer, (id) => room.library.report(id)),
    check: (draft, options) => room.check(draft, options),
    summarize: (request, options) => room.summarize(request, options),
    figures: (request, options) => room.figures(request, options),
    drawChart,
    writeDocument,
    reports: () => room.library.reports(),
    series: (reports) => groupIssues(reports),
    report: (id) => room.library.report(id),
    reportFor: async (id, holder) => bot && seenBy(await bot.viewerOf(holder)).library.report(id),
    anyReport: (id) => seenBy(OPERATOR).library.report(id),
    picture: (reportId, page) => pictures.picture(reportId, page),
    async printedPage(stored, page, spans) {
      const { id } = stored.report;
      const recognised = await seenBy(OPERATOR).library.recognisedLayout(id, page.number);
      const layout = recognised ?? (await pictures.layout(id, page.number));
      return (
        layout && {
          width: layout.width,
          height: layout.height,
          boxes: spans.map((span) => findBoxes(stored.text, page, span, layout)),
        }
      );
    },
    answers,
    review: {
      ...review,
      async giveVerdict(request) {
        const outcome = await review.giveVerdict(request);
        // The editor goes on meanwhile; what goes wrong is in the log.
        if (outcome.outcome === 'given') void bot?.tellCorrection(request.citationId, correctionSteps(footnote));
        return outcome;
      },
    },
    exportLog,
    adding: webAdding(footnote),
    access,
    webAccess,
    secure: baseUrl?.startsWith('https:') ?? false,
  };
}
