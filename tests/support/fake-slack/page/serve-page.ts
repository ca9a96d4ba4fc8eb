import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { FakeSlack } from '../fake-slack.ts';
import { readBytes } from '../http/read-body.ts';
import type { Extra } from '../http/serve.ts';
import { doAction } from './do-action.ts';
import { pageState } from './page-state.ts';

/** What the browser loads, by address. */
const ASSETS: Record<string, [string, string]> = {
  '/': ['page.html', 'text/html'],
  '/page.css': ['page.css', 'text/css'],
  '/page.js': ['page.js', 'text/javascript'],
  '/blocks.js': ['blocks.js', 'text/javascript'],
  '/elements.js': ['elements.js', 'text/javascript'],
  '/text.js': ['text.js', 'text/javascript'],
  '/chart.js': ['chart.js', 'text/javascript'],
  '/words.js': ['words.js', 'text/javascript'],
};

/**
 * The page on which people use the fake Slack: its files, its state, its changes as server-sent events, and what people
 * do.
 */
export function servePage(slack: FakeSlack): Extra {
  return async (request, response, url) => {
    const asset = ASSETS[url.pathname];
    const me = slack.person(url.searchParams.get('person') ?? 'ann');
    // Slack knows the language of a person, and here that is the browser's.
    if (url.pathname === '/page/state')
      me.user.locale = request.headers['accept-language']?.startsWith('zh') ? 'zh-CN' : 'en-US';
    if (asset) await sendAsset(response, asset);
    else if (url.pathname === '/page/changes') sendChanges(slack, response);
    else if (url.pathname === '/page/state') sendJson(response, 200, pageState(slack, me));
    else if (url.pathname === '/page/do' && request.method === 'POST')
      await answerAction(response, async () =>
        doAction(slack, me, JSON.parse((await readBytes(request)).toString('utf8'))),
      );
    else return false;
    return true;
  };
}

async function sendAsset(response: ServerResponse, [file, type]: [string, string]): Promise<void> {
  const content = await readFile(new URL(file, import.meta.url));
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' }).end(content);
}

function sendChanges({ world }: FakeSlack, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write('retry: 1000\ndata: changed\n\n');
  const tell = () => response.write('data: changed\n\n');
  world.emitter.on('change', tell);
  response.on('close', () => world.emitter.off('change', tell));
}

// The person sees what went wrong, as they would in Slack; the developer sees why.
async function answerAction(response: ServerResponse, act: () => Promise<object>): Promise<void> {
  try {
    sendJson(response, 200, { ok: true, ...(await act()) });
  } catch (error) {
    sendJson(response, 200, { ok: false, problem: error instanceof Error ? error.message : String(error) });
  }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
    .end(JSON.stringify(body));
}
