import { Html, html } from './html.ts';
import type { Words } from '../words/web.ts';

/** Where what depends on whoever visits is put in when a page is sent: nothing that was escaped looks like it. */
export const [EDITOR_MARK, LOOK_MARK] = ['<!--editor-->', '<!--look-->'] as const;
const [EDITOR, LOOK] = [new Html(EDITOR_MARK), new Html(LOOK_MARK)];

/**
 * A whole page around its content.
 * @param options `wide`: for things that stand side by side
 */
export function layout(words: Words, title: string, content: Html, { wide = false }: { wide?: boolean } = {}): Html {
  return html`<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/assets/footnote.css">
<link rel="stylesheet" href="/assets/reading.css">
<link rel="icon" href="data:,">
<script src="/assets/keys.js" defer></script>
<script src="/assets/ask.js" defer></script>
<script src="/assets/add.js" defer></script>
</head>
<body${wide ? html` class="wide"` : html``}>
<a class="skip" href="#content">${words.skip}</a>
<header><a class="brand" href="/">Footnote<sup>1</sup></a><span class="tagline">${words.tagline}</span>\
<nav class="tools" aria-label="${words.tools}"><a href="/search">${words.search}</a> \
<a href="/summary">${words.summarize}</a> \
<a href="/figures">${words.figuresAsData}</a> \
<a href="/check">${words.checkFacts}</a>${EDITOR}</nav></header>
<p class="hidden" id="live" aria-live="polite"></p>
<main id="content">
${content}
</main>
${LOOK}
</body>
</html>
`;
}
