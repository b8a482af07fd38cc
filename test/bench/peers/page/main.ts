import * as pouch from './pouch.ts';
import * as raw from './raw.ts';
import * as rx from './rx.ts';

/** The contenders, for the runner to call by name in the page. */
Object.assign(globalThis, { contenders: { raw, pouch, rx } });
document.title = 'ready';
