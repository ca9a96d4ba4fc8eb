import { describe, expect, it } from 'vitest';
import { labelOf, lineLabel, tableHeads } from '../../src/answer/table-heads.ts';

describe('the head of a row', () => {
  it('is what stands above it: caption, unit, columns', () => {
    const lines = ['港口吞吐量', '单位：万吨', '港口\t2020年\t2021年', '东港\t1,250\t1,310', '西港\t860\t905'];
    const head = '港口吞吐量\n单位：万吨\n港口\t2020年\t2021年';
    expect(tableHeads(lines)).toEqual(['', '', '港口吞吐量\n单位：万吨', head, head]);
  });

  it('is that of the nearest table', () => {
    const lines = ['Port\tTonnes', 'East\t1,250', 'Railway\tPassengers', 'North\t77'];
    expect(tableHeads(lines).at(-1)).toBe('Railway\tPassengers');
  });

  it('does not reach over prose', () => {
    const lines = ['Port\tTonnes', 'East\t1,250', 'The other ports grew faster.', 'North\t77'];
    expect(tableHeads(lines).at(-1)).toBe('The other ports grew faster.');
  });

  it('is of the figures of its first cell', () => {
    expect(labelOf('东港\t1,250\t1,310')).toBe('东港');
  });
});

describe('what a line says of itself before a colon', () => {
  it.each([
    ['（三）发行股数：5000万股', '发行股数'],
    ['2、保荐人：东港证券', '保荐人'],
    ['Date of incorporation: 3 May 1999', 'Date of incorporation'],
    ['会议于10:30开始', ''],
    ['详见 http://ports.example', ''],
    ['特别提示：', ''],
    [`备注：${'很长的一段话'.repeat(30)}`, ''],
  ])('is its label: %s', (line, label) => {
    expect(lineLabel(line)).toBe(label);
  });
});
