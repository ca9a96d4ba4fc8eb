import { createMetrics } from '../adapters/telemetry/metrics.ts';
import type { Gauged } from '../adapters/telemetry/metrics.ts';
import type { Watching } from '../watch-config.ts';
import type { Note } from '../watch/events.ts';

/** Traces, where they go somewhere. */
export interface OpenTracing {
  note: Note;
  close(): Promise<void>;
}

/** Opens the way of traces to their collector; without one nothing of it is loaded. */
export async function openTraces({ tracing }: Watching): Promise<OpenTracing | undefined> {
  if (tracing === undefined) return undefined;
  const { openTracing } = await import('../adapters/telemetry/tracing.ts');
  return openTracing(tracing);
}

/** Counts what happens, and passes it on to whoever else watches. */
export function wireMetrics(gauged: Gauged, others: readonly Note[]): { note: Note; read(): ReturnType<Read> } {
  const metrics = createMetrics(gauged);
  const all = [metrics.note, ...others];
  return { note: (event, work) => all.forEach((note) => note(event, work)), read: metrics.read };
}

type Read = ReturnType<typeof createMetrics>['read'];
