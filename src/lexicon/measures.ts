import type { Language } from '../domain/report.ts';

/**
 * What reports measure: how people ask for it, and how a sentence that gives it speaks. Both languages, because a
 * question may be in the other.
 */
interface Measure {
  name: Record<Language, string>;
  asks: RegExp;
  says: RegExp;
}

const MEASURES: readonly Measure[] = [
  { name: { zh: '估值', en: 'valuation' }, asks: /估值|valuation|valued at/iu, says: /估值|valu/iu },
  { name: { zh: '市值', en: 'market capitalisation' }, asks: /市值|market cap/iu, says: /市值|market cap/iu },
  {
    name: { zh: '注册资本', en: 'registered capital' },
    asks: /注册资本|registered capital/iu,
    says: /注册资本|registered capital/iu,
  },
  {
    name: { zh: '研发投入', en: 'R&D spending' },
    asks: /研发(?:经费|投入|费用|支出|花)|R&D/iu,
    says: /研发|R&D|research and development/iu,
  },
  {
    name: { zh: '收入', en: 'revenue' },
    asks: /营收|营业收入|收入|销售额|营业额|revenue|turnover|net sales/iu,
    says: /营收|收入|销售额|收益|营业额|净销售|revenue|turnover|sales/iu,
  },
  {
    name: { zh: '利润', en: 'profit' },
    asks: /利润|盈利|净利|亏损|profit|loss(?:es)?\b|earnings/iu,
    says: /利润|净利|盈利|亏损|profit|loss|earnings/iu,
  },
  {
    name: { zh: '份额', en: 'share' },
    asks: /份额|市占率|占有率|market share|share of (?:the )?(?:[\w-]+ ){0,4}market/iu,
    says: /份额|市占|占有率|占比|(?:占|为|以|分别为|达到?)\s*[\d.]+\s*[%％]|share|percent/iu,
  },
  {
    name: { zh: '年龄', en: 'age' },
    asks: /岁数|年龄|几岁|多少岁|how old|\bage\b/iu,
    says: /岁|年龄|出生|aged|born|years old/iu,
  },
  {
    name: { zh: '员工', en: 'employees' },
    asks: /员工|雇员|多少人手|employees|headcount|workforce|staff/iu,
    says: /员工|雇员|人手|employees|headcount|workforce|staff/iu,
  },
  {
    name: { zh: '施行', en: 'coming into force' },
    asks: /施行|生效|come into (?:force|effect)|take effect/iu,
    says: /施行|生效|起实施|into (?:force|effect)|takes? effect/iu,
  },
  {
    name: { zh: '里程', en: 'distance' },
    asks: /多少公里|里程|多少千米|kilomet|\bmiles\b/iu,
    says: /公里|里程|千米|kilomet|\bkm\b|miles/iu,
  },
  { name: { zh: '产值', en: 'output' }, asks: /产值/iu, says: /产值|规模/iu },
  {
    name: { zh: '销量', en: 'units sold' },
    asks: /出货量|销量|卖(?:了|出)多少[台部辆]|shipments|units sold/iu,
    says: /出货|销量|售出|卖出|销售|shipments|sold/iu,
  },
  {
    name: { zh: '用户', en: 'users' },
    asks: /多少用户|用户(?:数|规模|有多少)|how many users/iu,
    says: /用户|users|subscribers/iu,
  },
  {
    name: { zh: '融资', en: 'funding' },
    asks: /融资|募资|募集|raise\b|funding/iu,
    says: /融资|募|筹|raise|funding|fundrais/iu,
  },
  {
    name: { zh: '投资', en: 'investment' },
    asks: /总?投资(?:多少|额)|投(?:入)?多少|invest/iu,
    says: /投资|投入|投|砸|invest|spen/iu,
  },
  { name: { zh: '总部', en: 'headquarters' }, asks: /总部|headquarter/iu, says: /总部|headquarter|based in/iu },
  {
    name: { zh: '成立', en: 'founding' },
    asks: /哪年成立|何时成立|成立于|founded|established/iu,
    says: /成立|创立|创办|创建|founded|established/iu,
  },
  {
    name: { zh: '零售价', en: 'retail price' },
    asks: /零售价|售价|retail price|sell for/iu,
    says: /零售价|售价|定价|起售|price/iu,
  },
  {
    name: { zh: '收购价', en: 'price paid' },
    asks: /\b(?:pay|paid|paying|price)\b.*\bfor\b|收购(?:价|花|用)/iu,
    says: /收购|交易|acqui|paid|deal/iu,
  },
];

/**
 * The measures that a question asks for and a text does not speak of.
 * @param language in which they are named
 */
export function unmetMeasures(question: string, text: string, language: Language): string[] {
  return MEASURES.filter(({ asks, says }) => asks.test(question) && !says.test(text)).map(({ name }) => name[language]);
}
