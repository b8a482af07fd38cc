/** Said to an engine's page in words that every engine of the last seven years knows. */
const everything = `(function () {
  var found = [];
  (function walk(root) {
    root.querySelectorAll('*').forEach(function (one) {
      found.push(one);
      if (one.shadowRoot) walk(one.shadowRoot);
    });
  })(document);
  return found;
})()`;

const textOf = `(function (one) {
  return Array.prototype.filter.call(one.childNodes, function (node) { return node.nodeType === 3; })
    .map(function (node) { return node.data.trim(); }).join('');
})`;

const isSeen = `(function (one) { var box = one.getBoundingClientRect(); return box.width > 0 && box.height > 0; })`;

export const isReady = `performance.getEntriesByName('leling:ready').length > 0`;

/** Whether this text stands on the glass. */
export const says = (text: string): string =>
  `${everything}.some(function (one) { return ${textOf}(one).indexOf(${JSON.stringify(text)}) >= 0 && ${isSeen}(one); })`;

/** Whether this text stands where one turn of the wheel leads at most, in an element of this name. */
export const inView = (element: string, text: string): string =>
  `${everything}.some(function (one) {
    var host = one.getRootNode().host;
    var box = one.getBoundingClientRect();
    return host && host.localName === ${JSON.stringify(element)} && ${textOf}(one).indexOf(${JSON.stringify(text)}) >= 0 &&
      box.height > 0 && box.top >= 0 && box.bottom <= 2 * innerHeight;
  })`;

/** Goes to a page of the console. */
export const goTo = (place: string): string =>
  `(function () { location.hash = ${JSON.stringify(place)}; return true; })()`;

/** What an engine has made higher than any page, by a fault of its own; empty where nothing is. */
export const endless = `(function () {
  var found = ${everything}.filter(function (one) { return one.getBoundingClientRect().height > 100000; });
  return found.map(function (one) { return one.localName + '.' + one.className; }).pop() || '';
})()`;

/** The first words on the glass, for whoever reads why a step failed. */
export const words = `${everything}.filter(${isSeen}).map(${textOf}).filter(Boolean).join(' ').slice(0, 120)`;

/** Presses the first button that is called so; gives whether there was one. */
export const press = (name: string): string => `(function () {
  var button = ${everything}.filter(function (one) {
    var label = one.getAttribute('aria-label') || one.textContent.replace(/\\s+/g, ' ').trim();
    return one.localName === 'button' && !one.disabled && ${isSeen}(one) && new RegExp(${JSON.stringify(name)}).test(label);
  })[0];
  if (button) button.click();
  return Boolean(button);
})()`;

/** Presses the first name on the page that asks who somebody is. */
export const pressFirstName = `(function () {
  var names = ${everything}.filter(function (one) { return one.localName === 'll-pages' && one.classList.contains('names'); })[0];
  var button = names && (names.querySelector('button') || (names.shadowRoot && names.shadowRoot.querySelector('button')));
  if (button) button.click();
  return Boolean(button);
})()`;

export const hasServiceWorker = `Boolean(navigator.serviceWorker)`;
export const serviceWorkerReady = `Promise.race([
  navigator.serviceWorker.ready.then(function () { return true; }),
  new Promise(function (resolve) { setTimeout(resolve, 30000, false); })
])`;

/** What the engine says it plays of the sample's film. */
export const decodes = `document.createElement('video').canPlayType('video/mp4; codecs="avc1.42E01E"') !== ''`;

/** Whether a film lies whole on the device. */
export const filmIsKept = `caches.open('leling-media').then(function (cache) {
  return cache.keys().then(function (keys) {
    return Promise.all(keys.map(function (key) { return cache.match(key); }));
  });
}).then(function (kept) {
  return kept.some(function (one) { return one && /^video/.test(one.headers.get('content-type') || ''); });
})`;

/** The picture of the teacher now, as something to compare: where a film stands, or what is drawn; null while there is none. */
export const teacher = `(function () {
  var film = ${everything}.filter(function (one) { return one.localName === 'video' && one.readyState > 2; })[0];
  if (film) return film.currentTime;
  var drawn = ${everything}.filter(function (one) { return one.localName === 'canvas' && ${isSeen}(one); });
  return drawn.length > 0 ? drawn.map(function (one) { return one.toDataURL(); }).join(' ') : null;
})()`;

/** Begins to play a film from what the device keeps. */
export const playKept = `caches.keys().then(function (names) {
  return Promise.all(names.map(function (name) {
    return caches.open(name).then(function (cache) { return cache.keys(); });
  }));
}).then(function (lists) {
  var hashes = Array.prototype.concat.apply([], lists).map(function (one) {
    return (/\\/media\\/([0-9a-f]{64})/.exec(one.url) || [])[1];
  }).filter(function (hash, at, all) { return hash && all.indexOf(hash) === at; });
  return Promise.all(hashes.map(function (hash) {
    return fetch('/media/' + hash, { headers: { range: 'bytes=0-0' } }).then(function (answer) {
      return /^video/.test(answer.headers.get('content-type') || '') ? '/media/' + hash : null;
    }, function () { return null; });
  }));
}).then(function (films) {
  var film = films.filter(Boolean)[0];
  var video = document.createElement('video');
  video.id = 'kept-film';
  video.muted = true;
  if (film) video.src = film;
  document.body.appendChild(video);
  var playing = video.play();
  if (playing) playing.catch(function () {});
  return true;
})`;
export const keptFilmAt = `document.getElementById('kept-film').currentTime`;
export const keptFilmTrouble = `(function () {
  var film = document.getElementById('kept-film');
  return film.error ? film.error.code + ' ' + film.error.message : 'state ' + film.readyState;
})()`;

export const showing = `document.documentElement.getAttribute('data-showing')`;

/** Texts on the glass that lie over one another or are cut off by its edge. */
export const overlaps = `(function () {
  var boxes = [];
  ${everything}.forEach(function (one) {
    var style = getComputedStyle(one);
    if (!${textOf}(one) || style.visibility === 'hidden' || style.opacity === '0' || style.clipPath !== 'none') return;
    Array.prototype.forEach.call(one.childNodes, function (node) {
      if (node.nodeType !== 3 || !node.data.trim()) return;
      var range = document.createRange();
      range.selectNodeContents(node);
      Array.prototype.forEach.call(range.getClientRects(), function (box) {
        // A line's box is higher than its letters: half of what is between two lines is air.
        var air = box.height * 0.2;
        if (box.width > 2 && box.height > 4)
          boxes.push({ text: node.data.trim(), node: node, left: box.left, right: box.right, top: box.top + air, bottom: box.bottom - air });
      });
    });
  });
  var found = [];
  boxes.forEach(function (a, at) {
    if (a.left < -1 || a.right > innerWidth + 1 || a.top < -1 || a.bottom > innerHeight + 1)
      found.push(a.text.slice(0, 20) + ' is cut off');
    boxes.slice(at + 1).forEach(function (b) {
      if (a.node === b.node) return;
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2)
        found.push(a.text.slice(0, 20) + ' × ' + b.text.slice(0, 20));
    });
  });
  return found.slice(0, 5);
})()`;

/** The code that stands on a glass nobody has paired; empty while there is none. */
export const code = `(function () {
  var code = ${everything}.filter(function (one) { return one.classList.contains('code'); })[0];
  return code ? code.textContent.replace(/\\s/g, '') : '';
})()`;

/** Presses a key of a remote control; OK also presses what has the focus, as an engine does by itself. */
export const pressKey = (keyCode: number): string => `(function () {
  var at = document.activeElement;
  while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  var event = new KeyboardEvent('keydown', { keyCode: ${keyCode}, cancelable: true, bubbles: true });
  var went = window.dispatchEvent(event);
  if (${keyCode} === 13 && went && at && at.click) at.click();
  return true;
})()`;

/** What has the focus, in its words. */
export const focused = `(function () {
  var at = document.activeElement;
  while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  return at ? at.textContent.replace(/\\s+/g, ' ').trim() : '';
})()`;

/** What a page's program has kept of its own faults, as it tells staff of them. */
export const faults = `localStorage.getItem('leling:faults') || ''`;

/** What a page has mended, tried to mend, or been at fault with; empty where there was nothing. */
export const remedies = `Object.keys(localStorage).filter(function (key) {
  return /^leling:(healed$|faults$|tried:)/.test(key);
}).map(function (key) { return key + ' ' + localStorage.getItem(key); }).join('; ')`;
