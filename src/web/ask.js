// The answer is shown sentence by sentence while it is composed. Without this script, or when anything goes wrong, it
// comes in one piece.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches('form.ask[action$="/"]')) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form));
  // `form.submit()` sends it as it would go without this script.
  grow(form.getAttribute('action'), fields).catch(() => form.submit());
});
addEventListener('popstate', () => location.reload());

async function grow(action, fields) {
  const response = await fetch(action, { method: 'POST', body: new URLSearchParams([...fields, ['stream', '1']]) });
  if (!response.ok) throw new Error(response.statusText);
  const answer = document.createElement('section');
  answer.className = 'answer';
  answer.setAttribute('aria-live', 'polite');
  answer.setAttribute('aria-busy', 'true');
  const main = document.querySelector('main');
  main.querySelectorAll('section, .notice').forEach((old) => old.remove());
  main.append(answer);
  for await (const { part, page } of linesOf(response.body.getReader())) {
    if (part) answer.insertAdjacentHTML('beforeend', part);
    if (page) return become(new DOMParser().parseFromString(page, 'text/html'), action, fields);
  }
  throw new Error('the answer broke off');
}

async function* linesOf(reader) {
  const decoder = new TextDecoder();
  let text = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (text + decoder.decode(read.value, { stream: true })).split('\n');
    text = lines.pop();
    for (const line of lines) yield JSON.parse(line);
  }
}

// A question that fits into an address can be passed on, and asked again by loading the page again.
function become(next, action, fields) {
  const address = `${action}?${fields}`;
  history.pushState(null, '', address.length > 4000 ? action : address);
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  document.querySelector('main').replaceWith(next.querySelector('main'));
}
