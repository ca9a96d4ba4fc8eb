import type { CheckVerdict } from '../domain/check.ts';
import type { Language } from '../domain/report.ts';

/** What the check page says in one language. */
interface CheckWords {
  title: string;
  label: string;
  placeholder: string;
  check: string;
  explanation: string;
  claimed: string;
  found: string;
  skipped: string;
  leftOut: string;
  summary: (supported: number, contradicted: number, notFound: number) => string;
  verdicts: Record<CheckVerdict, string>;
}

/** What the check page says, in both languages. */
export const CHECK_WORDS: Record<Language, CheckWords> = {
  zh: {
    title: '核对事实',
    label: '要核对的稿子',
    placeholder: '例如：2020年第三季度亚马逊云的市占率为19%。',
    check: '核对',
    explanation: '逐句与报告比较：数字、时间、名称、增减方向、名次和肯定否定。拿不准的一律算“未找到”。',
    claimed: '稿子里',
    found: '报告里',
    skipped: '没有可核对事实的句子',
    leftOut: '没有核对的句子',
    summary: (supported, contradicted, notFound) => `${supported} 条有据，${contradicted} 条不符，${notFound} 条未找到`,
    verdicts: { supported: '✓ 有据', contradicted: '✗ 不符', not_found: '? 未找到' },
  },
  en: {
    title: 'Check facts',
    label: 'The draft to check',
    placeholder: 'For example: AWS held 19% of the cloud market in Q3 2020.',
    check: 'Check',
    explanation:
      'Each sentence is compared with the reports: figures, dates, names, direction, order and negation. ' +
      'When in doubt, it is “not found”.',
    claimed: 'Draft',
    found: 'Report',
    skipped: 'Sentences without a fact to check',
    leftOut: 'Sentences that were not checked',
    summary: (supported, contradicted, notFound) =>
      `${supported} supported, ${contradicted} contradicted, ${notFound} not found`,
    verdicts: { supported: '✓ Supported', contradicted: '✗ Contradicted', not_found: '? Not found' },
  },
};
