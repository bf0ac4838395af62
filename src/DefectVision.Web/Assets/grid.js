// Many items at once: select, confirm together. Each is recorded for itself.
import { byId, click, get, isTyping, make, oneAtATime, photoPath, post, remark, say, showFault, text, undoneText, whyNot } from './common.js';

const size = 60;
const turn = oneAtATime();
const state = { items: [], skip: 0, all: 0, chosen: new Set(), at: 0, anchor: 0 };
const tiles = () => [...byId('items').children];

async function load() {
  const isOpen = byId('open-only').checked;
  const found = await get(`/api/grid?lot=${encodeURIComponent(byId('lot').value)}&open=${isOpen ? 1 : 0}&skip=${state.skip}&most=${size}`);
  if (found.items.length === 0 && state.skip > 0) {
    state.skip = Math.max(0, state.skip - size);
    await load();
    return;
  }

  Object.assign(state, { items: found.items, all: found.all, at: 0, anchor: 0 });
  state.chosen.clear();
  byId('items').replaceChildren(...found.items.map(tile));
  byId('place').textContent = found.all === 0 ? text('place.none') : text('place', state.skip + 1, state.skip + found.items.length, found.all);
  byId('earlier').disabled = state.skip === 0;
  byId('later').disabled = state.skip + found.items.length >= found.all;
  paint();
  document.body.dataset.loaded = `${found.items.length}`;
}

function tile(item) {
  const pictures = item.photos.map(photo => {
    const image = make('img', { src: photoPath(photo, 'small'), alt: photo.view ? text('photo', photo.view, item.name) : text('photo.plain', item.name), loading: 'lazy' });
    image.addEventListener('error', async () => image.replaceWith(make('span', { class: 'refused' }, await whyNot(image.src))));
    return image;
  });
  const [first] = item.photos;
  const shape = first?.height > 0 ? Math.min(Math.max(first.width / first.height, .7), 1.8) : 4 / 3;
  const strip = make('div', { class: 'strip', 'data-photos': Math.min(4, pictures.length) }, ...pictures.slice(0, 4));
  strip.style.aspectRatio = pictures.length === 2 ? 2 * shape : Math.max(shape, 1);
  return make('div', { class: 'tile', role: 'option', tabindex: '-1', 'aria-selected': 'false', 'data-id': item.id },
    strip,
    make('div', { class: 'name' }, make('strong', {}, item.name), item.said ? make('span', { class: `said ${item.said}` }, text(`said.${item.said}`)) : null));
}

function paint() {
  tiles().forEach((tile, number) => {
    tile.setAttribute('aria-selected', state.chosen.has(number) ? 'true' : 'false');
    tile.tabIndex = number === state.at ? 0 : -1;
  });
  byId('chosen').textContent = text('chosen', state.chosen.size);
}

function go(number, isExtending) {
  state.at = Math.min(Math.max(0, number), state.items.length - 1);
  if (isExtending) {
    range();
  } else {
    state.anchor = state.at;
  }

  paint();
  tiles()[state.at]?.focus();
}

function range() {
  const [from, to] = [Math.min(state.anchor, state.at), Math.max(state.anchor, state.at)];
  for (let number = from; number <= to; number++) {
    state.chosen.add(number);
  }
}

function toggle(number) {
  state.chosen.has(number) ? state.chosen.delete(number) : state.chosen.add(number);
  [state.at, state.anchor] = [number, number];
  paint();
}

function all() {
  state.chosen = new Set(state.chosen.size === state.items.length ? [] : state.items.keys());
  paint();
}

const confirm = said => turn(async () => {
  if (state.chosen.size === 0) {
    remark(text('nothing'));
    return;
  }

  const defectClass = said === 'defective' ? byId('class').value || null : null;
  const answers = [...state.chosen].sort((one, other) => one - other).map(number => ({ item: state.items[number].id, word: said, defectClass }));
  const recorded = await post('/api/answer', { answers });
  await load();
  showFault('');
  const words = text('done', recorded.told.length);
  remark(words);
  say(words);
  tiles()[0]?.focus();
});

const undo = () => turn(async () => {
  const undone = await post('/api/undo');
  await load();
  remark(undoneText(undone));
});

// Tiles in a row, from where they stand.
function columns() {
  const [first] = tiles();
  return Math.max(1, tiles().filter(tile => tile.offsetTop === first?.offsetTop).length);
}

const turnPage = pages => turn(async () => {
  state.skip = Math.max(0, state.skip + pages * size);
  await load();
});

byId('items').addEventListener('click', event => {
  const tile = event.target.closest('.tile');
  const number = tiles().indexOf(tile);
  if (number < 0) {
    return;
  }

  if (event.shiftKey) {
    state.at = number;
    range();
    paint();
  } else {
    toggle(number);
  }

  tile.focus();
});

byId('items').addEventListener('dblclick', event => open(tiles().indexOf(event.target.closest('.tile'))));

function open(number) {
  if (state.items[number]) {
    location.assign(`/review?item=${encodeURIComponent(state.items[number].id)}`);
  }
}

const moves = { ArrowLeft: () => -1, ArrowRight: () => 1, ArrowUp: () => -columns(), ArrowDown: columns, Home: () => -state.items.length, End: () => state.items.length };
const keys = { a: all, g: () => confirm('good'), d: () => confirm('defective'), z: undo, Escape: () => { state.chosen.clear(); paint(); } };

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
    return;
  }

  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isOnTile = event.target.closest?.('.tile');
  if (moves[key] && (isOnTile || event.target === document.body || event.target.id === 'main')) {
    go(isOnTile ? state.at + moves[key]() : state.at, event.shiftKey);
  } else if (key === ' ' && isOnTile) {
    toggle(state.at);
  } else if (key === 'Enter' && isOnTile) {
    open(state.at);
  } else if (keys[key] && !event.repeat) {
    keys[key]();
  } else {
    return;
  }

  event.preventDefault();
});

for (const [id, work] of Object.entries({ all, none: keys.Escape, good: keys.g, defective: keys.d, undo, earlier: () => turnPage(-1), later: () => turnPage(1) })) {
  click(id, work);
}

for (const id of ['lot', 'open-only']) {
  byId(id).addEventListener('change', () => turn(async () => {
    state.skip = 0;
    await load();
  }));
}

await turn(load);
