// Files that are dropped on the form are added at once, and each is told of as it is read. Without this script the form
// is sent, and the page comes when all are read.
document.addEventListener('dragover', (event) => {
  if (event.target.closest?.('main')?.querySelector('form.add')) event.preventDefault();
});
document.addEventListener('drop', (event) => {
  const form = event.target.closest?.('main')?.querySelector('form.add');
  if (!form || event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  form.querySelector('#file').files = event.dataTransfer.files;
  form.requestSubmit();
});
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches('form.add')) return;
  event.preventDefault();
  addFiles(form).catch(() => form.submit());
});

async function addFiles(form) {
  const fields = new FormData(form);
  fields.append('stream', '1');
  const told = document.querySelector('.added');
  told.replaceChildren();
  const response = await fetch(form.getAttribute('action'), { method: 'POST', body: fields });
  if (!response.ok) throw new Error(response.statusText);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (text + read.value).split('\n');
    text = lines.pop();
    for (const { part, page } of lines.map((line) => JSON.parse(line))) {
      if (part) told.insertAdjacentHTML('beforeend', part);
      if (page)
        told.replaceChildren(...new DOMParser().parseFromString(page, 'text/html').querySelector('.added').children);
    }
  }
  form.reset();
  delete form.dataset.sent;
}
