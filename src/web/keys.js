// Left and right turn the page; a key that a button, link or field names presses or enters it. Not while someone types,
// and not where they switched keys of one letter off, which is remembered in this browser.
const KEYS = 'footnote-keys';
const keysAreOff = () => localStorage.getItem(KEYS) === 'off';

function showKeys() {
  for (const button of document.querySelectorAll('[data-keys-switch]')) {
    button.hidden = false;
    button.textContent = keysAreOff() ? button.dataset.on : button.dataset.off;
  }
  for (const said of document.querySelectorAll('[data-keys]')) said.hidden = keysAreOff();
  for (const key of document.querySelectorAll('kbd')) key.hidden = keysAreOff();
}
showKeys();
document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || !event.target.closest('[data-keys-switch]')) return;
  localStorage.setItem(KEYS, keysAreOff() ? 'on' : 'off');
  showKeys();
});

document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (typing && event.key === 'Escape') event.target.blur();
  if (typing) return;
  const rel = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
  const named = /^[a-z0-9]$/.test(event.key) && !keysAreOff() && document.querySelector(`[data-key="${event.key}"]`);
  const target = rel ? document.querySelector(`a[rel=${rel}]`) : named;
  if (!target) return;
  event.preventDefault();
  if (target instanceof HTMLTextAreaElement) target.focus();
  else target.click();
});

// A form that was sent once is not sent again by a second press.
document.addEventListener('submit', (event) => {
  // What only gives a file leaves the page as it is.
  if (event.target.matches('.export')) return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = 'yes';
});
addEventListener('pageshow', () => document.querySelectorAll('form').forEach((form) => delete form.dataset.sent));

// A link to pass on is copied; where the browser does not allow that, it opens.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('a[data-copy]');
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  navigator.clipboard.writeText(link.href).then(
    () => (link.textContent = link.dataset.copy),
    () => location.assign(link.href),
  );
});

// What an address holds as plain text is copied; where the browser does not allow that, it opens.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('a[data-copy-text]');
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  fetch(link.href)
    .then((response) => (response.ok ? response.text() : Promise.reject(new Error(response.statusText))))
    .then((text) => navigator.clipboard.writeText(text))
    .then(
      () => (link.textContent = link.dataset.copyText),
      () => location.assign(link.href),
    );
});

// Beside the page there is room for the contents.
if (matchMedia('(min-width: 72rem)').matches)
  document.querySelectorAll('details[data-open-wide]').forEach((details) => (details.open = true));
const here = document.querySelector('.contents [aria-current]');
if (here) here.closest('ul').scrollTop = here.offsetTop - here.closest('ul').offsetTop - 60;
