import { first } from './0001-first.ts';
import { dayFirst } from './0002-day-first.ts';
import { archive } from './0003-archive.ts';
import type { Migration } from './migration.ts';

/**
 * The history of the database: its steps in their order, for ever, each with the SHA-256 of its source. A test compares
 * them with the files, and says what to write here for a new step; the hash of one that has been released never changes.
 */
export const migrations: readonly Migration[] = [
  {
    ...first,
    source: 'a16f90a9f7188e81e045fe1ad035800d3c212073eecd1dde65ef32674413bfd6',
    earlierChecksums: [
      '76fbeb36bdded8f5cfa8d7dab006a326c349b10a61555cef9615bae9d0902c59',
      'd4c7351da419c2063202458bbcc1c39701f89be8298f05cfbe1d56f953dfa7d0',
    ],
  },
  { ...dayFirst, source: '4c5d45379906a5c94350449ef2a9451ad5d82054031caeb2d1820d1675eabc13' },
  { ...archive, source: 'f483a4807a8ea62ff3c191b873478a6c18da7619d99d83db6e0c0f77c11a6bdc' },
];
