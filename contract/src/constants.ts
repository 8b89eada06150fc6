/**
 * What both ends know by value. No shape is here and none is imported: a page that takes a word or a
 * limit from this door loads no library that checks shapes.
 */

export * from './org-words.ts';

/** Rooms that an access token may open; accounts, sign-in and the audit are for people. */
export const tokenRooms = [
  'org',
  'desk',
  'goals',
  'items',
  'demands',
  'campaigns',
  'evidence',
  'scheme',
  'ledger',
  'assessment',
] as const;

/** The longest life of an access token in days. */
export const tokenDaysMax = 366;

/** The most bytes that one part of a file may have. */
export const evidencePartBytes = 4 * 1024 * 1024;

/**
 * The tag of a fact whose ground touches somebody's privacy, such as illness or family. Whoever
 * records the fact sets it; it stands in the log, so nobody takes it off later.
 */
export const privateTag = 'private';

/** The most cells of one request: a block of a hundred villages and thirty columns. */
export const sheetCellsMax = 3000;
