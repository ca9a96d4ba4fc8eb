import type { Json } from '../world/json.ts';

/** Something on its way to the bot. */
export interface Envelope {
  /** The same for every repetition. */
  id: string;
  type: 'events_api' | 'interactive' | 'slash_commands';
  payload: Json;
  /** Number of the repetition; 0 for the first delivery. */
  retry: number;
  retryReason: string;
}

/** A way to the bot. */
export interface Carrier {
  /**
   * Sends and gives what the bot acknowledged with.
   * @throws DeliveryFailure when there is no acknowledgement in time
   */
  send(envelope: Envelope): Promise<Json>;
}

/** Why a delivery failed, in Slack's words for X-Slack-Retry-Reason; `unreachable` waits for a connection. */
export class DeliveryFailure extends Error {
  readonly reason: 'http_timeout' | 'http_error' | 'connection_failed' | 'timeout' | 'unreachable';

  constructor(reason: DeliveryFailure['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** How often things go wrong on the way: shares between 0 and 1. */
export interface Faults {
  /** Events that come again although they were acknowledged. */
  redeliver: number;
  /** Events that come after the one that followed them. */
  reorder: number;
  /** Events whose acknowledgement is lost: Slack sends them again. */
  loseAcks: number;
  /** Makes the same faults every time. */
  seed: number;
}
