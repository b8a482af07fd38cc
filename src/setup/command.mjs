import { ensureInstalled } from './install.mjs';
import { inRoot, node24 } from './paths.mjs';
import { main, run } from './run.mjs';
import { handedOver } from './update/releases.mjs';

/** `node src/setup/command.mjs FILE …`: runs one of the project's own TypeScript programs on its Node 24, installed if need be. */
main(async () => {
  const elsewhere = handedOver('command.mjs');
  if (elsewhere !== null) return await elsewhere;
  const [file = '', ...args] = process.argv.slice(2);
  await ensureInstalled();
  await run(node24, ['--disable-warning=ExperimentalWarning', inRoot(file), ...args]);
  return 0;
});
