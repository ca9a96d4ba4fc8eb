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

/** A service that the answer depends on (model, Slack) failed. */
export class ServiceError extends Error {
  override name = 'ServiceError';
}
