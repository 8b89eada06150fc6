/** What may be refused about entries, facts, notes and the log. */

import { defineProblems, type ProblemKind } from '../platform/index.ts';

type Id = ProblemKind<{ id: string }>;
type Sentences = ProblemKind<{ sentences: string[] }>;

export const ledgerProblem = defineProblems('ledger', {
  'fact-unknown': {
    status: 404,
    zh: ({ id }) => `台账里没有编号是“${id}”的事实。请核对编号。`,
    en: ({ id }) => `The ledger has no fact numbered “${id}”.`,
  } satisfies Id as Id,
  'fact-id-taken': {
    status: 409,
    constraint: 'fact_id_unique',
    zh: ({ id = '' }) =>
      `编号“${id}”已经是另一条事实的，没有入账。请另编一个号；要改正原来那一条的，请办更正。`,
    en: ({ id = '' }) => `The number “${id}” belongs to another fact. Choose another number.`,
  } satisfies ProblemKind<{ id?: string }> as ProblemKind<{ id?: string }>,
  'already-reversed': {
    status: 409,
    constraint: 'fact_reversed_once',
    zh: () => '这条事实已经更正过，一条事实只能更正一次。还要改正的，请登记新的事实。',
    en: () => 'This fact was reversed already, and a fact is reversed once. Record a new fact.',
  },
  'reversal-of-reversal': {
    status: 409,
    constraint: 'fact_reverses_fact',
    zh: () => '更正本身不能再更正。更正错了的，请把原来的事实重新登记一条。',
    en: () => 'A reversal is not reversed. Record the fact anew instead.',
  },
  'counts-nowhere': {
    status: 409,
    zh: ({ sentences }) => `没有入账。${sentences.join('')}`,
    en: ({ sentences }) =>
      `Not posted: no open period takes this fact any more. ${sentences.join('')}`,
  } satisfies Sentences as Sentences,
  'seal-stale': {
    status: 409,
    zh: ({ later }) =>
      `计算以后又有 ${later} 条计入这一期的事实入账，封存会漏掉它们，没有封存。请重新计算以后再封存。`,
    en: ({ later }) =>
      `${later} facts of this period were posted after it was computed. Compute again before sealing.`,
  } satisfies ProblemKind<{ later: number }> as ProblemKind<{ later: number }>,
  'sealed-already': {
    status: 409,
    constraint: 'seal_edition_unique',
    zh: () => '这一期的这一版已经封存。请刷新页面再看。',
    en: () => 'This edition of the period is sealed already.',
  },
});
