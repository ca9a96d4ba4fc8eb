import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FiguresRequest } from '../../src/domain/figure-fact.ts';
import { aWebServer, someFigures } from '../support/web.ts';

describe('the page of figures', () => {
  let web: Awaited<ReturnType<typeof aWebServer>>;
  let asked: FiguresRequest[];
  beforeEach(async () => {
    asked = [];
    web = await aWebServer({
      figures(request) {
        asked.push(request);
        return Promise.resolve(someFigures(request, web.stored));
      },
    });
  });
  afterEach(() => web.close());

  const get = async (path: string, language = 'zh-CN') => {
    const response = await fetch(web.url + path, { headers: { 'Accept-Language': language } });
    return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
  };

  it('lists figures with whose they are, what they measure, and where they stand', async () => {
    const { body } = await get(`/figures?q=${encodeURIComponent('云 市占率')}&period=2020&unit=%25`);
    expect(asked).toEqual([{ text: '云 市占率', period: '2020', unit: '%' }]);
    expect(body).toMatch(/亚马逊云<\/div>.*市占率<\/div>.*32%/su);
    expect(body).toContain(`href="/reports/${web.stored.report.id}/pages/2?quote=`);
    expect(body).toContain('另有 3 处数字说不准量的是什么，没有列出。');
  });

  it('takes all of one report without words, and says in both languages what is missing', async () => {
    await get(`/figures?q=&report=${web.stored.report.id}`);
    expect(asked).toEqual([{ text: '', reports: [web.stored.report.id] }]);
    const none = await get('/figures?q=+', 'en');
    expect([none.status, none.body.includes('Please say what the figures are to be about')]).toEqual([400, true]);
    expect((await get('/', 'en')).body).toContain('<a href="/figures">Figures</a>');
  });

  it('gives the same as a file for a spreadsheet or a script', async () => {
    const csv = await get('/figures/figures.csv?q=share');
    const json = await get('/figures/figures.json?q=share');
    expect([csv.type, json.type]).toEqual(['text/csv; charset=utf-8', 'application/json; charset=utf-8']);
    expect(csv.body.split('\r\n')[1]).toContain('亚马逊云,市占率,,32%,32,32,%,,,,云市场月报,');
    expect(JSON.parse(json.body)).toMatchObject({ figures: [{ subject: '亚马逊云', measure: '市占率' }], leftOut: 3 });
  });
});
