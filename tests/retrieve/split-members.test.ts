import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNames } from '../../src/lexicon/names.ts';
import { splitMembers, splitQuestion } from '../../src/retrieve/split-question.ts';

const NAMES = createNames();

/** Names of works that no list has. */
const WORKS = ['青禾船厂', '白塔玻璃', '石桥水泥', '柳湾纸业', '东岭钢铁'];

describe('a question of several things side by side', () => {
  it('is the same question of each, whether they are known as names or not', () => {
    const several = fc.shuffledSubarray(WORKS, { minLength: 3 });
    const lastMark = fc.constantFrom('、', '和', '与');
    const measures = fc.constantFrom('净利润', '的毛利率', '的员工人数');
    fc.assert(
      fc.property(several, lastMark, measures, (members, mark, measure) => {
        const list = `${members.slice(0, -1).join('、')}${mark}${members.at(-1)}`;
        expect(splitMembers(`${list}${measure}分别是多少？`, NAMES)).toEqual(
          members.map((member) => ({ member, text: `${member}${measure} 是多少?` })),
        );
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['青禾船厂、白塔玻璃2021年的产量各是多少', ['青禾船厂', '白塔玻璃']],
    ['2021年青禾船厂、白塔玻璃和石桥水泥产量分别是多少', ['青禾船厂', '白塔玻璃', '石桥水泥']],
    ['云计算、大数据和人工智能产业规模各是多少', ['云计算', '大数据', '人工智能']],
    ['柳湾股份、东岭钢铁股份产量分别是多少', ['柳湾股份', '东岭钢铁股份']],
    ['码头、货仓各有多少个', ['码头', '货仓']],
    ['销售、管理、研发费用分别多少', ['销售', '管理', '研发']],
    ['青禾船厂、白塔玻璃合建码头，投资和开支分别省几成', ['投资', '开支']],
    ['How many ferries run in Hull, Leeds and York?', ['Hull', 'Leeds', 'York']],
  ])('parts the first and the last of them from what else it says: %s', (question, members) => {
    expect(splitMembers(question, NAMES)?.map(({ member }) => member)).toEqual(members);
  });

  it.each([
    ['青禾船厂和白塔玻璃谁的产量更高'],
    ['Which has more ferries, Hull or York?'],
    ['青禾船厂产量多少'],
    ['亚马逊和微软合建机房，投资和开支分别是多少'],
    ['码头、仓库和船坞是什么时候建的，谁出的钱'],
  ])('stays whole when it compares them, names one, or asks more: %s', (question) => {
    expect(splitMembers(question, NAMES)).toBeUndefined();
  });
});

describe('a clause that asks of each of what was named before', () => {
  it.each([
    ['本地渡轮的两家船东是谁，各占多少'],
    ['募来的钱投哪三大类，每类多少亿'],
    ['which two yards lead, and how much does each hold'],
  ])('goes with the clause that names it: %s', (question) => {
    expect(splitQuestion(question, NAMES)).toHaveLength(1);
  });

  it('is a question of its own where it only looks so', () => {
    expect(splitQuestion('船厂净利润多少，每股收益多少', NAMES)).toHaveLength(2);
  });
});
