import { STATUS_CODES } from 'node:http';
import type { ServerResponse } from 'node:http';

/** Why a request gets no page. */
export type RefusalReason =
  | 'target'
  | 'host'
  | 'malformed'
  | 'headers_too_large'
  | 'too_slow'
  | 'connect'
  | 'failed'
  | 'unanswered';

/** Whoever sends such a request may not have said their language, or not in a form that can be read: both are given. */
const REFUSALS: Record<RefusalReason, { status: number; zh: string; en: string }> = {
  target: {
    status: 400,
    zh: '这个地址不完整或写法有误。请从首页重新打开；地址里的非英文字符要用百分号编码。',
    en:
      'This address is not well formed. Start again from the first page; ' +
      'characters beyond ASCII are written with percent signs.',
  },
  host: {
    status: 421,
    zh: '这里不以这个主机名提供页面。管理员可以把它写进 BASE_URL 或 ALLOWED_HOSTS。',
    en: 'No pages are served under this host name. The administrator can add it to BASE_URL or ALLOWED_HOSTS.',
  },
  malformed: {
    status: 400,
    zh: '这个请求不合 HTTP 的写法，没有处理。',
    en: 'This request is not well-formed HTTP; nothing was done.',
  },
  headers_too_large: {
    status: 431,
    zh: '地址或请求头太长。很长的问题请在首页的输入框里提交，不要写进地址；如果一直这样，请清除本站的 Cookie。',
    en:
      'The address or the headers are too long. Ask a long question in the form on the first page instead of in an ' +
      'address; if it stays like this, clear the cookies of this site.',
  },
  too_slow: {
    status: 408,
    zh: '请求没有在规定时间内传完，没有处理。请再试一次。',
    en: 'The request did not arrive in time; nothing was done. Please try again.',
  },
  connect: { status: 405, zh: '这里不是代理服务器。', en: 'This is no proxy.' },
  failed: {
    status: 500,
    zh: '出了点问题。请稍后再试；如果一直这样，请把下面的编号告诉管理员。',
    en: 'Something went wrong. Try again later; if it stays like this, tell your administrator the number below.',
  },
  unanswered: {
    status: 503,
    zh: '没有及时得到答复。请再试一次。',
    en: 'There was no reply in time. Please try again.',
  },
};

const HEADERS = {
  'Content-Type': 'text/plain; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  Connection: 'close',
};

/** Answers a request for which there is no page; whatever else it still sends is not read. */
export function sendRefusal(response: ServerResponse, reason: RefusalReason, id: string): void {
  const body = bodyOf(reason, id);
  response.writeHead(REFUSALS[reason].status, { ...HEADERS, 'Content-Length': Buffer.byteLength(body) }).end(body);
}

/** The same for a connection on which no request could be read. */
export function rawRefusal(reason: RefusalReason, id: string): string {
  const { status } = REFUSALS[reason];
  const body = bodyOf(reason, id);
  const headers = Object.entries({ ...HEADERS, 'Content-Length': String(Buffer.byteLength(body)), 'X-Request-Id': id });
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

function bodyOf(reason: RefusalReason, id: string): string {
  const { zh, en } = REFUSALS[reason];
  return `${en}\n${zh}\n(${id})\n`;
}
