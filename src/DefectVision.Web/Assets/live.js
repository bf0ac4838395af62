import { byId, finishing, showFault } from './common.js';

const every = 3000;
let last = byId('now').innerHTML;

// The part comes from the program, which escapes whatever stands in it.
async function look() {
  if (document.hidden || document.body.dataset.ended) {
    return;
  }

  try {
    const response = await fetch('/live/now');
    const part = await response.text();
    if (response.ok && part !== last) {
      last = part;
      byId('now').innerHTML = part;
    }
  } catch {
    // The next look tells.
  }
}

showFault('');
setInterval(look, every);
finishing();
