// What every page needs: asking the program, saying things, and the bar.
export const byId = id => document.getElementById(id);

/** Texts of the page in the reader's language, without their "js." */
export const page = await (await fetch('/api/page')).json();

export const text = (id, ...parts) => (page.texts[id] ?? id).replace(/\{(\d)\}/g, (_, number) => parts[number]);

export class Fault extends Error { }

/** Says something to a screen reader. */
export function say(words) {
  const said = byId('said');
  said.textContent = '';
  requestAnimationFrame(() => { said.textContent = words; });
}

/** What to say when an answer was taken back. */
export const undoneText = ({ name, item }) => name ? text(item ? 'undone' : 'undone.gone', name) : text('undone.none');

let hiding = 0;

/** Shows what went wrong, until something goes right. */
export function showFault(words) {
  const fault = byId('fault');
  clearTimeout(hiding);
  fault.textContent = words;
  fault.hidden = words === '';
}

/** A remark that goes by itself. */
export function remark(words) {
  showFault(words);
  hiding = setTimeout(() => showFault(''), 3500);
}

async function answered(response) {
  if (response.ok) {
    return response.json();
  }

  let words = '';
  try {
    words = (await response.json()).fault ?? '';
  } catch { /* It said nothing that is read here. */ }
  throw new Fault(words || `HTTP ${response.status}`);
}

async function fetched(path, how) {
  let response;
  try {
    response = await fetch(path, how);
  } catch {
    throw new Fault(text('offline'));
  }

  return answered(response);
}

export const get = path => fetched(path, { headers: { Accept: 'application/json' } });

export const post = (path, body = {}) => fetched(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

/** An element with attributes and content; text is never read as tags. */
export function make(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }

  made.append(...content.filter(piece => piece !== null && piece !== undefined));
  return made;
}

export const photoPath = (photo, size) => `/photo/${photo.id}/${size}`;

/** Why a photo is not shown. */
export async function whyNot(path) {
  try {
    const response = await fetch(path);
    return response.ok ? '' : (await response.json()).fault;
  } catch {
    return text('offline');
  }
}

/** True where letters are typed: keys are not ours there. */
export const isTyping = target => target instanceof HTMLElement && (target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])') || target.isContentEditable);

/** Runs one piece of work at a time: what is asked meanwhile is not done. */
export function oneAtATime() {
  let busy = false;
  return async work => {
    if (busy) {
      return;
    }

    busy = true;
    try {
      await work();
    } catch (fault) {
      if (!(fault instanceof Fault)) {
        throw fault;
      }

      showFault(fault.message);
      say(fault.message);
    } finally {
      busy = false;
    }
  };
}

export const click = (id, work) => byId(id)?.addEventListener('click', work);

/** The way to end the review, where the page has one. */
export function finishing() {
  const dialog = byId('finish-dialog');
  click('finish', () => dialog.showModal());
  click('finish-no', () => dialog.close());
  click('finish-yes', async () => {
    try {
      await post('/api/finish');
      dialog.close();
      byId('main').replaceChildren(make('p', { class: 'empty', tabindex: '-1' }, text('ended')));
      say(text('ended'));
      document.body.dataset.ended = 'yes';
    } catch (fault) {
      dialog.close();
      showFault(fault.message);
    }
  });
}

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', async () => {
    await post('/api/language', { code: button.dataset.language });
    location.reload();
  });
}
