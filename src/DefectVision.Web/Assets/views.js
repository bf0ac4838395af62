// Photos side by side, linked in zoom and pan. Places are shares of the photo, so photos of different sizes move together.
import { make, photoPath, text, whyNot } from './common.js';

const most = 4;
const step = 1.35;

export class Views {
  #stage;
  #cells = [];
  #zoom = 1;
  #centre = { x: .5, y: .5 };
  #single = -1;
  #drawing = null;
  #pointers = new Map();
  #pinch = 0;
  #active = 0;

  /**
   * @param stage Where the photos stand.
   * @param mayDraw Whether a drag draws a place; otherwise it moves the photos.
   * @param drawn Told the photo and the place.
   */
  constructor(stage, mayDraw, drawn) {
    this.#stage = stage;
    this.mayDraw = mayDraw;
    this.drawn = drawn;
    new ResizeObserver(() => this.#lay()).observe(stage);
    stage.addEventListener('wheel', event => this.#wheel(event), { passive: false });
    stage.addEventListener('pointerdown', event => this.#down(event));
    stage.addEventListener('pointermove', event => this.#move(event));
    for (const end of ['pointerup', 'pointercancel']) {
      stage.addEventListener(end, event => this.#up(event));
    }

    stage.addEventListener('dblclick', event => {
      const cell = this.#cellOf(event.target);
      if (cell && !this.mayDraw()) {
        this.single(this.#single < 0 ? this.#cells.indexOf(cell) : -1);
      }
    });
  }

  get isZoomed() { return this.#zoom > 1.001; }

  /** Photos that can be seen, of those of the item itself. */
  get shown() { return this.#cells.filter(cell => !cell.isReference && cell.isThere).length; }

  /** Puts photos on the stage. Resolves when each is there, or cannot be shown. */
  async show(entries) {
    this.#zoom = 1;
    this.#centre = { x: .5, y: .5 };
    this.#single = -1;
    this.#active = 0;
    this.#drawing = null;
    this.#pointers.clear();
    this.#cells = entries.map(entry => this.#cell(entry));
    this.#stage.replaceChildren(...this.#cells.map(cell => cell.figure));
    this.#lay();
    await Promise.all(this.#cells.map(cell => cell.ready));
  }

  /** The reference photos, beside the item's or not. */
  references(entries) {
    const with_ = this.#cells.some(cell => cell.isReference);
    if (with_ || entries.length === 0) {
      this.#cells = this.#cells.filter(cell => !cell.isReference);
    } else {
      const own = this.#cells;
      this.#cells = own.flatMap((cell, number) => entries[number] ? [cell, this.#cell(entries[number])] : [cell]);
    }

    this.#single = -1;
    this.#stage.replaceChildren(...this.#cells.map(cell => cell.figure));
    this.#lay();
    return !with_;
  }

  zoom(times, at = this.#centre) {
    const zoom = Math.min(Math.max(1, this.#zoom * times), this.#mostZoom());
    const share = this.#zoom / zoom;
    this.#centre = zoom === 1 ? { x: .5, y: .5 } : { x: at.x + (this.#centre.x - at.x) * share, y: at.y + (this.#centre.y - at.y) * share };
    this.#zoom = zoom;
    this.#place();
  }

  zoomIn() { this.zoom(step); }

  zoomOut() { this.zoom(1 / step); }

  /** All of the photo, or a pixel of it on a pixel of the screen. */
  fit() {
    if (this.isZoomed) {
      this.zoom(0);
    } else {
      this.zoom(Math.max(1.5, ...this.#cells.map(cell => (cell.entry.photo.width || cell.width) / Math.max(1, cell.width) / devicePixelRatio)));
    }
  }

  pan(x, y) {
    this.#centre = { x: this.#centre.x + x / this.#zoom, y: this.#centre.y + y / this.#zoom };
    this.#place();
  }

  /** One photo alone; -1: all. */
  single(number) {
    this.#single = number >= this.#cells.length ? -1 : number;
    if (this.#single >= 0) {
      this.#active = this.#single;
    }

    this.#lay();
  }

  nextSingle() { this.single(this.#single + 1); }

  /** What can be seen of the photo that was touched last, as a place on it. */
  visible() {
    const cell = this.#cells[this.#active] && !this.#cells[this.#active].isReference ? this.#cells[this.#active] : this.#cells.find(one => !one.isReference);
    if (!cell || !this.isZoomed) {
      return null;
    }

    const box = cell.frame.getBoundingClientRect();
    const [from, to] = [this.#shareAt(cell, box.left, box.top), this.#shareAt(cell, box.right, box.bottom)];
    return { photo: cell.entry.photo, region: { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y } };
  }

  /** Shows a place on a photo; null: none. */
  mark(photo, region) {
    for (const cell of this.#cells) {
      const isHere = region && !cell.isReference && cell.entry.photo.id === photo?.id;
      cell.box.hidden = !isHere;
      if (isHere) {
        Object.assign(cell.box.style, { left: `${100 * region.x}%`, top: `${100 * region.y}%`, width: `${100 * region.width}%`, height: `${100 * region.height}%` });
      }
    }
  }

  #cell(entry) {
    const image = entry.image ?? new Image();
    image.alt = entry.alt;
    image.draggable = false;
    const box = make('div', { class: 'region', hidden: true });
    const sheet = make('div', { class: 'sheet' }, image, box);
    const frame = make('div', { class: 'frame' }, sheet);
    const figure = make('figure', { class: entry.isReference ? 'view reference' : 'view' }, frame, make('figcaption', {}, entry.caption));
    const cell = { entry, image, box, sheet, frame, figure, isReference: entry.isReference === true, isThere: false, isFull: false, width: 0, height: 0 };
    if (!image.src) {
      image.src = photoPath(entry.photo, 'screen');
    }

    cell.ready = image.decode().then(() => {
      cell.isThere = true;
      this.#lay();
    }, async () => {
      frame.replaceChildren(make('p', { class: 'refused', role: 'note' }, await whyNot(image.src)));
    });
    return cell;
  }

  // So many columns that the photos come out largest.
  #lay() {
    const { clientWidth: width, clientHeight: height } = this.#stage;
    const seen = this.#cells.filter((_, number) => this.#single < 0 || number === this.#single);
    for (const cell of this.#cells) {
      cell.figure.hidden = !seen.includes(cell);
    }

    if (seen.length === 0 || width === 0) {
      return;
    }

    const [gap, caption] = [6, 22];
    let best = { columns: 1, size: 0 };
    for (let columns = 1; columns <= seen.length; columns++) {
      const rows = Math.ceil(seen.length / columns);
      const [cellWidth, cellHeight] = [(width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows - caption];
      const size = seen.reduce((sum, cell) => {
        const [w, h] = this.#sides(cell);
        const scale = Math.min(cellWidth / w, cellHeight / h);
        return sum + scale * scale * w * h;
      }, 0);
      if (size > best.size * 1.001) {
        best = { columns, size };
      }
    }

    this.#stage.style.gridTemplateColumns = `repeat(${best.columns}, minmax(0, 1fr))`;
    this.#stage.style.gridTemplateRows = `repeat(${Math.ceil(seen.length / best.columns)}, minmax(0, 1fr))`;
    this.#place();
  }

  #sides(cell) {
    const [width, height] = [cell.image.naturalWidth || cell.entry.photo.width || 4, cell.image.naturalHeight || cell.entry.photo.height || 3];
    return [width, height];
  }

  #mostZoom() {
    return Math.max(8, ...this.#cells.map(cell => most * (cell.entry.photo.width || 1600) / Math.max(1, cell.width)));
  }

  #place() {
    const clamp = value => Math.min(Math.max(value, .5 / this.#zoom), 1 - .5 / this.#zoom);
    this.#centre = { x: clamp(this.#centre.x), y: clamp(this.#centre.y) };
    for (const cell of this.#cells) {
      if (cell.figure.hidden) {
        continue;
      }

      const { clientWidth: width, clientHeight: height } = cell.frame;
      const [w, h] = this.#sides(cell);
      const scale = Math.min(width / w, height / h);
      [cell.width, cell.height] = [w * scale, h * scale];
      const [wide, high] = [cell.width * this.#zoom, cell.height * this.#zoom];
      const left = wide <= width ? (width - wide) / 2 : Math.min(0, Math.max(width - wide, width / 2 - this.#centre.x * wide));
      const top = high <= height ? (height - high) / 2 : Math.min(0, Math.max(height - high, height / 2 - this.#centre.y * high));
      Object.assign(cell.sheet.style, { width: `${wide}px`, height: `${high}px`, transform: `translate(${left}px, ${top}px)` });
      this.#sharpen(cell, wide);
    }

    this.#stage.classList.toggle('zoomed', this.isZoomed);
    this.#stage.classList.toggle('drawing', this.mayDraw());
  }

  // Every pixel is fetched when it can be seen.
  #sharpen(cell, wide) {
    if (cell.isFull || !cell.isThere || wide * devicePixelRatio <= cell.image.naturalWidth * 1.05 || cell.image.naturalWidth >= cell.entry.photo.width) {
      return;
    }

    cell.isFull = true;
    const full = new Image();
    full.src = photoPath(cell.entry.photo, 'full');
    full.alt = cell.image.alt;
    full.draggable = false;
    full.decode().then(() => {
      cell.image.replaceWith(full);
      cell.image = full;
      cell.frame.dataset.full = 'yes';
      this.#lay();
    }, () => { cell.isFull = false; });
  }

  #cellOf(target) { return this.#cells.find(cell => cell.figure.contains(target)); }

  #shareAt(cell, x, y) {
    const box = cell.sheet.getBoundingClientRect();
    const share = (value, from, length) => Math.min(Math.max((value - from) / length, 0), 1);
    return { x: share(x, box.left, box.width), y: share(y, box.top, box.height) };
  }

  #wheel(event) {
    const cell = this.#cellOf(event.target);
    if (cell) {
      event.preventDefault();
      this.#active = this.#cells.indexOf(cell);
      this.zoom(Math.exp(-event.deltaY * .0016), this.#shareAt(cell, event.clientX, event.clientY));
    }
  }

  #down(event) {
    const cell = this.#cellOf(event.target);
    if (!cell || !cell.isThere || event.button > 0) {
      return;
    }

    this.#stage.setPointerCapture(event.pointerId);
    this.#active = this.#cells.indexOf(cell);
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.#pinch = this.#spread();
    this.#drawing = this.#pointers.size === 1 && this.mayDraw() && !cell.isReference ? { cell, from: this.#shareAt(cell, event.clientX, event.clientY), region: null } : null;
  }

  #move(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) {
      return;
    }

    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (this.#pointers.size === 2) {
      const spread = this.#spread();
      this.zoom(spread / Math.max(1, this.#pinch));
      this.#pinch = spread;
    } else if (this.#drawing) {
      const { cell, from } = this.#drawing;
      const to = this.#shareAt(cell, event.clientX, event.clientY);
      const region = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
      this.#drawing.region = region;
      this.mark(cell.entry.photo, region);
    } else {
      const cell = this.#cells[this.#active];
      this.pan(-(event.clientX - before.x) / Math.max(1, cell.width), -(event.clientY - before.y) / Math.max(1, cell.height));
    }
  }

  #up(event) {
    this.#pointers.delete(event.pointerId);
    if (this.#drawing?.region && this.#drawing.region.width > .004 && this.#drawing.region.height > .004) {
      this.drawn(this.#drawing.cell.entry.photo, this.#drawing.region);
    }

    this.#drawing = null;
  }

  #spread() {
    const [one, other] = [...this.#pointers.values()];
    return other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  }
}
