import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { main } from './run.mjs';

/** Installs and builds what is missing, and starts nothing: an update does this before it stops the hub. */
main(async () => {
  await ensureInstalled();
  await ensureBuilt();
});
