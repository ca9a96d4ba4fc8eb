import {
  ConfigurationError,
  LibraryError,
  OverloadError,
  ServiceError,
  UnreadableReportError,
} from '../../domain/errors.ts';
import { given } from '../../domain/given.ts';

/** An error on its way between threads. */
export interface SentError {
  name: string;
  message: string;
  stack?: string;
}

/** Errors whose kind decides what a person is told. */
const KINDS = { ConfigurationError, LibraryError, ServiceError, UnreadableReportError };

/** An error as it can be sent. */
export function sentError(error: unknown): SentError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  return { name, message, ...given({ stack }) };
}

/** The error that was sent, of its kind again; of a model, which were handled where they arose, a service's. */
export function errorOf({ name, message, stack }: SentError): Error {
  const error = makeError(name, message);
  if (stack !== undefined) error.stack = stack;
  return error;
}

function makeError(name: string, message: string): Error {
  if (name === 'AbortError' || name === 'TimeoutError') return new DOMException(message, name);
  if (name === 'OverloadError') return new OverloadError('too_long', message);
  const known = Object.entries(KINDS).find(([kind]) => kind === name);
  if (known) return new known[1](message);
  if (name === 'StorageError') return new LibraryError(message);
  return name === 'ModelError' ? new ServiceError(message) : new Error(message);
}
