import { z } from 'zod';
import { given } from './domain/given.ts';

/** How a running bot can be watched. */
export interface Watching {
  logFormat: 'text' | 'json';
  /** Opens `/metrics` to whoever brings it; absent: to this machine only. */
  metricsToken?: string;
  /** Where traces go; absent: nowhere. */
  tracing?: { endpoint: string; service: string; headers: Record<string, string> };
}

/** The part of the environment by which a running bot can be watched. */
export const WatchEnvironment = {
  /** How lines of the log are written: as text, or each as one JSON object. */
  LOG_FORMAT: z.enum(['text', 'json']).default('text'),
  /** Who knows it may read `/metrics` from elsewhere; without it only this machine may. */
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters: openssl rand -hex 16').optional(),
  /** Address of a collector of OpenTelemetry that takes OTLP over HTTP; absent: no traces. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** What is sent to it with every request: `name=value`, separated by commas. */
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .default('')
    .refine((list) => list.split(',').every((pair) => pair.trim() === '' || /^[^=]+=/u.test(pair)), 'needs name=value')
    .transform(headersIn),
  /** What traces call this service. */
  OTEL_SERVICE_NAME: z.string().default('footnote'),
};

const WatchVariables = z.object(WatchEnvironment);
type WatchVariables = z.infer<typeof WatchVariables>;

/** The settings of watching. */
export function watchingIn({ LOG_FORMAT, METRICS_TOKEN, ...otel }: WatchVariables): Watching {
  const {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: headers,
    OTEL_SERVICE_NAME: service,
  } = otel;
  return {
    logFormat: LOG_FORMAT,
    ...given({ metricsToken: METRICS_TOKEN }),
    ...(endpoint === undefined ? {} : { tracing: { endpoint, service, headers } }),
  };
}

/** Pairs of `name=value`, separated by commas, the values encoded as in addresses. */
function headersIn(list: string): Record<string, string> {
  const pairs = list.split(',').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 1 ? [] : [[pair.slice(0, at).trim(), plain(pair.slice(at + 1).trim())] as const];
  });
  return Object.fromEntries(pairs);
}

function plain(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value; // not encoded: as it is
  }
}
