import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { openTracing } from '../../src/adapters/telemetry/tracing.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import { idOfKey } from '../../src/watch/current-work.ts';
import type { WatchEvent, WorkMark } from '../../src/watch/events.ts';
import { aLocalServer } from '../support/a-local-server.ts';
import { aWholeFootnote } from '../support/whole-footnote.ts';

const REPORT = '云市场月报\n\n亚马逊云的市占率为32%，比上季提高一个点。\n\n微软的市占率为19%。\n';
/** How long the end of an answer is waited for. */
const PATIENCE = { timeout: 20_000 };
const QUESTION = '亚马逊云的市占率是多少？';

/** Lines of the metrics that are looked at. */
const COUNTED = /^footnote_(?:accepted|tasks|sentences|ingest_files|inbox\{|step_seconds_count|library)/u;

/** What a collector gets, as far as it is looked at. */
const Traces = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({
        attributes: z.array(z.object({ key: z.string(), value: z.object({ stringValue: z.string().optional() }) })),
      }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              startTimeUnixNano: z.string(),
              endTimeUnixNano: z.string(),
            }),
          ),
        }),
      ),
    }),
  ),
});

async function aCollector() {
  const got: { path: string; authorization: string | undefined; traces: z.infer<typeof Traces> }[] = [];
  const endpoint = await aLocalServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const traces = Traces.parse(JSON.parse(Buffer.concat(parts).toString()));
      got.push({ path: request.url ?? '', authorization: request.headers.authorization, traces });
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    });
  });
  return { endpoint, got };
}

it('a question can be followed by one id from its event in Slack to its citations', async () => {
  const collector = await aCollector();
  const headers = { authorization: 'Basic for-the-collector' };
  const traces = await openTracing({ endpoint: collector.endpoint, service: 'footnote of the test', headers });
  const heard: [WatchEvent, WorkMark | undefined][] = [];
  const { slack, footnote, origin } = await aWholeFootnote(
    { LIBRARIANS: 'UFIRST' },
    { report: REPORT, watchers: [traces.note, (event, work) => void heard.push([event, work])] },
  );
  const [held] = await footnote.library.seenBy(OPERATOR).reports();
  const asked = await slack.person('ann').tells(slack.bot, QUESTION);
  await slack.until(() => slack.replies.some(({ text }) => text.includes('32%')));
  const id = idOfKey(`T1 ${asked.channel} ${asked.ts}`);
  const ofWork = () => heard.flatMap(([event, work]) => (work?.id === id ? [event] : []));
  await vi.waitFor(
    () => expect(ofWork().some((event) => event.kind === 'span' && event.name === 'work')).toBe(true),
    PATIENCE,
  );

  const events = ofWork().map((event) => (event.kind === 'span' ? event.name : event.kind));
  expect(events[0]).toBe('accepted');
  expect(new Set(events)).toEqual(
    new Set([
      'accepted',
      'queue',
      'search',
      'retrieve',
      'compose',
      'verify',
      'answer',
      'outcome',
      'kept',
      'deliver',
      'work',
    ]),
  );
  expect(ofWork().filter(({ kind }) => kind === 'outcome')).toEqual([
    {
      kind: 'outcome',
      task: 'answer',
      outcome: 'answered',
      sentences: { verbatim: 1 },
      withheld: 0,
      cited: [{ report: held?.id }],
    },
  ]);

  await traces.close();
  const spans = collector.got.flatMap((each) =>
    each.traces.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  );
  const ofQuestion = spans.filter(({ traceId }) => traceId === id);
  const nameOf = new Map(ofQuestion.map(({ spanId, name }) => [spanId, name]));
  const within = ofQuestion.map(({ name, parentSpanId = '' }) => `${nameOf.get(parentSpanId) ?? ''} > ${name}`);
  expect(new Set(within)).toEqual(
    new Set([
      ' > footnote slack',
      'footnote slack > answer',
      'answer > queue',
      'answer > retrieve',
      'retrieve > search',
      'answer > compose',
      'answer > verify',
      'footnote slack > deliver',
    ]),
  );
  expect(ofQuestion.every((span) => BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano))).toBe(true);
  expect(new Set(collector.got.map(({ path, authorization }) => `${path} ${authorization}`))).toEqual(
    new Set(['/v1/traces Basic for-the-collector']),
  );

  const text = await (await fetch(`${origin}/metrics`)).text();
  const numbers = text.split('\n').filter((line) => COUNTED.test(line));
  expect(numbers).toEqual(
    expect.arrayContaining([
      'footnote_accepted_total 2',
      'footnote_tasks_total{door="slack",task="answer",outcome="answered"} 1',
      'footnote_sentences_total{task="answer",degree="verbatim"} 1',
      'footnote_ingest_files_total{outcome="added"} 1',
      'footnote_inbox{state="waiting"} 0',
      'footnote_step_seconds_count{step="answer",ok="true"} 1',
      'footnote_library{what="reports"} 1',
    ]),
  );
  const told = JSON.stringify([heard, spans]) + text;
  expect([QUESTION, '亚马逊', 'ann', slack.token].filter((word) => told.includes(word))).toEqual([]);
});
