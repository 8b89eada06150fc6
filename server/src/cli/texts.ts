/** The blocks that stand below a ranked list: lists, firmness of ranks, pay, proposals, notices. */

import {
  type Assessment,
  aligned,
  type Fen,
  fenText,
  type LeaveOneOut,
  type Notice,
  noticeTitles,
  type PayeeResult,
  type PayLineResult,
  type PayResult,
  type Scheme,
} from '@oneneedle/kernel';
import type { Desk } from './command.ts';
import { inLanguage } from './words/rooms.ts';
import type { Language, Say, WordKey } from './words/say.ts';

/** "红榜（平原村，前 3 名）：西岗村、东溪村、河口村", a line each, groups in the scheme's order. */
export function listsText(
  { lists, subjects }: Assessment,
  { groups = [] }: Scheme,
  { language, say }: Desk,
): string {
  const names = new Map(subjects.map(({ code, name }) => [code, name]));
  const order = groups.map(({ name }) => name);
  const groupOf = (name: string) => /^(.*)（(.*)）$/.exec(name);
  const place = (name: string) => order.indexOf(groupOf(name)?.[2] ?? '');
  return [...lists]
    .sort((a, b) => place(a.name) - place(b.name))
    .map(({ name, note, audience, subjects: listed }) => {
      const [places = '', ...rest] = note.split('；').map((part) => inLanguage(part, language));
      const [, bare = name, group] = groupOf(name) ?? [];
      const head =
        group === undefined
          ? say('list.places', { name: bare, places })
          : say('list.within', { name: bare, group, places });
      const internal = audience === 'internal' ? say('list.internal') : '';
      const who = listed.map((code) => names.get(code) ?? code).join(say('join.and'));
      const remarks = rest.join(say('join.semicolon'));
      return [
        say('list.line', { head: `${head}${internal}`, who: who || say('list.nobody') }),
        remarks === '' ? '' : say('list.remarks', { remarks }),
      ].join('');
    })
    .join('\n');
}

const leftOutWords = {
  indicator: 'stability.indicator',
  judge: 'stability.judge',
  sample: 'stability.sample',
} as const satisfies Record<string, WordKey>;

/** Those whose rank another choice of indicators, judges or samples would change; '' for none. */
export function stabilityText(
  intervals: LeaveOneOut,
  result: Assessment,
  { groups = [], ranking }: Scheme,
  { language, say }: Desk,
): string {
  if (intervals.scenarios.length === 0 || intervals.subjects.length === 0) return '';
  const kinds = new Set(intervals.scenarios.map(({ kind }) => kind));
  const left = (['indicator', 'judge', 'sample'] as const)
    .filter((kind) => kinds.has(kind))
    .map((kind) => say(leftOutWords[kind]))
    .join(say('join.or'));
  const open = intervals.subjects.filter(({ range }) => range[0] !== range[1]);
  if (open.length === 0) return say('stability.firm', { left });
  const byCode = new Map(result.subjects.map((subject) => [subject.code, subject]));
  const order = groups.map(({ code }) => code);
  const place = (code: string) =>
    ranking?.within === 'all' ? 0 : order.indexOf(byCode.get(code)?.group ?? '');
  const rows = [...open]
    .sort((a, b) => place(a.subject) - place(b.subject) || a.rank - b.rank)
    .map(({ subject, rank, range, moved }) => [
      byCode.get(subject)?.name ?? subject,
      `${rank}`,
      `${range[0]}–${range[1]}`,
      moved
        ? say('stability.without', {
            what: inLanguage(moved.leftOut.label, language),
            rank: moved.rank,
          })
        : '',
    ]);
  const heads = [
    say('table.subject'),
    say('table.rank'),
    say('stability.range'),
    say('stability.moved'),
  ];
  return [say('stability.head', { left }), ...aligned([heads, ...rows])].join('\n');
}

const payWords = {
  due: 'pay.due',
  withheld: 'pay.withheld',
  vetoed: 'pay.vetoed',
  notTwice: 'pay.notTwice',
  unresolved: 'pay.unresolved',
} as const satisfies Record<PayLineResult['state'], WordKey>;

/** The pay sheet as a proposal; '' for a scheme without pay. */
export function payText(pay: readonly PayResult[], say: Say): string {
  const payees = pay.flatMap((item) => item.payees.map((payee) => ({ item, payee })));
  if (payees.length === 0) return '';
  const rows = payees.flatMap(({ item, payee }) =>
    linesShown(payee).map((line, index) => [
      index > 0 ? '' : payee.code === item.subject ? payee.name : `${item.name} ${payee.name}`,
      line.name,
      line.amountFen === undefined ? '—' : fenText(line.amountFen),
      say(payWords[line.state]),
    ]),
  );
  const total = payees.reduce((sum, { payee }) => sum + payee.totalFen, 0) as Fen;
  const withheld = payees.reduce((sum, { payee }) => sum + payee.withheldFen, 0) as Fen;
  const open = payees.filter(({ payee }) => payee.provisional).length;
  const sums = [
    say('pay.total', { count: payees.length, yuan: fenText(total) }),
    ...(withheld > 0 ? [say('pay.ofWhichWithheld', { yuan: fenText(withheld) })] : []),
    ...(open > 0 ? [say('pay.open', { count: open })] : []),
  ];
  const heads = [say('pay.name'), say('pay.item'), say('pay.yuan'), say('table.state')];
  return [
    say(pay.some((item) => item.preview) ? 'pay.preview' : 'pay.head'),
    ...aligned([heads, ...rows]),
    sums.join(say('join.semicolon')),
  ].join('\n');
}

/** Lines without money and without anything to say are left to the result file. */
function linesShown({ lines }: PayeeResult): readonly PayLineResult[] {
  const telling = lines.filter((line) => line.amountFen !== 0 || line.state !== 'due');
  return telling.length > 0 ? telling : lines.slice(0, 1);
}

/** How many proposals there are of each name; '' for none. */
export function proposalsText({ subjects }: Assessment, say: Say): string {
  const counts = new Map<string, number>();
  for (const { name } of subjects.flatMap(({ proposals }) => proposals)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return '';
  const count = [...counts.values()].reduce((sum, own) => sum + own, 0);
  const named = [...counts].map(([name, own]) => `${name} ${own}`).join(say('join.and'));
  return say('proposals.count', { count, named });
}

const shownNotices = 12;
const shownIds = 5;

/** What the office should see beside the numbers; notices that differ only in the fact are one line. */
export function noticesText(
  notices: readonly Notice[],
  ownNotes: readonly string[],
  { language, say }: Desk,
): string {
  const groups = new Map<string, Notice[]>();
  const told = new Set<string>();
  for (const notice of notices) {
    if (told.has(notice.sentence)) continue;
    told.add(notice.sentence);
    const key = notice.factIds.reduce((text, id) => text.replaceAll(id, '＊'), notice.sentence);
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  const lines = [
    ...ownNotes,
    ...[...groups.values()].map((group) => noticeLine(group, language, say)),
  ];
  if (lines.length === 0) return '';
  const rest = lines.length - shownNotices;
  return [
    say('notices.head'),
    ...lines.slice(0, shownNotices).map((line) => `· ${line}`),
    ...(rest > 0 ? [say('notices.more', { count: rest })] : []),
  ].join('\n');
}

function noticeLine([first, ...others]: readonly Notice[], language: Language, say: Say): string {
  if (!first) return '';
  const title = language === 'zh' ? '' : `${noticeTitles[first.code]}: `;
  const sentence = `${title}${first.sentence}`;
  if (others.length === 0) return sentence;
  const count = others.length;
  const ids = [...new Set(others.flatMap(({ factIds }) => factIds))];
  if (ids.length === 0) return say('notices.sameBare', { sentence, count });
  const named = ids.slice(0, shownIds).join(say('join.and'));
  const more = ids.length > shownIds;
  return say('notices.same', {
    sentence,
    count,
    ids: more ? say('notices.moreIds', { ids: named }) : named,
  });
}
