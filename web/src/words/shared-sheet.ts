/** Words of a score sheet that several fill in together. */

import { catalogue, counted, grouped } from './catalogue.ts';

export const sharedSheetWords = catalogue(
  {
    reading: '正在看别人填了什么…',
    even: '没有未存的改动。填一格存一格，别人几秒钟就能看到。',
    evenAt: (time: string) => `都存上了（${time}），别人几秒钟就能看到。`,
    evenBut: (n: number) => `${grouped(n)} 格等您选，其余都存上了。`,
    saving: (n: number) => `正在存 ${grouped(n)} 格…`,
    away: (n: number) =>
      n === 0
        ? '网络断了，看不到别人的改动；恢复以后自动接上。'
        : `网络断了，${grouped(n)} 格还没有存上。内容留在这台电脑上，恢复以后自动存，关掉浏览器也不会丢。`,
    signedOut: (n: number) =>
      n === 0
        ? '登录已经过期，看不到别人的改动；重新登录以后自动接上。'
        : `登录已经过期，${grouped(n)} 格还没有存上。内容留在这台电脑上，您本人重新登录以后自动存。`,
    refused: (why: string) => `没有存上：${why}内容还在本页。`,
    resting: '十五分钟没有动，先不看别人的改动了；动一下就接上。',
    now: '现在存',
    alone: '现在只有您在填这张表。',
    others: (people: readonly string[]) => `同在填这张表：${people.join('、')}。`,
    otherAt: (name: string, row: string, column: string) => `${name}（在${row}的“${column}”）`,
    conflictTitle: '两个人填的不一样，请选一个',
    conflictSays: (n: number) =>
      `${grouped(n)} 格您填了以后，发现别人也改过。谁的都没有盖掉，选了才算。`,
    conflictBlock: '同一次粘贴的其他格等您选完一起存，现在一格都还没有存。',
    place: (row: string, column: string) => `${row}，${column}`,
    theirs: (by: string, at: string) => `${by} ${at}`,
    ledger: '台账里已经改过',
    myself: '您自己在另一个窗口',
    mine: '您填的',
    empty: '（空）',
    takeTheirs: (value: string) => `用“${value}”`,
    takeEmpty: '就空着',
    conflictCell: (by: string, value: string) =>
      `${by}填了“${value}”，和您填的不一样，请在表的上面选。`,
    notSent: (names: readonly string[]) => `未交：${names.join('、')}`,
    you: '您',
    typedBy: (by: string, at: string) => `${by}填的，${at}，还没有交复核。`,
    send: (n: number) => `交复核 ${grouped(n)} 行`,
    sent: (n: number) => `交了 ${grouped(n)} 行，等另一个人复核。`,
    left: (n: number) => `有 ${grouped(n)} 行没有交，错在哪里标在格子上，内容都还在。`,
    sendWaits: '先等没有存上的格存上，再交复核。',
    sendChoose: '先把两个人填得不一样的格选好，再交复核。',
    undo: '撤销',
    redo: '恢复',
    clearMine: '清掉我填的',
  },
  {
    reading: 'Reading what others typed…',
    even: 'Nothing is unsaved. Each cell is saved as it is typed, and the others see it in seconds.',
    evenAt: (time) => `All saved (${time}); the others see it in seconds.`,
    evenBut: (n) => `${counted(n, 'cell waits', 'cells wait')} for your choice; the rest is saved.`,
    saving: (n) => `Saving ${counted(n, 'cell', 'cells')}…`,
    away: (n) =>
      n === 0
        ? 'The network is down, so changes of others are not seen; it goes on by itself.'
        : `The network is down and ${counted(n, 'cell is', 'cells are')} not saved yet. They stay on this computer and are saved when it is back, even if the browser is closed.`,
    signedOut: (n) =>
      n === 0
        ? 'The session has ended, so changes of others are not seen; sign in again and it goes on.'
        : `The session has ended and ${counted(n, 'cell is', 'cells are')} not saved yet. They stay on this computer and are saved when you have signed in again.`,
    refused: (why) => `Not saved: ${why} What was typed is still on this page.`,
    resting: 'Nobody touched this page for fifteen minutes, so it rests; move and it goes on.',
    now: 'Save now',
    alone: 'You alone are filling in this sheet just now.',
    others: (people) => `Also filling in this sheet: ${people.join(', ')}.`,
    otherAt: (name, row, column) => `${name} (at ${row}, ${column})`,
    conflictTitle: 'Two people typed different things: choose one',
    conflictSays: (n) =>
      `${counted(n, 'cell', 'cells')} that you typed were changed by someone else too. Nothing was overwritten; your choice counts.`,
    conflictBlock: 'The other cells of the same paste are saved together when you have chosen.',
    place: (row, column) => `${row}, ${column}`,
    theirs: (by, at) => `${by}, ${at}`,
    ledger: 'changed in the ledger',
    myself: 'you in another window',
    mine: 'you typed',
    empty: '(empty)',
    takeTheirs: (value) => `Take “${value}”`,
    takeEmpty: 'Leave it empty',
    conflictCell: (by, value) =>
      `${by} typed “${value}”, which differs from yours; choose above the sheet.`,
    notSent: (names) => `not sent: ${names.join(', ')}`,
    you: 'you',
    typedBy: (by, at) => `typed by ${by}, ${at}; not sent for review.`,
    send: (n) => `Send ${counted(n, 'row', 'rows')} for review`,
    sent: (n) =>
      `${counted(n, 'row was', 'rows were')} sent and ${n === 1 ? 'waits' : 'wait'} for the review of somebody else.`,
    left: (n) =>
      ` ${counted(n, 'row was', 'rows were')} not sent; what is wrong stands at the cells, and nothing is lost.`,
    sendWaits: 'Wait until all cells are saved, then send.',
    sendChoose: 'Choose between the differing cells first, then send.',
    undo: 'Undo',
    redo: 'Redo',
    clearMine: 'Clear what I typed',
  },
);
