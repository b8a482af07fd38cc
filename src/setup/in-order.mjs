import { resolve } from 'node:path';
import { run } from 'node:test';
import report from './count-reporter.mjs';

/*
 * `node in-order.mjs N FILE…`: Node's tests, N files at once, each in a process of its own, begun in the order in which they stand
 * here. `node --test` begins them by their names, and what takes longest may be left over when everything else is done.
 */
const [atOnce, ...files] = process.argv.slice(2);
run({
  files: files.map((file) => resolve(file)),
  concurrency: Number(atOnce),
  execArgv: ['--disable-warning=ExperimentalWarning'],
})
  .on('test:fail', () => {
    process.exitCode = 1;
  })
  .compose(report)
  .pipe(process.stdout);
