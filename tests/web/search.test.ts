import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/domain/answer.ts';
import { aChunk, aPassage, aReport } from '../support/builders.ts';
import { aWebServer } from '../support/web.ts';

const CLOUD = aReport({ id: 'cloud', title: '云市场月报', publisher: '星野研究', publishedOn: '2020-12-31' });
const CHIPS = aReport({ id: 'chips', title: '芯片<白皮书>', publisher: '北辰', publishedOn: '2021' });
const FOUND = [
  aPassage({ report: CLOUD, chunk: aChunk({ reportId: 'cloud', text: '2020年第三季度，亚马逊市占率为32%。' }) }),
  aPassage({ report: CLOUD, chunk: aChunk({ reportId: 'cloud', text: '微软的市占率为19%。' }) }),
  aPassage({
    report: CHIPS,
    chunk: aChunk({ reportId: 'chips', text: `${'前'.repeat(300)}市占率${'后'.repeat(300)}` }),
  }),
];

describe('the search over all reports', () => {
  async function search(query: string, found = FOUND) {
    const sought: Question[] = [];
    const web = await aWebServer({
      reports: () => Promise.resolve([CLOUD, CHIPS]),
      search: (question) => (sought.push(question), Promise.resolve(found)),
    });
    const response = await fetch(`${web.url}/search${query}`, { headers: { 'Accept-Language': 'zh' } });
    const body = await response.text();
    web.close();
    return { status: response.status, body, sought };
  }

  it('lists passages with the words marked, each linked to its page with what is shown marked', async () => {
    const { body, sought } = await search(`?q=${encodeURIComponent('市占率')}`);
    const quotes = [...body.matchAll(/<blockquote lang="zh-CN">(.*?)<\/blockquote>/gu)].map(([, text]) => text);
    expect(sought).toEqual([{ text: '市占率', earlier: [] }]);
    expect([
      quotes,
      body.includes('<a href="/reports/cloud/pages/65?quote=100-121#quote"><cite>云市场月报</cite>'),
      body.includes('<cite>芯片&lt;白皮书&gt;</cite>'),
    ]).toEqual([
      [
        '2020年第三季度，亚马逊<mark>市占率</mark>为32%。',
        '微软的<mark>市占率</mark>为19%。',
        `…${'前'.repeat(60)}<mark>市占率</mark>${'后'.repeat(197)}…`,
      ],
      true,
      true,
    ]);
  });

  it('offers what the finds have in common, and looks in these alone when one is taken', async () => {
    const { body } = await search(`?q=${encodeURIComponent('市占率')}`);
    const facets = [...body.matchAll(/<a href="(\/search[^"]+)">([^<]+)<\/a> <span class="meta">(\d+)</gu)];
    expect(facets.map(([, , label, count]) => [label, count])).toEqual([
      ['云市场月报', '2'],
      ['芯片&lt;白皮书&gt;', '1'],
      ['星野研究', '2'],
      ['北辰', '1'],
      ['2020', '2'],
      ['2021', '1'],
    ]);
    const links = facets.map(([, href = '']) => href.replaceAll('&amp;', '&').slice('/search'.length));
    const narrowed = await Promise.all(links.map((link) => search(link)));
    expect(narrowed.map(({ sought }) => sought[0]?.reports)).toEqual([
      ['cloud'],
      ['chips'],
      ['cloud'],
      ['chips'],
      ['cloud'],
      ['chips'],
    ]);
  });

  it('says when nothing comes near, and when the choice fits no report', async () => {
    const [nothing, none, start] = [
      await search('?q=who', []),
      await search('?q=who&publisher=Nobody'),
      await search(''),
    ];
    expect([
      [nothing.status, nothing.body.includes('没有找到相近的段落')],
      [none.status, none.body.includes('没有一份报告符合所选的条件'), none.sought],
      [start.status, start.sought],
    ]).toEqual([
      [200, true],
      [400, true, []],
      [200, []],
    ]);
  });
});
