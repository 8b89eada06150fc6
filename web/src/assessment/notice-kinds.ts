/** The kinds of notices of an assessment as keys of the words. Pure. */

import type { readinessWords } from '../words/readiness.ts';

type Word = keyof (typeof readinessWords)['zh'];

const words = {
  'fact-unheard': 'factUnheard',
  'fact-duplicate': 'factDuplicate',
  'fact-subject-unknown': 'factSubject',
  'fact-subject-absent': 'factSubject',
  'fact-late': 'factLate',
  'fact-past-span': 'factLate',
  'fact-after-as-of': 'factAfter',
  'fact-reversed': 'factReversed',
  'reversal-invalid': 'factReversed',
  'nobody-charged': 'nobodyCharged',
  'needs-discretion': 'needsDiscretion',
  'fact-refused': 'factRefused',
  'own-item-refused': 'factRefused',
  unchecked: 'unchecked',
  'no-evidence': 'noEvidence',
  'document-missing': 'documentMissing',
  'preview-unsealed': 'previewUnsealed',
  'period-missing': 'previewUnsealed',
  'result-corrected': 'resultCorrected',
  'quota-tie': 'quotaTie',
} as const satisfies Record<string, Word>;

/** The word of a notice's code; one that this page does not know yet is 其他. */
export function noticeWord(code: string): (typeof words)[keyof typeof words] | 'noticeOther' {
  return Object.hasOwn(words, code) ? words[code as keyof typeof words] : 'noticeOther';
}

/** What only says that a fact belongs elsewhere comes last: there are many, and none is wrong. */
const last = new Set(['fact-after-as-of', 'fact-reversed']);

/** Notices of one kind, as the page names it. */
export interface NoticeGroup<Notice> {
  readonly word: ReturnType<typeof noticeWord>;
  readonly notices: readonly Notice[];
}

/** Notices by kind: those that ask for a look first, each in the order in which they came. */
export function groupedNotices<Notice extends { readonly code: string }>(
  notices: readonly Notice[],
): NoticeGroup<Notice>[] {
  const place = (code: string) => Number(last.has(code));
  const codes = [...new Set(notices.map(({ code }) => code))].sort(
    (a, b) => place(a) - place(b) || (a < b ? -1 : 1),
  );
  const found = [...new Set(codes.map(noticeWord))];
  return found.map((word) => ({
    word,
    notices: notices.filter(({ code }) => noticeWord(code) === word),
  }));
}
