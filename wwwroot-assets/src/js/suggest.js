// A list of trades or skills under a field while somebody types: the combobox with a list of the ARIA Authoring Practices.
// Without this script, or when the line is down, the field is a field like any other.
const english = document.documentElement.lang === 'en';
const PAUSE = 180;
const LEAST = 2;

for (const input of document.querySelectorAll('input[data-wb-suggest]')) suggest(input);

function suggest(input) {
  const token = input.form?.querySelector('input[name=__RequestVerificationToken]')?.value;
  if (!token) return;
  // A field that fills another one is of no use without this script, and is only shown by it.
  const into = document.getElementById(input.dataset.wbInto ?? '');
  if (into) input.closest('[hidden]')?.removeAttribute('hidden');
  const list = document.createElement('ul');
  Object.assign(list, { id: `${input.id}-list`, className: 'wb-suggest', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', english ? 'Suggestions' : 'Gợi ý');
  const live = document.createElement('div');
  live.className = 'govuk-visually-hidden';
  live.setAttribute('role', 'status');
  const frame = document.createElement('div');
  frame.className = 'wb-suggest-frame';
  input.before(frame);
  frame.append(input, list, live);
  input.removeAttribute('list');
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', list.id], ['autocomplete', 'off']]) input.setAttribute(name, value);

  let timer;
  let asking;
  let at = -1;
  const close = () => { list.hidden = true; at = -1; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); };
  const go = (to) => {
    const options = [...list.children];
    at = options.length ? (to + options.length) % options.length : -1;
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    if (at < 0) return;
    input.setAttribute('aria-activedescendant', options[at].id);
    options[at].scrollIntoView({ block: 'nearest' });
  };
  const take = (option) => {
    if (into) {
      const there = into.value.trim().replace(/,$/, '');
      into.value = there ? `${there}, ${option.textContent}` : option.textContent;
      input.value = '';
    } else {
      input.value = option.textContent;
    }
    live.textContent = english ? `${option.textContent}: chosen` : `Đã chọn ${option.textContent}`;
    close();
    input.focus();
  };
  const show = (names) => {
    list.replaceChildren(...names.map((name, i) => {
      const option = document.createElement('li');
      Object.assign(option, { id: `${list.id}-${i}`, textContent: name });
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.addEventListener('pointerdown', (event) => event.preventDefault()); // the field keeps the focus
      option.addEventListener('click', () => take(option));
      return option;
    }));
    at = -1;
    list.hidden = names.length === 0;
    input.setAttribute('aria-expanded', String(names.length > 0));
    input.removeAttribute('aria-activedescendant');
    live.textContent = names.length === 0 ? (english ? 'No suggestions' : 'Không có gợi ý') : english ? `${names.length} suggestions, arrow down to choose` : `${names.length} gợi ý, bấm mũi tên xuống để chọn`;
  };
  const ask = async () => {
    const typed = input.value.trim();
    asking?.abort();
    if (typed.length < LEAST) return close();
    asking = new AbortController();
    try {
      const answer = await fetch(document.body.dataset.wbSuggestAt, {
        method: 'POST', signal: asking.signal, credentials: 'same-origin', redirect: 'error',
        body: new URLSearchParams({ what: input.dataset.wbSuggest, typed, __RequestVerificationToken: token }),
      });
      if (!answer.ok) return close();
      const names = await answer.json();
      if (input.value.trim() === typed && document.activeElement === input) show(names);
    } catch {
      close();
    }
  };

  input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); });
  input.addEventListener('blur', () => { clearTimeout(timer); asking?.abort(); close(); });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) ask();
      else go(event.key === 'ArrowDown' ? at + 1 : at < 0 ? -1 : at - 1);
    } else if (event.key === 'Enter' && !list.hidden && at >= 0) {
      event.preventDefault();
      take(list.children[at]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
}
