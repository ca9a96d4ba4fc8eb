import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import { ADD_PAGE_WORDS } from '../words/web-add.ts';
import { WORDS } from '../words/web.ts';
import type { PageEnv, Send } from './page-env.ts';
import { problemPage } from './problem-page.ts';
import { pageReply } from './visit.ts';
import type { SentFile } from './visit.ts';

/** What a form may send at once: the largest report that was measured has 4. */
export const UPLOAD_MEGABYTES = 64;

/** Reads the fields and files of a form that sends files; nobody's but an editor's is read at all. */
export function takesFiles(send: Send): MiddlewareHandler<PageEnv> {
  const limit = bodyLimit({
    maxSize: UPLOAD_MEGABYTES * 1024 * 1024,
    onError(c: Context<PageEnv>) {
      const { language } = c.var;
      return send(
        c,
        pageReply(problemPage(ADD_PAGE_WORDS[language].tooLarge(UPLOAD_MEGABYTES), undefined, language), 413),
      );
    },
  });
  const refuseOthers: MiddlewareHandler<PageEnv> = (c, next) => {
    const { language, visit } = c.var;
    if (visit.session) return next();
    return Promise.resolve(
      send(c, pageReply(problemPage(ADD_PAGE_WORDS[language].onlyEditors, undefined, language), 403)),
    );
  };
  return every(refuseOthers, limit, async (c: Context<PageEnv>, next: () => Promise<void>) => {
    const { language, visit } = c.var;
    const data = await c.req.formData().catch(() => undefined);
    const { wrongForm, wrongFormHint } = WORDS[language];
    if (!data) return send(c, pageReply(problemPage(wrongForm, wrongFormHint, language), 400));
    const form = new URLSearchParams();
    const files: SentFile[] = [];
    for (const [name, value] of data.entries())
      if (typeof value === 'string') form.append(name, value);
      // A field without a file is sent as one without a name.
      else if (value.name !== '') files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
    c.set('visit', { ...visit, form, files });
    return next();
  });
}
