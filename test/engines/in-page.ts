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

export const filmIsKept = `caches.keys().then(function (names) {
  return Promise.all(names.map(function (name) {
    return caches.open(name).then(function (cache) { return cache.keys(); });
  }));
}).then(function (lists) {
  return lists.some(function (list) {
    return list.some(function (one) { return new URL(one.url).pathname.indexOf('/media/') === 0; });
  });
})`;

/** Where the film stands, s; null while there is none, or it does not move. */
export const filmAt = `(function () {
  var film = ${everything}.filter(function (one) { return one.localName === 'video'; })[0];
  return film && !film.paused && film.readyState > 2 ? film.currentTime : null;
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
