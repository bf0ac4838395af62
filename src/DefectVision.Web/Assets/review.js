// One item on one screen: look, answer, next.
import { byId, click, get, isTyping, make, oneAtATime, photoPath, post, remark, say, showFault, text, undoneText } from './common.js';
import { Views } from './views.js';

const ahead = 4;
const turn = oneAtATime();
const details = byId('details');
const state = { items: [], at: -1, isDone: false, isPastEnd: false, since: 0, away: 0, region: null, told: null, isReady: false };
const images = new Map();
const views = new Views(byId('stage'), () => !details.hidden && !byId('defect-part').disabled, (photo, region) => place(photo, region));

const current = () => state.items[state.at] ?? null;

// Photos of the next items are decoded before they are asked for.
function imageOf(photo) {
  let image = images.get(photo.id);
  if (!image) {
    image = new Image();
    image.src = photoPath(photo, 'screen');
    image.decode().catch(() => { });
    images.set(photo.id, image);
  }

  return image;
}

function preload() {
  const wanted = new Set();
  for (const item of state.items.slice(Math.max(0, state.at - 1), state.at + 1 + ahead)) {
    item.photos.forEach(photo => { wanted.add(photo.id); imageOf(photo); });
  }

  current()?.references.filter(Boolean).forEach(photo => { wanted.add(photo.id); imageOf(photo); });
  for (const id of [...images.keys()].filter(id => !wanted.has(id))) {
    images.delete(id);
  }
}

// Asks for the items that come after those that are here.
async function more() {
  const held = new Set(state.items.map(item => item.id));
  const open = state.items.filter(item => !item.said).length;
  const found = await get(`/api/next?most=${Math.min(200, open + ahead + 2)}`);
  state.isDone = found.isDone;
  state.items.push(...found.items.filter(item => !held.has(item.id)));
}

const caption = photo => photo.view ? `${photo.view} · ${photo.name}` : photo.name;

const entry = (item, photo) => ({ photo, image: imageOf(photo), caption: caption(photo), alt: photo.view ? text('photo', photo.view, item.name) : text('photo.plain', item.name) });

async function show() {
  const item = current();
  state.isReady = false;
  closeDetails();
  byId('end').hidden = item !== null;
  byId('stage').hidden = item === null;
  byId('lot').textContent = item?.lot ?? '';
  byId('item').textContent = item?.name ?? '';
  byId('mine').textContent = item?.said ? text('mine', text(`said.${item.said}`)) : '';
  byId('mine').className = item?.said ?? '';
  document.body.dataset.item = item?.id ?? '';
  for (const id of ['good', 'defective', 'unsure']) {
    byId(id).disabled = item === null;
    byId(id).setAttribute('aria-pressed', item?.said === id ? 'true' : 'false');
  }

  if (!item) {
    showEnd();
    return;
  }

  byId('stage').setAttribute('aria-busy', 'true');
  byId('stage').dataset.busy = text('loading');
  say(text('item', item.name, item.lot, item.photos.length));
  const there = views.show(item.photos.map(photo => entry(item, photo)));
  preload();
  await there;
  if (current() === item) {
    byId('stage').removeAttribute('aria-busy');
    document.body.dataset.shown = item.id;
    [state.since, state.away, state.isReady] = [performance.now(), 0, true];
  }
}

function showEnd() {
  const isAll = !state.items.some(item => !item.said);
  byId('end-title').textContent = text(isAll ? 'end.all' : 'end.title');
  byId('end-text').textContent = text(isAll ? 'end.all.text' : 'end.text');
  byId('end-more').hidden = isAll;
  byId('end-live').focus();
  say(byId('end-title').textContent);
  document.body.dataset.shown = 'end';
}

// Items that were passed over come again at the end. Where everything that was asked has been answered, the reader hears so before he goes on.
async function forward() {
  if (state.items.length <= state.at + 1 + ahead) {
    await more();
  }

  const open = state.items.findIndex((item, number) => number > state.at && !item.said);
  const next = open >= 0 ? open : state.items.findIndex(item => !item.said);
  state.at = next < 0 || (state.isDone && !state.isPastEnd) ? state.items.length : next;
  await show();
}

async function back() {
  const before = Math.min(state.at, state.items.length) - 1;
  if (before < 0) {
    remark(text('noback'));
    return;
  }

  state.at = before;
  await show();
}

function word(said) {
  const item = current();
  const isDefective = said === 'defective';
  const value = name => details.elements[name].value;
  const marked = isDefective && state.region;
  return {
    item: item.id,
    word: said,
    defectClass: isDefective ? byId('other').value.trim() || value('defectClass') || null : null,
    severity: isDefective ? value('severity') || null : null,
    cause: isDefective ? value('cause') || null : null,
    photo: marked ? state.region.photo.id : null,
    region: marked ? state.region.region : null,
    note: byId('note').value.trim() || null,
    seconds: Math.round((performance.now() - state.since - state.away) / 100) / 10,
  };
}

// The next item comes when the program has said that the answer is on the disk.
const answer = (said, defectClass = null) => turn(async () => {
  const item = current();
  if (!item || !state.isReady) {
    return;
  }

  if (views.shown === 0 && said !== 'unsure') {
    remark(text('unseen'));
    return;
  }

  const given = word(said);
  const recorded = await post('/api/answer', { answers: [defectClass === null ? given : { ...given, defectClass: defectClass || null }] });
  showFault('');
  item.said = said;
  state.isDone = recorded.isDone;
  tell(recorded.told[0]);
  await forward();
});

function tell(told) {
  state.told = told;
  const words = told ? `${text('recorded', told.item.name, text(`said.${told.item.said}`))} · ${told.text}` : '';
  byId('last-text').textContent = words;
  byId('heat').hidden = !told || told.heatMaps.length === 0;
  if (told) {
    document.body.dataset.last = told.item.id;
    say(words);
  }
}

const undo = () => turn(async () => {
  const undone = await post('/api/undo');
  const { item } = undone;
  showFault('');
  if (!item) {
    remark(undoneText(undone));
    return;
  }

  tell(null);
  byId('last-text').textContent = undoneText(undone);
  const held = state.items.findIndex(one => one.id === item.id);
  state.isPastEnd = false;
  if (held < 0) {
    state.at = Math.max(0, Math.min(state.at, state.items.length));
    state.items.splice(state.at, 0, item);
  } else {
    state.items[held] = item;
    state.at = held;
  }

  await show();
});

function heat() {
  const dialog = byId('heat-dialog');
  if (dialog.open) {
    dialog.close();
  } else if (!state.told || state.told.heatMaps.length === 0) {
    remark(text('noheat'));
  } else {
    byId('heat-text').textContent = byId('last-text').textContent;
    byId('heat-pictures').replaceChildren(...state.told.heatMaps.map(id => make('img', { src: `/heat/${id}`, alt: text('photo.plain', state.told.item.name) })));
    dialog.showModal();
  }
}

function reference() {
  const item = current();
  const found = (item?.references ?? []).map(photo => photo && { photo, image: imageOf(photo), isReference: true, caption: text('reference'), alt: text('reference') });
  if (!found.some(Boolean)) {
    remark(text('reference.none'));
  } else {
    byId('reference').setAttribute('aria-pressed', views.references(found) ? 'true' : 'false');
  }
}

function openDetails(isDefective) {
  if (!current()) {
    return;
  }

  details.hidden = false;
  byId('defect-part').disabled = !isDefective;
  byId('defect-part').hidden = !isDefective;
  byId('details-title').hidden = !isDefective;
  byId('save').hidden = !isDefective;
  views.pan(0, 0);
  if (isDefective) {
    say(byId('details-title').textContent);
  }
}

function closeDetails() {
  if (details.contains(document.activeElement)) {
    byId('stage').focus({ preventScroll: true });
  }

  details.hidden = true;
  details.reset();
  state.region = null;
  byId('region-text').textContent = byId('region-text').dataset.plain ??= byId('region-text').textContent;
  byId('reference').setAttribute('aria-pressed', 'false');
  views.mark(null, null);
}

function place(photo, region) {
  state.region = { photo, region };
  views.mark(photo, region);
  byId('region-text').textContent = text('region.set', photo.view || photo.name);
  say(byId('region-text').textContent);
}

function markVisible() {
  const seen = views.visible();
  if (seen) {
    place(seen.photo, seen.region);
  }
}

function choose(key) {
  const choice = details.querySelector(`input[data-key="${CSS.escape(key)}"]`);
  if (!choice || byId('defect-part').disabled) {
    return false;
  }

  choice.checked = true;
  if (choice.name === 'defectClass') {
    byId('other').value = '';
  }

  say(choice.parentElement.textContent.trim());
  return true;
}

function note() {
  if (details.hidden) {
    openDetails(false);
  }

  byId('note').focus();
}

const defective = () => details.hidden || byId('defect-part').disabled ? openDetails(true) : answer('defective');

const next = () => turn(forward);

const keys = {
  g: () => answer('good'), u: () => answer('unsure'), d: defective, b: () => turn(back), z: undo, n: note, h: heat, r: reference,
  s: () => views.nextSingle(), f: () => views.fit(), '+': () => views.zoomIn(), '=': () => views.zoomIn(), '-': () => views.zoomOut(),
  '?': () => byId('help-dialog').showModal(),
};

const arrows = { ArrowLeft: [-.15, 0], ArrowRight: [.15, 0], ArrowUp: [0, -.15], ArrowDown: [0, .15] };

function pressed(event) {
  const isOpen = !details.hidden && !byId('defect-part').disabled;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (arrows[key]) {
    if (views.isZoomed) {
      views.pan(...arrows[key]);
    } else if (key === 'ArrowRight') {
      next();
    } else if (key === 'ArrowLeft') {
      turn(back);
    }

    return true;
  }

  if (isOpen) {
    if (choose(key)) {
      return true;
    }

    if (key === 'o') {
      byId('other').focus();
      return true;
    }

    if (key === 'x') {
      markVisible();
      return true;
    }
  } else if (/^[0-9]$/.test(key)) {
    const choice = details.querySelector(`input[data-key="${key}"]`);
    if (choice) {
      answer('defective', choice.value);
    }

    return true;
  }

  if (key === 'Escape') {
    if (!details.hidden) {
      closeDetails();
    } else if (views.isZoomed) {
      views.fit();
    }

    return true;
  }

  if (key === 'Enter') {
    if (isOpen) {
      answer('defective');
    } else if (current() || state.items.length > 0) {
      next();
    }

    return true;
  }

  if (keys[key]) {
    keys[key]();
    return true;
  }

  return false;
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return;
  }

  if (byId('heat-dialog').open) {
    if (event.key.toLowerCase() === 'h') {
      heat();
    }

    return;
  }

  if (byId('help-dialog').open) {
    return;
  }

  if (isTyping(event.target)) {
    // In a field Enter and Escape lead back to the photos; what was typed stays.
    if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
      event.preventDefault();
      byId('stage').focus({ preventScroll: true });
    }

    return;
  }

  // A key that is held answers once. On a button or a link Enter is theirs, and arrows are a group's of choices.
  const isTheirs = event.target.matches('button, a, summary') && event.key === 'Enter' || event.target.matches('input[type=radio]') && arrows[event.key];
  if (!isTheirs && !(event.repeat && !arrows[event.key] && !'+-='.includes(event.key)) && pressed(event)) {
    event.preventDefault();
  }
});

document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    state.hiddenAt = performance.now();
  } else if (state.hiddenAt) {
    state.away += performance.now() - Math.max(state.hiddenAt, state.since);
  }
});

details.addEventListener('submit', event => {
  event.preventDefault();
  answer('defective');
});

for (const [id, work] of Object.entries({
  good: () => answer('good'), defective, unsure: () => answer('unsure'), back: () => turn(back), undo, next, 'note-open': note, reference, heat,
  fit: () => views.fit(), help: () => byId('help-dialog').showModal(), region: markVisible, leave: closeDetails,
  'end-more': () => turn(async () => { state.isPastEnd = true; state.at = state.items.findLastIndex(item => item.said); await forward(); }),
})) {
  click(id, event => {
    work();
    if (event.detail > 0 && document.activeElement?.matches('.answers button, .last button')) {
      byId('stage').focus({ preventScroll: true });
    }
  });
}

for (const dialog of document.querySelectorAll('dialog')) {
  dialog.addEventListener('click', event => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
}

await turn(async () => {
  const asked = new URLSearchParams(location.search).get('item');
  if (asked) {
    state.items.push(await get(`/api/item?id=${encodeURIComponent(asked)}`));
    state.at = 0;
    await more();
    await show();
  } else {
    await forward();
  }

  byId('stage').focus({ preventScroll: true });
});
