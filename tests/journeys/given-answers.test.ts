import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import type { Audience } from '../../src/domain/audience.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import type { Footnote } from '../../src/wiring/wire-footnote.ts';
import { wireServices } from '../../src/wiring/wire-services.ts';
import type { Services } from '../../src/wiring/wire-services.ts';
import { aReportOf } from '../support/answer-from.ts';
import { ONE_THREAD } from '../support/run-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const PLACE = { file: 'plan.txt', title: '并购方案' };
const SENTENCE = '星野云将以47亿元收购东川电子的云计算业务。';
const PLAN = aReportOf({ 概况: [SENTENCE] }, PLACE);
const NEW_PLAN = aReportOf({ 概况: ['星野云将以52亿元收购东川电子的云计算业务。'] }, PLACE);
const QUESTION = '星野云以多少亿元收购东川电子？';
const NOBODY: Audience = { channels: [], userGroups: [], people: [] };

describe('the address of an answer', () => {
  let footnote: Footnote;
  let services: Services;
  let origin: string;
  let address: string;

  beforeEach(async () => {
    const config = parseConfig({ INDEX_DIR: aTemporaryFolder(), ...ONE_THREAD });
    footnote = await wireFootnote(config);
    services = wireServices(config, footnote, () => undefined);
    await once(services.web.listen(0, '127.0.0.1'), 'listening');
    const listens = services.web.address();
    origin = `http://127.0.0.1:${typeof listens === 'object' && listens ? listens.port : 0}`;
    await footnote.library.add([PLAN]);
    const asked = await fetch(`${origin}/?q=${encodeURIComponent(QUESTION)}`, { redirect: 'manual' });
    address = asked.headers.get('location') ?? '';
  });
  afterEach(async () => {
    await services.close();
    await footnote.close();
  });

  /** Status of the page, whether it shows the figure as it was, and what it says beside. */
  async function open(...said: string[]): Promise<unknown[]> {
    const response = await fetch(origin + address);
    const body = await response.text();
    return [response.status, body.includes('47亿元'), ...said.map((words) => body.includes(words))];
  }

  it('shows it as it stood after its report was replaced, and says so', async () => {
    const now = await open('这份报告后来');
    await footnote.library.add([NEW_PLAN]);
    const replaced = await open('这份报告后来换了新版', `/reports/${NEW_PLAN.report.id}`, '52亿元');
    expect([now, replaced]).toEqual([
      [200, true, false],
      [200, true, true, true, false],
    ]);
  });

  it('shows it as it stood after its report was removed, and says so', async () => {
    await footnote.remove(PLAN.report.id);
    expect(await open('这份报告后来已移除', `href="/reports/${PLAN.report.id}`)).toEqual([200, true, true, false]);
  });

  it('is like one that never was once its report is hidden, also when that is removed then', async () => {
    await footnote.library.setAudience(PLAN.report.id, NOBODY);
    const hidden = await open('星野云');
    await footnote.remove(PLAN.report.id);
    expect([hidden, await open('星野云')]).toEqual([
      [404, false, false],
      [404, false, false],
    ]);
  });
});
