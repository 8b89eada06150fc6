/** Words of the page of a village. */

import { catalogue, counted, grouped } from './catalogue.ts';

export const villageWords = catalogue(
  {
    page: '村页',
    title: (name: string) => `${name} 村页`,
    state: (households: string, hamlets: number) =>
      [households === '' ? '' : `${households} 户`, hamlets === 0 ? '' : `${grouped(hamlets)} 个组`]
        .filter(Boolean)
        .join('，'),
    paper: '打印这一页（A4）',
    chain: '谁负责',
    nobody: '名册里还没有写谁负责，请管理员补上。',
    waiting: '要办的事',
    waitingState: (all: number, overdue: number) =>
      all === 0
        ? '现在没有要村里办的事。'
        : `${grouped(all)} 件${overdue > 0 ? `，其中 ${grouped(overdue)} 件过了期限` : ''}。`,
    wholeList: '看整张清单',
    matter: '事项',
    dueOn: '期限',
    noDay: '没有期限',
    ask: '问谁',
    results: '考核结果',
    noResults: '还没有封存或公示的结果。',
    result: (label: string, total: string, full: string) => `${label}：${total} 分（满分 ${full}）`,
    place: (rank: number, ranked: number) => `第 ${rank} 名（共 ${grouped(ranked)} 个）`,
    edition: (scheme: string, edition: number, code: string) =>
      `《${scheme}》第 ${edition} 版${code === '' ? '' : `，凭据码 ${code}`}`,
    wholeTree: '每一分的来历',
    clause: '条款',
    why: '为什么',
    points: '分',
    unmoved: '没有加分，也没有扣分。',
    objection: '怎样提异议',
    until: (label: string, day: string, left: number | undefined) =>
      left === 0
        ? `${label}：公示期${day}已满；过后发现的，仍可以向考核办反映。`
        : `${label}：公示期到${day}${left === undefined ? '' : `，还剩 ${left} 个工作日（含今天）`}。`,
    objections: '提了、还没有答复的异议',
    objected: (no: string, title: string) => (no === '' ? title : `${no}，${title}`),
    answerBy: (day: string) => `${day}以前书面答复`,
    answerLate: (day: string) => `应在${day}以前答复，已过期限，可以催考核办`,
    received: '已收到',
    acknowledged: '已受理',
    assigned: '正在核实',
    decided: '已有决定，答复正在送',
    money: '和哪些资金挂钩',
  },
  {
    page: 'Village page',
    title: (name) => `The page of ${name}`,
    state: (households, hamlets) =>
      [
        households === '' ? '' : `${households} households`,
        hamlets === 0 ? '' : counted(hamlets, 'hamlet', 'hamlets'),
      ]
        .filter(Boolean)
        .join(', '),
    paper: 'Print this page (A4)',
    chain: 'Who answers',
    nobody: 'The roster does not say who answers; the administrator adds it.',
    waiting: 'What waits',
    waitingState: (all, overdue) =>
      all === 0
        ? 'Nothing waits for the village.'
        : `${counted(all, 'matter', 'matters')}${overdue > 0 ? `, ${grouped(overdue)} of them overdue` : ''}.`,
    wholeList: 'The whole list',
    matter: 'Matter',
    dueOn: 'Due',
    noDay: 'no day',
    ask: 'Whom to ask',
    results: 'Results',
    noResults: 'No result is sealed or published yet.',
    result: (label, total, full) => `${label}: ${total} of ${full} points`,
    place: (rank, ranked) => `rank ${rank} of ${grouped(ranked)}`,
    edition: (scheme, edition, code) =>
      `${scheme}, edition ${edition}${code === '' ? '' : `, receipt ${code}`}`,
    wholeTree: 'Where every point comes from',
    clause: 'Clause',
    why: 'Why',
    points: 'Points',
    unmoved: 'No points were added or taken.',
    objection: 'How to object',
    until: (label, day, left) =>
      left === 0
        ? `${label}: the days to object ended on ${day}; the assessment office still listens.`
        : `${label}: one may object until ${day}${left === undefined ? '' : `, ${counted(left, 'workday', 'workdays')} with today`}.`,
    objections: 'Objections without an answer yet',
    objected: (no, title) => (no === '' ? title : `${no}, ${title}`),
    answerBy: (day) => `answered in writing by ${day}`,
    answerLate: (day) => `was due by ${day}; the assessment office may be urged`,
    received: 'received',
    acknowledged: 'acknowledged',
    assigned: 'being looked into',
    decided: 'decided, the answer is on its way',
    money: 'What money follows',
  },
);
