/** What may be refused about entries, facts, notes and the log. */

import { defineProblems, problemKind } from '../platform/index.ts';

/** What is wrong with an entry, at a field or at the whole. */
interface Finding {
  readonly severity: 'error' | 'warning';
  readonly field?: string | undefined;
  readonly sentence: string;
}

export const ledgerProblem = defineProblems('ledger', {
  'fact-unknown': problemKind<{ id: string }>({
    status: 404,
    zh: ({ id }) => `台账里没有编号是“${id}”的事实。请核对编号。`,
    en: ({ id }) => `The ledger has no fact numbered “${id}”.`,
  }),
  'fact-id-taken': problemKind<{ id?: string }>({
    status: 409,
    constraint: 'fact_id_unique',
    zh: ({ id = '' }) =>
      `编号“${id}”已经是另一条事实的，没有入账。请另编一个号；要改正原来那一条的，请办更正。`,
    en: ({ id = '' }) => `The number “${id}” belongs to another fact. Choose another number.`,
  }),
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
  'counts-nowhere': problemKind<{ sentences: string[] }>({
    status: 409,
    zh: ({ sentences }) => `没有入账。${sentences.join('')}`,
    en: ({ sentences }) =>
      `Not posted: no open period takes this fact any more. ${sentences.join('')}`,
  }),
  'person-needed': problemKind<{ account: string }>({
    status: 403,
    zh: ({ account }) =>
      `账号“${account}”还没有对应到名册里的人，不能登记和复核：登记的人和复核的人必须分得清。请管理员在“组织人员”里把账号对应到本人。`,
    en: ({ account }) =>
      `The account “${account}” belongs to no person of the roster, so it cannot record or review. Ask the administrator to tie it to the person.`,
  }),
  'office-other': problemKind<{ offices: string[] }>({
    status: 403,
    zh: ({ offices }) =>
      offices.length === 0
        ? '这件事没有责任部门，只有不限部门的人能办。请考核办在办法或事实目录里写明责任部门。'
        : `这件事由${offices.join('、')}负责，您的职务不在其中，没有办理。请转给该部门，或请管理员核对您的职务。`,
    en: ({ offices }) =>
      offices.length === 0
        ? 'No office answers for this, so only those without limits may do it.'
        : `This belongs to ${offices.join(', ')}, for which you hold no post.`,
  }),
  'entry-unknown': {
    status: 404,
    zh: () => '没有这条待记，可能已经删去。请回到列表刷新再看。',
    en: () => 'There is no such entry; it may have been thrown away.',
  },
  'entry-posted': {
    status: 409,
    zh: () => '这一条已经入账，不能再改。写错了的，请在那条事实上办更正。',
    en: () => 'This entry is posted and does not change. Reverse the fact instead.',
  },
  'entry-changed': problemKind<{ id: string; by: string; at: string }>({
    status: 409,
    zh: ({ by, at }) =>
      `您打开以后，${by}又改过这一条（${at.slice(0, 16).replace('T', ' ')} UTC），没有存，以免盖掉。请刷新看过再改；您填的内容还在本页。`,
    en: ({ by, at }) =>
      `${by} wrote on this entry at ${at} after you opened it; nothing was overwritten. Read it again.`,
  }),
  'entry-invalid': problemKind<{ findings: Finding[]; id?: string }>({
    status: 422,
    zh: ({ findings }) => `没有存：${findings.map(({ sentence }) => sentence).join('')}`,
    en: ({ findings }) => `Not saved: ${findings.map(({ sentence }) => sentence).join(' ')}`,
  }),
  'entry-reversal': {
    status: 409,
    zh: () => '这一条是更正，不能改成别的。不更正了的，请删去；理由写错了的，删去以后重新办。',
    en: () => 'This entry is a reversal and cannot become something else. Throw it away instead.',
  },
  'entry-sent-back': {
    status: 409,
    zh: () => '这一条已经退回登记人，改好再交以后才能复核。',
    en: () => 'This entry was given back and must be written anew before it is reviewed.',
  },
  'entry-not-reviewed': {
    status: 409,
    zh: () => '有的待记还没有复核，没有入账。请先由登记人以外的人复核。',
    en: () => 'Some of these entries are not reviewed yet. Nothing was posted.',
  },
  'own-entry': problemKind<{ count: number }>({
    status: 403,
    zh: ({ count }) =>
      `其中 ${count} 条有您自己写的内容，自己登记的不能自己复核，一条都没有办。请换一个人复核，或去掉这几条。`,
    en: ({ count }) => `You wrote on ${count} of these entries; nobody reviews their own.`,
  }),
  'evidence-missing': problemKind<{ lines: string[] }>({
    status: 422,
    zh: ({ lines }) =>
      `没有佐证也没有文件的不能入账，一条都没有办：${lines.join('；')}。请退回登记人补上照片、记录或文号。`,
    en: ({ lines }) => `Neither evidence nor a document: ${lines.join('; ')}. Nothing was posted.`,
  }),
  'reversal-waiting': {
    status: 409,
    constraint: 'entry_reversal_once',
    zh: () => '这条事实已有一条更正在等复核，不能再办一次。请到“待复核”里看。',
    en: () => 'A reversal of this fact is waiting for review already.',
  },
  'result-fixed': {
    status: 409,
    zh: () => '封存的结果不能这样更正。确需更正的，凭决定文号另出更正版，结果随之更换。',
    en: () => 'A sealed result is not reversed here; a corrected edition replaces it by decision.',
  },
  'clause-unknown': problemKind<{ clause: string }>({
    status: 404,
    zh: ({ clause }) => `这一期用的办法里没有第 ${clause} 条，或者这一条不用签认。请重新选择。`,
    en: ({ clause }) =>
      `The scheme of this period has no clause ${clause}, or it wants no signature.`,
  }),
  'period-unknown': problemKind<{ period: string }>({
    status: 404,
    zh: ({ period }) => `这份办法没有“${period}”这一期。请重新选择办法和考核期。`,
    en: ({ period }) => `This scheme has no period “${period}”.`,
  }),
  'period-running': problemKind<{ label: string; last: string }>({
    status: 409,
    zh: ({ label, last }) => `${label}到 ${last} 才满，现在还不能签认没有别的。请期满以后再签。`,
    en: ({ label, last }) =>
      `${label} ends on ${last}; nobody can say yet that nothing else happened.`,
  }),
  'already-signed': problemKind<{ clauses: string; label: string }>({
    status: 409,
    zh: ({ clauses, label }) =>
      `第 ${clauses} 条${label}已经签认过，没有再签。请刷新页面，去掉这几条再签其余的。`,
    en: ({ clauses, label }) => `Clauses ${clauses} are signed for ${label} already.`,
  }),
  'entries-waiting': problemKind<{ clauses: string; label: string }>({
    status: 409,
    zh: ({ clauses, label }) =>
      `第 ${clauses} 条${label}还有待记没有入账，不能签认没有别的。请先复核入账，或删去不要的。`,
    en: ({ clauses, label }) => `Entries of ${label} under ${clauses} are not posted yet.`,
  }),
  'line-unknown': problemKind<{ line: string }>({
    status: 404,
    zh: ({ line }) => `没有代号是“${line}”的办法。请重新选择。`,
    en: ({ line }) => `There is no scheme “${line}”.`,
  }),
  'import-unreadable': problemKind<{ why: string }>({
    status: 422,
    zh: ({ why }) => why,
    en: ({ why }) => `The file cannot be read: ${why}`,
  }),
  'import-changed': {
    status: 409,
    zh: () => '这个文件和刚才预览的不是同一份，没有登记。请重新预览再导入。',
    en: () => 'This is not the file that was previewed. Preview it again.',
  },
  'import-bad-rows': problemKind<{ bad: number; good: number }>({
    status: 422,
    zh: ({ bad, good }) =>
      `有 ${bad} 行有问题，${good} 行可以登记，现在一行都没有登记。请改好再导入，或选“只登记没有问题的行”。`,
    en: ({ bad, good }) =>
      `${bad} rows are wrong and ${good} are right; nothing was recorded. Mend them, or take the good rows only.`,
  }),
  'import-empty': {
    status: 422,
    zh: () => '文件里没有可以登记的新行。请核对是不是填在了别的文件里，或者都已经登记过。',
    en: () => 'The file has no new row to record.',
  },
  'values-unreadable': {
    status: 422,
    zh: () => '填的内容读不出来。请刷新页面再填。',
    en: () => 'The values cannot be read. Reload the page.',
  },
  'unit-unknown': problemKind<{ unit: string }>({
    status: 404,
    zh: ({ unit }) => `名册里没有“${unit}”这个单位。请重新选择。`,
    en: ({ unit }) => `The roster has no unit “${unit}”.`,
  }),
  'unit-out-of-reach': {
    status: 403,
    zh: () => '您只能代自己所包的村说话。请转给包那个村的干部，或该项工作的部门。',
    en: () => 'You write for your own villages only.',
  },
  'note-other-unit': problemKind<{ unit: string }>({
    status: 422,
    zh: ({ unit }) => `这一条不是${unit}的事，没有记。请到关于${unit}的那一条里记。`,
    en: ({ unit }) => `This is not about ${unit}.`,
  }),
  'note-about-one': {
    status: 422,
    zh: () => '一段话只记在一条事实或一条待记上。请从那一条里点“记村里的话”。',
    en: () => 'A note belongs to one fact or one entry.',
  },
  'note-future': problemKind<{ day: string }>({
    status: 422,
    zh: ({ day }) => `${day} 还没有到，村里不会已经说过。请核对日期。`,
    en: ({ day }) => `${day} is still to come.`,
  }),
  'sheet-other-account': problemKind<{ typed: string; now: string }>({
    status: 409,
    zh: ({ typed, now }) =>
      `这些格是“${typed}”填的，现在登录的是“${now}”，没有存。请刷新页面；“${typed}”填的还留着，本人登录以后接着存。`,
    en: ({ typed, now }) =>
      `“${typed}” typed these cells and “${now}” is signed in; nothing was saved. Reload the page; what was typed waits for its owner.`,
  }),
  'sheet-cell-unknown': problemKind<{ count: number }>({
    status: 422,
    zh: ({ count }) =>
      `其中 ${count} 格不在这张记分表上，一格都没有存。对象或栏目可能刚改过，请刷新页面；填的内容还在本机。`,
    en: ({ count }) =>
      `${count} of these cells are not on this score sheet; nothing was saved. Reload the page.`,
  }),
  'seal-stale': problemKind<{ later: number }>({
    status: 409,
    zh: ({ later }) =>
      `计算以后又有 ${later} 条计入这一期的事实入账，封存会漏掉它们，没有封存。请重新计算以后再封存。`,
    en: ({ later }) =>
      `${later} facts of this period were posted after it was computed. Compute again before sealing.`,
  }),
  'sealed-already': {
    status: 409,
    constraint: 'seal_edition_unique',
    zh: () => '这一期的这一版已经封存。请刷新页面再看。',
    en: () => 'This edition of the period is sealed already.',
  },
});
