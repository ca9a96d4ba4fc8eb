/** An element with attributes, listeners (`onclick` …) and children; strings become text, never markup. */
export function h(tag, attributes = {}, ...children) {
  const element =
    tag === 'svg' || attributes.svg
      ? document.createElementNS('http://www.w3.org/2000/svg', tag)
      : document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || key === 'svg') continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'value') element.value = value;
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children.flat(5).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

/** An address to be opened, and only one of the web. */
export function link(url, ...children) {
  return /^(?:https?|mailto):/u.test(url)
    ? h('a', { href: url, target: '_blank', rel: 'noreferrer' }, ...children)
    : h('span', {}, ...children);
}

/** A text object of Block Kit. */
export function textObject(text, people) {
  if (!text) return [];
  return text.type === 'mrkdwn' ? mrkdwn(text.text, people) : [h('span', { class: 'plain' }, unescape(text.text))];
}

/** Slack's mrkdwn as nodes: quotes and code first, then what stands in a line. */
export function mrkdwn(text, people = []) {
  return text.split(/(```[\s\S]*?```)/u).flatMap((part) => {
    if (part.startsWith('```') && part.length > 5) return [h('pre', {}, unescape(part.slice(3, -3)))];
    return part.split('\n').flatMap((line, at, lines) => {
      const quoted = /^(?:&gt;|>) ?(.*)$/u.exec(line);
      const nodes = quoted ? [h('blockquote', {}, inline(quoted[1], people))] : inline(line, people);
      return at < lines.length - 1 && !quoted ? [...nodes, h('br')] : nodes;
    });
  });
}

/** Standard Markdown, as far as answers use it. */
export function markdown(text) {
  return text.split('\n').map((line) => {
    const heading = /^(#{1,6}) (.*)$/u.exec(line);
    const item = /^\s*(?:[-*]|\d+\.) (.*)$/u.exec(line);
    const quote = /^> ?(.*)$/u.exec(line);
    if (heading) return h('div', { class: 'md-heading' }, markdownLine(heading[2]));
    if (item) return h('div', { class: 'md-item' }, markdownLine(item[1]));
    return quote
      ? h('blockquote', {}, markdownLine(quote[1]))
      : h('div', { class: line === '' ? 'md-gap' : '' }, markdownLine(line));
  });
}

/** What a sign stands around, where no letter or digit touches it from outside. */
const around = (sign) => `(?<![\\p{L}\\p{N}])[${sign}]([^${sign}\\n]+)[${sign}](?![\\p{L}\\p{N}])`;
const INLINE = new RegExp(['<([^<>]+)>', ...['*', '_', '~'].map(around), '`([^`\\n]+)`'].join('|'), 'gu');

function inline(line, people) {
  return pieces(line, INLINE, ([, angled, bold, italic, strike, code]) => {
    if (angled !== undefined) return reference(angled, people);
    if (bold !== undefined) return h('b', {}, inline(bold, people));
    if (italic !== undefined) return h('i', {}, inline(italic, people));
    if (strike !== undefined) return h('s', {}, inline(strike, people));
    return h('code', {}, unescape(code));
  });
}

function markdownLine(line) {
  return pieces(
    line,
    /\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)|`([^`]+)`|_([^_]+)_/gu,
    ([, bold, label, url, code, italic]) => {
      if (bold !== undefined) return h('b', {}, bold);
      if (label !== undefined) return link(url, label);
      return code === undefined ? h('i', {}, italic) : h('code', {}, code);
    },
  );
}

function reference(inside, people) {
  const [target, label] = inside.split('|');
  if (target.startsWith('@'))
    return h(
      'span',
      { class: 'mention' },
      `@${people.find(({ id }) => id === target.slice(1))?.name ?? target.slice(1)}`,
    );
  if (target.startsWith('#') || target.startsWith('!'))
    return h('span', { class: 'mention' }, `${target.startsWith('!') ? '@' : '#'}${label ?? target.slice(1)}`);
  return link(unescape(target), unescape(label ?? target));
}

function pieces(text, pattern, render) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    nodes.push(unescape(text.slice(from, match.index)), render(match));
    from = match.index + match[0].length;
  }
  return [...nodes, unescape(text.slice(from))];
}

function unescape(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
