/**
 * The files of tests that take longest, the longest first, each by the end of its path: they must not begin when everything
 * else is done.
 */
export const LONG = [
  'e2e/managers-day',
  'e2e/canteens-day',
  'e2e/advisors-day',
  'e2e/leaders-day',
  'e2e/identity',
  'e2e/damaged-profile',
  'e2e/sealed',
  'e2e/bad-build',
  'e2e/lying-network',
  'e2e/media',
  'e2e/nothing-kept',
  'e2e/main-job',
  'e2e/check-in-ways',
  'e2e/kiosk-box',
  'e2e/signed-out',
  'e2e/enrolment',
  'e2e/emergency',
  'e2e/advisor',
  'e2e/exercise',
  'e2e/read-aloud',
  'e2e/waiting-build',
  'db/postgres-away',
  'db/data-folder',
  'setup/update-service',
  'data/faulty-data',
  'setup/install-hub',
  'db/postgres',
  'fuzz/fuzz',
  'setup/update',
];

/** The same files, the longest first. @param {readonly string[]} files @returns {readonly string[]} */
export function longFirst(files) {
  /** @param {string} file */
  const place = (file) => {
    const at = LONG.findIndex((name) => file.replaceAll('\\', '/').endsWith(`/${name}.test.ts`));
    return at === -1 ? LONG.length : at;
  };
  return [...files].sort((a, b) => place(a) - place(b));
}
