import type { CollectFunction, Gauge as GaugeOf } from 'prom-client';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Backlog } from '../../domain/inbox.ts';
import type { Note } from '../../watch/events.ts';

/** What is looked at when the metrics are read. */
export interface Gauged {
  backlog(): Promise<Backlog>;
  threads(): Record<'answers' | 'changes', { waiting: number; running: number }>;
  library(): Promise<{ reports: number; chunks: number }>;
}

/** What can be read of a running Footnote. */
export interface Metrics {
  note: Note;
  /** In Prometheus' text format. */
  read(): Promise<{ type: string; text: string }>;
}

/** From 5 ms to a minute: a step without a model takes some ten, one with a model seconds. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/**
 * Counts what is told, in a registry of its own. Every label is one of a few words of the program: no question, name,
 * text or token of anybody.
 */
export function createMetrics(gauged: Gauged): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `footnote_${name}`, help, labelNames, registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Histogram({ name: `footnote_${name}`, help, labelNames, registers, buckets: SECONDS });
  const gauge = <L extends string>(name: string, help: string, labelNames: L[], collect: CollectFunction<GaugeOf<L>>) =>
    new Gauge({ name: `footnote_${name}`, help, labelNames, registers, collect });

  const accepted = counter('accepted_total', 'Events of Slack that want something and were kept.', []);
  const tasks = counter('tasks_total', 'Questions, checks, summaries and figures, by how they ended.', [
    'door',
    'task',
    'outcome',
  ]);
  const sentences = counter('sentences_total', 'Sentences shown, by degree; claims checked, by verdict.', [
    'task',
    'degree',
  ]);
  const withheld = counter('withheld_total', 'Sentences of the composer that were not shown.', ['task']);
  const fallbacks = counter('model_failures_total', 'Tasks that a model did not do, by why.', ['failure']);
  const calls = counter('model_calls_total', 'Calls to the model and its judge.', []);
  const cached = counter('model_remembered_total', 'Tasks that took no call, for the model had said it before.', []);
  const tokens = counter('model_tokens_total', 'Tokens of the model and its judge.', ['direction']);
  const refusals = counter('refusals_total', 'What was asked and not done, by why.', ['reason']);
  const verdicts = counter('verdicts_total', "Editors' verdicts on citations.", ['verdict']);
  const flags = counter('flags_total', 'Answers and citations that somebody reported.', []);
  const files = counter('ingest_files_total', 'Files taken in, by what became of them.', ['outcome']);
  const steps = histogram('step_seconds', 'How long each step takes, by whether it ended well.', ['step', 'ok']);
  const requests = histogram('http_request_seconds', 'Requests of pages, by route and status.', ['route', 'status']);
  gauge('inbox', 'Work of the inbox, of all processes.', ['state'], async function collect() {
    const { waiting, working } = await gauged.backlog();
    this.set({ state: 'waiting' }, waiting);
    this.set({ state: 'working' }, working);
  });
  gauge('inbox_oldest_seconds', 'How long the oldest work that waits has waited.', [], async function collect() {
    this.set((await gauged.backlog()).oldestMs / 1000);
  });
  gauge('threads', 'Tasks of the threads.', ['threads', 'state'], function collect() {
    for (const [threads, load] of Object.entries(gauged.threads())) {
      this.set({ threads, state: 'waiting' }, load.waiting);
      this.set({ threads, state: 'running' }, load.running);
    }
  });
  gauge('library', 'What the shared library holds.', ['what'], async function collect() {
    const { reports, chunks } = await gauged.library();
    this.set({ what: 'reports' }, reports);
    this.set({ what: 'passages' }, chunks);
  });

  return {
    note(event, work) {
      switch (event.kind) {
        case 'span':
          if (event.name !== 'work') steps.observe({ step: event.name, ok: String(event.ok) }, event.ms / 1000);
          return;
        case 'accepted':
          return accepted.inc();
        case 'outcome': {
          const { task, outcome, fallback } = event;
          tasks.inc({ door: work?.door ?? 'web', task, outcome });
          for (const [degree, count] of Object.entries(event.sentences)) sentences.inc({ task, degree }, count);
          if (event.withheld > 0) withheld.inc({ task }, event.withheld);
          if (fallback !== undefined) fallbacks.inc({ failure: fallback });
          return;
        }
        case 'model':
          calls.inc(event.calls);
          tokens.inc({ direction: 'input' }, event.inputTokens);
          tokens.inc({ direction: 'output' }, event.outputTokens);
          if (event.cached) cached.inc();
          return;
        case 'refused':
          return refusals.inc({ reason: event.reason });
        case 'verdict':
          return verdicts.inc({ verdict: event.verdict });
        case 'flagged':
          return flags.inc();
        case 'ingested':
          return files.inc({ outcome: event.outcome }, event.files);
        case 'served':
          return requests.observe({ route: event.route, status: String(event.status) }, event.ms / 1000);
        case 'kept':
      }
    },
    read: async () => ({ type: register.contentType, text: await register.metrics() }),
  };
}
