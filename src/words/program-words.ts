import type { OverloadError } from '../domain/errors.ts';
import type { Language } from '../domain/report.ts';
import { WORDS } from './web.ts';

/** What a program is told that does not come in, or is not understood. */
interface ProgramWords {
  closed: string;
  noToken: string;
  foreign: string;
  missing: string;
  wrongMethod: string;
  wrongType: string;
  notJson: string;
  tooLarge: (kilobytes: number) => string;
}

/** What programs are told in both languages. */
export const PROGRAM_WORDS: Record<Language, ProgramWords> = {
  zh: {
    closed: '这里没有对程序开放：管理员可以用 API_TOKENS 开放。',
    noToken: '请在请求头里给出有效的令牌：Authorization: Bearer 令牌。',
    foreign: '其他网站的页面不能从这里读取。',
    missing: '没有这个地址；有哪些地址见 /api/openapi.json。',
    wrongMethod: '这个地址不接受这种请求。',
    wrongType: '请求的内容必须是 JSON：Content-Type: application/json。',
    notJson: '请求的内容不是 JSON。',
    tooLarge: (kilobytes) => `请求太大：最多 ${kilobytes} KB。`,
  },
  en: {
    closed: 'No program may come in here: the administrator opens this door with API_TOKENS.',
    noToken: 'Give a token that is valid in the header: Authorization: Bearer TOKEN.',
    foreign: 'Pages of other sites cannot read from here.',
    missing: 'There is no such address; /api/openapi.json says which there are.',
    wrongMethod: 'This address does not take such a request.',
    wrongType: 'What is sent must be JSON: Content-Type: application/json.',
    notJson: 'What was sent is not JSON.',
    tooLarge: (kilobytes) => `This is too large: at most ${kilobytes} KB are taken.`,
  },
};

/** What a program is told that cannot be answered now: as visitors of the pages are. */
export function overloadText(reason: OverloadError['reason'], language: Language): string {
  const { busy, tookTooLong, overloadHint } = WORDS[language];
  return [reason === 'busy' ? busy : tookTooLong, overloadHint].join(language === 'zh' ? '' : ' ');
}

/** What a program is told when its request failed, with the number under which the log says more. */
export function failedText(id: string, language: Language): string {
  return [WORDS[language].failed, WORDS[language].failedId(id)].join(language === 'zh' ? '' : ' ');
}
