import type { Twist } from '../../compare/twists/twist.ts';
import { CHINESE_REPORT_TWISTS } from './report-twists-zh.ts';
import { ENGLISH_ON_CHINESE_TWISTS } from './report-twists-across.ts';
import { ENGLISH_REPORT_TWISTS } from './report-twists-en.ts';

/**
 * What models make of sentences of reports, written by hand to get past a check and not drawn from any list: figures of
 * another clause, plans told as done, subsets told as the whole. To be measured on: what is fitted on them tells
 * little of others any more.
 */
export const REPORT_TWISTS: readonly Twist[] = [
  ...CHINESE_REPORT_TWISTS,
  ...ENGLISH_REPORT_TWISTS,
  ...ENGLISH_ON_CHINESE_TWISTS,
].map(([kind, passage, truth, lie]) => ({ kind, passage, truths: [truth], lies: [lie] }));
