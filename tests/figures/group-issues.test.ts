import { describe, expect, it } from 'vitest';
import { groupIssues } from '../../src/figures/group-issues.ts';
import { aReport } from '../support/builders.ts';

const titles = (reports: ReturnType<typeof aReport>[]) =>
  groupIssues(reports).map(({ issues }) => issues.map(({ title }) => title));

describe('the issues of a series', () => {
  it.each([
    ['港口月报 2020年第3期', '港口月报 2020年第4期'],
    ['2019年船舶工业白皮书', '2020年船舶工业白皮书'],
    ['Harbour Lines Reports Second-Quarter 2023 Results', 'Harbour Lines Reports Third-Quarter 2023 Results'],
    ['Port Outlook, Issue 12 (March 2021)', 'Port Outlook, Issue 13 (April 2021)'],
  ])('have titles that differ in dates and numbers only: %s', (one, other) => {
    const reports = [one, other].map((title, at) =>
      aReport({ id: `r${at}`, title, publishedOn: `2020-0${at + 1}-01` }),
    );
    expect(titles(reports)).toEqual([[one, other]]);
  });

  it('are of one publisher, and about one company', () => {
    const report = (id: string, over: object) =>
      aReport({ id, title: '2020年年度报告', publishedOn: `202${id}-04-01`, ...over });
    expect(titles([report('0', { company: '东港股份' }), report('1', { company: '西港股份' })])).toEqual([]);
    expect(titles([report('0', { publisher: '甲院' }), report('1', { publisher: '乙院' })])).toEqual([]);
  });

  it('are none when they are of one day, or when a title says nothing but when', () => {
    expect(titles([aReport({ id: 'a', title: '2020年报' }), aReport({ id: 'b', title: '2021年报' })])).toEqual([]);
  });
});
