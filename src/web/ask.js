// The answer is shown sentence by sentence while it is composed. Without this script, or when anything goes wrong, it comes in one piece.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches('form.ask[action$="/"]')) return;
  event.preventDefault();
  const address = `${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`;
  grow(address).catch(() => location.assign(address));
});
addEventListener('popstate', () => location.reload());

async function grow(address) {
  const response = await fetch(`${address}&stream=1`);
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
    if (page) return become(new DOMParser().parseFromString(page, 'text/html'), address);
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

function become(next, address) {
  history.pushState(null, '', address);
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  document.querySelector('main').replaceWith(next.querySelector('main'));
}
