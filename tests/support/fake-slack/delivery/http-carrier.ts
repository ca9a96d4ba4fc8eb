import type { Json } from '../world/json.ts';
import { JsonObject } from '../world/json.ts';
import type { Carrier, Envelope } from './envelope.ts';
import { DeliveryFailure } from './envelope.ts';
import { postSigned } from './post-signed.ts';

const FORM = 'application/x-www-form-urlencoded';

/** Posts signed requests to the bot's address. */
export function httpCarrier(url: string, { signingSecret, ackMs }: { signingSecret: string; ackMs: number }): Carrier {
  return {
    async send(envelope) {
      const [body, contentType] = encode(envelope);
      const response = await post(url, body, {
        contentType,
        signingSecret,
        retry: envelope.retry,
        retryReason: envelope.retryReason,
        timeoutMs: ackMs,
      });
      const text = await response.text();
      if (!response.ok)
        throw new DeliveryFailure('http_error', `the bot answered ${envelope.type} with ${response.status}`);
      return acknowledgement(text);
    },
  };
}

async function post(url: string, body: string, signing: Parameters<typeof postSigned>[2]): Promise<Response> {
  try {
    return await postSigned(url, body, signing);
  } catch (cause) {
    const isLate = cause instanceof Error && cause.name === 'TimeoutError';
    throw new DeliveryFailure(
      isLate ? 'http_timeout' : 'connection_failed',
      isLate ? `no acknowledgement within ${signing.timeoutMs} ms` : String(cause),
    );
  }
}

function encode({ type, payload }: Envelope): [string, string] {
  if (type === 'events_api') return [JSON.stringify(payload), 'application/json'];
  if (type === 'interactive') return [new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), FORM];
  return [new URLSearchParams(Object.entries(payload).map(([key, value]) => [key, String(value)])).toString(), FORM];
}

function acknowledgement(text: string): Json {
  if (text === '') return {};
  return text.startsWith('{') ? JsonObject.parse(JSON.parse(text)) : { text };
}
