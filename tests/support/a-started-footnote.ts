import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { takeIn } from './an-index-of-sample.ts';
import type { FakeSlack } from './fake-slack/fake-slack.ts';
import { fillOnce } from './prepared-once.ts';
import { startFootnoteWith } from './run-footnote.ts';
import { aTemporaryFolder } from './temporary-folder.ts';

/** Longest wait for the program to say something, in milliseconds. */
const PATIENCE_MS = 60_000;

/** `footnote start` as a process of its own. */
export interface Started {
  child: ChildProcess;
  said(): string;
  /** Waits until it said something. */
  says(what: string): Promise<void>;
  /** Waits for its end; its status. */
  ended(): Promise<number | null>;
}

/** A folder with an index of one report. */
export async function anIndexOf(report: string): Promise<string> {
  const folder = aTemporaryFolder();
  await fillOnce(folder, `cloud-${createHash('sha256').update(report).digest('hex')}`, async (kept) => {
    writeFileSync(join(kept, 'cloud.txt'), report);
    await takeIn(kept, 'cloud.txt');
  });
  return folder;
}

/** Starts everything on a folder, with a Slack over Socket Mode; killed when the test is over. */
export function startedIn(folder: string, slack: FakeSlack, settings: Record<string, string> = {}): Started {
  const child = startFootnoteWith(
    {
      SLACK_BOT_TOKEN: slack.token,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: `${slack.origin}/api/`,
      ...settings,
    },
    folder,
    'start',
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (said += String(data)));
  const closed = once(child, 'close');
  return {
    child,
    said: () => said,
    says: (what) => vi.waitFor(() => expect(said).toContain(what), { timeout: PATIENCE_MS }),
    async ended() {
      await closed;
      return child.exitCode;
    },
  };
}
