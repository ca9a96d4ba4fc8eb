import { sameHostFetch } from '../../outlets/same-host-fetch.ts';

/** Largest reply of a method, in bytes: a page of a thread, or of the members of a workspace, has some megabytes. */
const MAX_BYTES = 64 * 1024 * 1024;

/** How Slack is called: the token goes to Slack's host and nowhere else. */
export const slackFetch = sameHostFetch({ maxBytes: MAX_BYTES });
