import type { Language } from '../../../src/domain/report.ts';

/** A thing that the sample reports say, in both languages: what a small translator would need to know. */
export interface SampleFact {
  /** A question that it answers. */
  asked: RegExp;
  /** As the report has it. */
  quote: string;
  /** The year that it is about. */
  year: string;
  said: Record<Language, string>;
}

/** The questions that the documentation invites to, and their neighbours. */
export const SAMPLE_FACTS: readonly SampleFact[] = [
  {
    asked: /(?=.*(?:亚马逊|AWS|Amazon))(?=.*(?:市占|份额|排|share))/iu,
    quote: '亚马逊云（Amazon Web Services，简称AWS）仍然排在首位，第三季度市占率为32%',
    year: '2020',
    said: {
      zh: '亚马逊云第三季度的市占率为32%，仍然排在首位。',
      en: 'AWS remained in first place, with a market share of 32% in the third quarter.',
    },
  },
  {
    asked: /微软|Microsoft|Azure/iu,
    quote: '微软Azure以19%居第二',
    year: '2020',
    said: { zh: '微软Azure以19%居第二。', en: 'Microsoft Azure came second with 19%.' },
  },
  {
    asked: /谷歌|Google/iu,
    quote: '谷歌云占7%',
    year: '2020',
    said: { zh: '谷歌云占7%。', en: 'Google Cloud held 7%.' },
  },
  {
    asked: /红帽|Red Hat|IBM/iu,
    quote: 'IBM在2019年7月以340亿美元完成对红帽的收购',
    year: '2019',
    said: {
      zh: 'IBM在2019年7月以340亿美元完成对红帽的收购。',
      en: 'IBM completed the acquisition of Red Hat for $34 billion in July 2019.',
    },
  },
  {
    asked: /可用区|availability zones/iu,
    quote: '亚马逊云在全球24个地理区域运营77个可用区',
    year: '2020',
    said: {
      zh: '亚马逊云在全球24个地理区域运营77个可用区。',
      en: 'AWS runs 77 availability zones in 24 geographic regions.',
    },
  },
  {
    asked: /(?=.*(?:寒武纪|Cambricon))(?=.*(?:发行价|issue price))/iu,
    quote: '发行价为每股64.39元',
    year: '2020',
    said: { zh: '发行价为每股64.39元。', en: 'The issue price was 64.39 yuan a share.' },
  },
  {
    asked: /DRAM/iu,
    quote: 'DRAM revenue climbed 82.6%',
    year: '2024',
    said: { zh: 'DRAM收入增长82.6%。', en: 'DRAM revenue climbed 82.6%.' },
  },
  {
    asked: /半导体|semiconductor/iu,
    quote: 'Worldwide semiconductor sales reached $627.6 billion in 2024',
    year: '2024',
    said: {
      zh: '2024年全球半导体销售额达到6276亿美元。',
      en: 'Worldwide semiconductor sales reached $627.6 billion in 2024.',
    },
  },
];
