// Two items that may be one, side by side.
import { byId, click, get, isTyping, oneAtATime, post, remark, say, showFault, text, undoneText } from './common.js';
import { Views } from './views.js';

const turn = oneAtATime();
const views = new Views(byId('pair'), () => false, () => { });
let pairs = [];

async function load() {
  pairs = (await get('/api/twins')).pairs;
  await show();
}

async function show() {
  const [pair] = pairs;
  byId('pair').hidden = !pair;
  byId('none').hidden = Boolean(pair);
  byId('place').textContent = text('pairs', pairs.length);
  for (const id of ['same', 'different', 'next']) {
    byId(id).disabled = !pair;
  }

  document.body.dataset.pair = pair?.id ?? '';
  if (pair) {
    const entry = (item, id) => {
      const photo = item.photos.find(one => one.id === id) ?? { id, name: '', view: '', width: 0, height: 0 };
      return { photo, caption: [item.lot, item.name, photo.name].filter(Boolean).join(' · '), alt: text('photo.plain', item.name) };
    };
    await views.show([entry(pair.first, pair.firstPhoto), entry(pair.second, pair.secondPhoto)]);
    say(`${pair.first.name} / ${pair.second.name}`);
  } else {
    say(byId('none').textContent);
  }

  document.body.dataset.shown = pair?.id ?? 'end';
}

const decide = areDifferent => turn(async () => {
  const [pair] = pairs;
  if (pair) {
    await post('/api/twins', { pair: pair.id, areDifferent });
    showFault('');
    pairs.shift();
    await show();
  }
});

const undo = () => turn(async () => {
  const undone = await post('/api/undo');
  await load();
  remark(undoneText(undone));
});

const next = () => turn(async () => {
  pairs.push(...pairs.splice(0, 1));
  await show();
});

const keys = { s: () => decide(false), d: () => decide(true), z: undo, Enter: next, ArrowRight: next, f: () => views.fit(), '+': () => views.zoomIn(), '=': () => views.zoomIn(), '-': () => views.zoomOut() };

document.addEventListener('keydown', event => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (!event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) && !event.repeat && keys[key] && !(key === 'Enter' && event.target.matches('button, a'))) {
    keys[key]();
    event.preventDefault();
  }
});

for (const [id, work] of Object.entries({ same: keys.s, different: keys.d, undo, next })) {
  click(id, work);
}

await turn(load);
byId('pair').focus({ preventScroll: true });
