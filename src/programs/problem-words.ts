import type { OverloadError } from '../domain/errors.ts';
import type { Language } from '../domain/report.ts';
import { WORDS } from '../words/web.ts';

/** What a program is told that cannot be answered now: as visitors of the pages are. */
export const OVERLOAD: Record<Language, Record<OverloadError['reason'], string>> = {
  zh: overloadWords('zh'),
  en: overloadWords('en'),
};

/** What a program is told when its request failed, with the number under which the log says more. */
export const PROGRAM_FAILED: Record<Language, (id: string) => string> = {
  zh: (id) => `${WORDS.zh.failed}${WORDS.zh.failedId(id)}`,
  en: (id) => `${WORDS.en.failed} ${WORDS.en.failedId(id)}`,
};

function overloadWords(language: Language): Record<OverloadError['reason'], string> {
  const { busy, tookTooLong, overloadHint } = WORDS[language];
  const between = language === 'zh' ? '' : ' ';
  return { busy: busy + between + overloadHint, too_long: tookTooLong + between + overloadHint };
}
