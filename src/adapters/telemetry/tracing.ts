import { ConfigurationError } from '../../domain/errors.ts';
import type { Note, WatchEvent, WorkMark } from '../../watch/events.ts';

/** Where traces go. */
export interface TracingSettings {
  /** Address of a collector that takes OTLP over HTTP, without `/v1/traces`. */
  endpoint: string;
  service: string;
  /** What is sent with every request: a token of the collector's, for instance. */
  headers: Record<string, string>;
}

/** Sends what is timed as spans of OpenTelemetry. */
export interface Tracing {
  note: Note;
  /** Sends what is not sent yet. */
  close(): Promise<void>;
}

/** The packages, at the versions that the tests run against. */
const PACKAGES =
  '@opentelemetry/api@1.10.0 @opentelemetry/sdk-trace@3.1.0 @opentelemetry/resources@3.1.0 ' +
  '@opentelemetry/exporter-trace-otlp-http@0.301.0';

/** A span that somebody timed. */
type TimedSpan = Extract<WatchEvent, { kind: 'span' }>;

/**
 * Opens the way to a collector; nothing of OpenTelemetry is loaded without it. The id of a trace is that of its work,
 * as it stands in the log.
 * @throws ConfigurationError when the packages are not installed
 */
export async function openTracing({ endpoint, service, headers }: TracingSettings): Promise<Tracing> {
  const { api, sdk, resources, exporter } = await loadPackages();
  const exporting = new exporter.OTLPTraceExporter({ url: `${endpoint.replace(/\/$/u, '')}/v1/traces`, headers });
  // Spans come with their ids: they are made where the work is done, which may be another thread.
  let next = { trace: '', span: '' };
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': service }),
    idGenerator: { generateTraceId: () => next.trace, generateSpanId: () => next.span },
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: exporting })],
  });
  const tracer = provider.getTracer('footnote');
  /** Work whose steps were told: a page that is only looked at is no trace. */
  const traced = new Set<string>();

  function send({ name, span, parent, startedAt, ms, ok }: TimedSpan, { id, door }: WorkMark): void {
    next = { trace: id, span };
    const around =
      parent === undefined
        ? api.ROOT_CONTEXT
        : api.trace.setSpanContext(api.ROOT_CONTEXT, {
            traceId: id,
            spanId: parent,
            traceFlags: api.TraceFlags.SAMPLED,
          });
    const sent = tracer.startSpan(
      name === 'work' ? `footnote ${door}` : name,
      { startTime: startedAt, attributes: { 'footnote.door': door }, root: parent === undefined },
      around,
    );
    if (!ok) sent.setStatus({ code: api.SpanStatusCode.ERROR });
    sent.end(startedAt + ms);
  }

  return {
    note(event, work) {
      if (event.kind !== 'span' || !work) return;
      if (event.parent === undefined && !traced.delete(work.id)) return;
      if (event.parent !== undefined) traced.add(work.id);
      send(event, work);
    },
    close: () => provider.shutdown(),
  };
}

async function loadPackages() {
  try {
    const [api, sdk, resources, exporter] = await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/exporter-trace-otlp-http'),
    ]);
    return { api, sdk, resources, exporter };
  } catch (cause) {
    throw new ConfigurationError(
      `OTEL_EXPORTER_OTLP_ENDPOINT is set, and OpenTelemetry is not installed: npm install ${PACKAGES}`,
      { cause },
    );
  }
}
