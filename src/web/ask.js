// The answer is shown sentence by sentence while it is composed, below what was said before. Without this script, or
// when anything goes wrong, it comes in one piece.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches('form.ask[action$="/"]')) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form));
  const leaving = new AbortController();
  grow(form, fields, leaving).catch((error) => {
    if (leaving.signal.aborted) stopped(form);
    // `form.submit()` sends it as it would go without this script.
    else form.submit();
    return error;
  });
});
addEventListener('popstate', () => location.reload());

async function grow(form, fields, leaving) {
  const main = document.querySelector('main');
  main.querySelectorAll('.start, .notice[role]').forEach((old) => old.remove());
  const turn = growingTurn(form, fields.get('q'), () => leaving.abort());
  const thread = main.querySelector('.thread');
  if (thread) thread.append(turn);
  else form.after(turn);
  const response = await fetch(form.getAttribute('action'), {
    method: 'POST',
    body: new URLSearchParams([...fields, ['stream', '1']]),
    signal: leaving.signal,
  });
  if (!response.ok) throw new Error(response.statusText);
  for await (const { part, page, address } of linesOf(response.body.getReader())) {
    if (part) turn.querySelector('.answer').insertAdjacentHTML('beforeend', part);
    if (page) return become(new DOMParser().parseFromString(page, 'text/html'), address, form);
  }
  throw new Error('the answer broke off');
}

// The question, its answer as it comes, and a way to end it.
function growingTurn(form, question, stop) {
  const turn = document.createElement('section');
  turn.className = 'turn growing';
  const asked = document.createElement('h2');
  asked.className = 'asked';
  asked.textContent = question;
  const answer = document.createElement('div');
  answer.className = 'answer';
  answer.setAttribute('aria-live', 'polite');
  answer.setAttribute('aria-busy', 'true');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain-button';
  button.textContent = form.dataset.stop;
  button.addEventListener('click', stop);
  turn.append(asked, answer, button);
  return turn;
}

function stopped(form) {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'status');
  notice.textContent = form.dataset.stopped;
  document.querySelector('.growing')?.remove();
  form.before(notice);
  delete form.dataset.sent;
  form.querySelector('#q').focus();
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

// The answer stands under an address of its own: loading it again does not ask again.
function become(next, address, form) {
  if (address) history.pushState(null, '', address);
  const [back, newBack] = [document, next].map((page) => page.querySelector('.look [name=back]'));
  if (back && newBack) back.value = newBack.value;
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  document.querySelector('main').replaceWith(next.querySelector('main'));
  document.querySelector('#live').textContent = address ? form.dataset.answered : '';
  const asked = document.querySelector('#asked');
  asked?.focus({ preventScroll: true });
  asked?.scrollIntoView({ block: 'start' });
}
