/*
 * Stands beside every face and is part of no build's bundle: where that throws before it has shown anything, and no service
 * worker answers for the page yet, nobody else is there to say so and to ask for the mended one. Plain, for any engine;
 * it changes as rarely as it can.
 */
(function () {
  var WORDS_AFTER_MS = 8000;
  var AGAIN_EVERY_MS = 30000;
  var words = document.getElementById('first-words');

  /** No face stands there, and no page that says what is the matter. */
  function isEmpty() {
    return words !== null && document.body.lastElementChild === words;
  }

  setTimeout(function () {
    if (isEmpty()) words.hidden = false;
  }, WORDS_AFTER_MS);

  setTimeout(function again() {
    if (!isEmpty()) return;
    setTimeout(again, AGAIN_EVERY_MS);
    // What is still loading may yet come, and a worker that answers for the page starts it anew itself (src/sw/warden.ts).
    if (document.readyState !== 'complete') return;
    if (navigator.serviceWorker && navigator.serviceWorker.controller) return;
    // Without the hub the browser's own words would stand there, or a network's page, which try nothing.
    fetch(location.href, { cache: 'no-store' }).then(
      function (answer) {
        if (answer.ok && answer.headers.has('leling-hub') && isEmpty()) location.reload();
      },
      function () {},
    );
  }, AGAIN_EVERY_MS);
})();
