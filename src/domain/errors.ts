import type { Exceeded } from './limits.ts';
import type { ModelFailure } from './model.ts';

/** The settings are wrong or incomplete. The message lists every problem and what to do. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

/** This file cannot go into the index. The message says what is wrong with it and what to do. */
export class UnreadableReportError extends Error {
  override name = 'UnreadableReportError';
}

/** The index cannot be opened, read or written. */
export class LibraryError extends Error {
  override name = 'LibraryError';
}

/**
 * What is the matter with a file of the index, or with the database that takes its place. Only what is `damaged` or
 * `missing` has lost anything: in all other cases it is as it was, and nobody must be told to delete it.
 */
export type StorageFault =
  | 'damaged'
  /** It should be there: what was noted beside it says so. */
  | 'missing'
  /** Another store's file stands in its place. */
  | 'swapped'
  /** Another version of Footnote wrote it. */
  | 'other_version'
  | 'full'
  | 'read_only'
  | 'locked'
  | 'too_many_open'
  /** The disk reports an error. */
  | 'disk'
  /** The server of the database does not answer. */
  | 'away'
  /** It answers, and lets nobody in with these settings. */
  | 'refused';

/**
 * A file of the index, or the database, cannot be used. The message says which, what is lost with it, if anything, and
 * what to do.
 */
export class StorageError extends LibraryError {
  override name = 'StorageError';
  readonly fault: StorageFault;

  constructor(fault: StorageFault, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.fault = fault;
  }
}

/** More was asked at once than is taken. Doors look before they ask; this is for one that forgot. */
export class LimitError extends Error {
  override name = 'LimitError';
  readonly exceeded: Exceeded;

  constructor(exceeded: Exceeded, message: string) {
    super(message);
    this.exceeded = exceeded;
  }
}

/** A service that the answer depends on (model, Slack) failed. */
export class ServiceError extends Error {
  override name = 'ServiceError';
}

/** A service is away or fails by itself: the same call may succeed later, and nothing in the settings is wrong. */
export class UnreachableError extends ServiceError {
  override name = 'UnreachableError';
}

/** A server was asked and its answer was not taken: it pointed to another host, or sent too much. */
export class TransferError extends ServiceError {
  override name = 'TransferError';
  readonly reason: 'redirected' | 'too_large';

  constructor(reason: 'redirected' | 'too_large', message: string) {
    super(message);
    this.reason = reason;
  }
}

/** A language model did not answer, or not in the form that was asked for. */
export class ModelError extends ServiceError {
  override name = 'ModelError';
  readonly failure: ModelFailure;
  /** When the provider says that it can be asked again, in milliseconds from now. */
  readonly retryAfterMs: number | undefined;

  constructor(
    failure: ModelFailure,
    message: string,
    { cause, retryAfterMs }: { cause?: unknown; retryAfterMs?: number } = {},
  ) {
    super(message, { cause });
    this.failure = failure;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * There is no answer because of how much was asked: too many questions at once, or one that takes longer than anybody
 * waits.
 */
export class OverloadError extends ServiceError {
  override name = 'OverloadError';
  readonly reason: 'busy' | 'too_long';

  constructor(reason: 'busy' | 'too_long', message: string) {
    super(message);
    this.reason = reason;
  }
}

/** What a program asked for is not done: it is written wrongly, is too much, or names what is not there. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  readonly reason: 'malformed' | 'too_much' | 'not_there';

  constructor(reason: 'malformed' | 'too_much' | 'not_there', message: string) {
    super(message);
    this.reason = reason;
  }
}
