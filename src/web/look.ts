import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { Language } from '../domain/report.ts';
import { LANGUAGE_NAMES, LOOK_WORDS, THEMES } from '../words/web-look.ts';
import type { Theme } from '../words/web-look.ts';
import { ADD_PAGE_WORDS } from '../words/web-add.ts';
import { REVIEW_WORDS } from '../words/web-review.ts';
import { Html, html } from './html.ts';
import { EDITOR_MARK, LOOK_MARK } from './layout.ts';
import type { PageEnv } from './page-env.ts';
import type { Visit } from './visit.ts';

const [LANGUAGE_COOKIE, THEME_COOKIE] = ['footnote_language', 'footnote_theme'];
/** A year. */
const MAX_AGE_S = 365 * 24 * 3600;
/** A path of these pages; two slashes would begin an address elsewhere. */
const OURS = /^\/(?!\/)[^\\\s]{0,4000}$/u;

/** The language that whoever visits has chosen; else that of the browser. */
export function languageOf(c: Context): Language {
  const chosen = Language.safeParse(getCookie(c, LANGUAGE_COOKIE));
  if (chosen.success) return chosen.data;
  return /^\s*zh\b/iu.test(c.req.header('Accept-Language') ?? '') ? 'zh' : 'en';
}

function themeOf(c: Context): Theme {
  const kept = getCookie(c, THEME_COOKIE);
  return THEMES.find((theme) => theme === kept) ?? 'auto';
}

/** `/look`: a form that chooses language or theme, and comes back to where it stood. */
export const chooseLook: MiddlewareHandler<PageEnv> = (c) => {
  const { visit, base, steps } = c.var;
  const keep = { path: '/', maxAge: MAX_AGE_S, httpOnly: true, sameSite: 'Lax', secure: steps.secure } as const;
  const language = Language.safeParse(visit.form?.get('language'));
  const theme = THEMES.find((each) => each === visit.form?.get('theme'));
  if (language.success) setCookie(c, LANGUAGE_COOKIE, language.data, keep);
  if (theme !== undefined) setCookie(c, THEME_COOKIE, theme, keep);
  const back = visit.form?.get('back') ?? '';
  return Promise.resolve(c.redirect(base + (OURS.test(back) ? back : '/'), 303));
};

/**
 * A page as whoever visits wants it, with the ways to change that, and for editors the way to their work.
 * @param address where the page stands, below the base; absent: where it was asked for
 */
export function withLook(c: Context<PageEnv>, { source }: Html, address?: string): Html {
  const { base, url, language } = c.var;
  // A page of an error may come before it is known who visits.
  const visit: Visit | undefined = c.get('visit');
  const theme = themeOf(c);
  const { title } = REVIEW_WORDS[language];
  const { title: add } = ADD_PAGE_WORDS[language];
  const editor = visit?.session
    ? html` <a href="${base}/add">${add}</a> <a href="${base}/review">${title}</a>`
    : html``;
  const back = address ?? (c.req.method === 'GET' ? url.pathname + url.search : '/');
  const themed = theme === 'auto' ? source : source.replace('<html ', `<html data-theme="${theme}" `);
  return new Html(
    themed
      .replace(EDITOR_MARK, () => editor.source)
      .replace(LOOK_MARK, () => lookForm({ action: `${base}/look`, back, theme, language }).source),
  );
}

interface Look {
  action: string;
  back: string;
  theme: Theme;
  language: Language;
}

function lookForm({ action, back, theme, language }: Look): Html {
  const words = LOOK_WORDS[language];
  const button = (name: string, value: string, label: string, isChosen: boolean) =>
    html`<button class="plain-button" name="${name}" value="${value}"${
      isChosen ? html` aria-pressed="true"` : html``
    }>${label}</button>`;
  const languages = Language.options.map((each) => button('language', each, LANGUAGE_NAMES[each], each === language));
  const themes = THEMES.map((each) => button('theme', each, words.themes[each], each === theme));
  return html`<footer><form class="look" action="${action}" method="post">\
<input type="hidden" name="back" value="${back}"><span>${words.language}: ${languages}</span> \
<span>${words.theme}: ${themes}</span></form></footer>`;
}
