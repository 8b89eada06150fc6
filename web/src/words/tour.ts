/** The five-minute tours, a role each: where a step stands, what it points at, what it says. */

import type { TourName } from '../help/tour-names.ts';

/** One step; `at` is a page of the town, where `*` stands for one part of its path. */
export interface TourStep {
  readonly at: string;
  /** The element that it points at, as a style sheet finds it. */
  readonly target: string;
  /** The next step is behind the link that this one points at. */
  readonly follows?: boolean;
  readonly zh: string;
  readonly en: string;
}

/** A tour: five to nine steps, read and walked in five minutes. */
export interface TourOf {
  readonly title: { readonly zh: string; readonly en: string };
  readonly steps: readonly TourStep[];
}

const list: TourStep = {
  at: '/desk',
  target: '.page-head',
  zh: '这是清单，登录以后先到这里。等您办的事都在下面，点开就办，办完自己消去；空着就是没有事。',
  en: 'This is your list, where you arrive. What waits for you stands below; what is done leaves by itself.',
};
const sealedPeriod: TourStep = {
  at: '/standings',
  target: '.knot:has(.seal-mark) .knot-title a',
  follows: true,
  zh: '各期走到哪一步都在这里。盖了“已封存”的，得分不再改动。点“下一步”，打开最近封存的一期。',
  en: 'Where each period stands. The points of a sealed one never change. Next opens the latest sealed one.',
};
const number: TourStep = {
  at: '/standings/*/*',
  target: '.standings-list .grid',
  zh: '名次、总分、各部分的分、和上期比。点任何一个数，都看得到它的由来。您可以现在点一个试试，再回来。',
  en: 'Ranks, totals, parts, and the change. Every number opens where it comes from. Try one now, then come back.',
};
const findIt: TourStep = {
  at: '/desk',
  target: '.finder input',
  zh: '在任何一页，都可以从这里查单位、人员、条款：输“东溪”回车，那个村的责任链就打开。',
  en: 'From any page you find units, people and clauses here; Enter opens the first one.',
};

/** The tour of each role. */
export const tours: Readonly<Record<TourName, TourOf>> = {
  recorder: {
    title: { zh: '登记的人', en: 'Who records' },
    steps: [
      list,
      {
        at: '/ledger',
        target: '.ledger-nav',
        zh: '这是事实台账。一件事先登记，成为“待记”；另一个人复核过，成为“已入账事实”，才计分。',
        en: 'The ledger. A matter is recorded, waits for review by somebody else, and counts once it is posted.',
      },
      {
        at: '/ledger/record',
        target: '#content .ledger-record [role="combobox"]',
        zh: '记一条，先“按条款找”：输“垃圾”或者 1.1，回车。该填什么，跟着条款出来。',
        en: 'To record, find the clause first. What has to be filled in comes with it.',
      },
      {
        at: '/ledger/record',
        target: '#content .ledger-beside',
        zh: '接着填对象、哪天、几处、说明，这里列出相近的事实，免得一件事记两次。填好点“存，交复核”。分不用填，由办法算；没填完走开的，下次打开还在。',
        en: 'Then subject, day, figures and a note; this side lists what may be the same thing. Save, and somebody else reviews it. No points are typed; what is half done waits for you.',
      },
      {
        at: '/evidence',
        target: '.page-head',
        zh: '照片在记的时候传，也可以先传到这里。核对不含秘密，勾上才开始传；拍摄地点自动去掉。没有照片的写纸质佐证。',
        en: 'Photos are sent while recording, or here beforehand, once you confirmed that they hold no secrets; places are taken out. Without photos name the paper.',
      },
      {
        at: '/ledger/sheet',
        target: '.page-head',
        zh: '一条条款要记许多村的，用记分表，像 Excel 一样填，也能从 Excel 粘贴。',
        en: 'For one clause and many villages use the score sheet: fill it like Excel, or paste from it.',
      },
      {
        at: '/ledger?view=entries',
        target: '.page-state',
        zh: '登记过的在“待记”里看得到走到哪一步。退回来的，点开改好再交。这就是登记的人要会的全部。',
        en: 'Here you see how far your entries have come; what was sent back is changed and handed in again. That is all.',
      },
    ],
  },
  reviewer: {
    title: { zh: '复核的人', en: 'Who reviews' },
    steps: [
      list,
      {
        at: '/ledger?view=entries',
        target: '.page-state',
        zh: '等复核的都在“待记”里。自己登记的，自己不能复核。',
        en: 'What waits for review. Nobody reviews their own.',
      },
      {
        at: '/ledger?view=entries',
        target: '#content .grid',
        zh: '点一行，右边看内容和佐证：属实的“复核入账”，不对的“退回”，写清哪里不对。几条一起办的，先勾上。',
        en: 'Open a row for content and evidence: post what is right, send back what is not, with the reason. Tick several for one deed.',
      },
      {
        at: '/ledger',
        target: '#content .grid',
        zh: '入了账的在这里，谁也不能改。记错了的办更正：另记一条收回它，也要复核。',
        en: 'Posted facts, which nobody changes. A mistake is taken back by another fact, reviewed like any.',
      },
      {
        at: '/evidence',
        target: '.page-head',
        zh: '佐证都在这里：谁传的，哪天传的，哪条事实引用。对不上的，退回去问。',
        en: 'All evidence: who sent it, when, and what cites it. Where it does not fit, send the entry back.',
      },
      findIt,
    ],
  },
  'assessment-office': {
    title: { zh: '考核办', en: 'The assessment office' },
    steps: [
      list,
      {
        at: '/scheme',
        target: '#content .grid',
        zh: '办法一版一版列在这里。上传 Word 细则成草稿，定下来、征求意见、批准，才计分。',
        en: 'Schemes, version by version. A Word file becomes a draft; decided, commented on and approved, it counts.',
      },
      sealedPeriod,
      number,
      {
        at: '/standings/*/*',
        target: '.page-actions .links a[href$="/readiness"]',
        follows: true,
        zh: '封存以前先看“准备情况”，写着离封存还差哪几件事，归谁办。点“下一步”打开它。',
        en: 'Before the seal, readiness tells what is left and whose it is. Next opens it.',
      },
      {
        at: '/standings/*/*/readiness',
        target: '.page-head',
        zh: '期满以后分三步：转入打分，转入核对，没有障碍了点“封存”。封存以后显示凭据码，以后谁都能凭它核对。',
        en: 'After the period: marking, checking, the seal. The receipt code lets anybody check it later.',
      },
      {
        at: '/ledger?view=signatures',
        target: '.page-head',
        zh: '没有发生的，由各部门签“经查无”。没有签的条款，一期不能封存。',
        en: 'Offices sign what did not happen. A period with an unsigned clause is not sealed.',
      },
      findIt,
    ],
  },
  leader: {
    title: { zh: '领导', en: 'Leaders' },
    steps: [
      {
        ...list,
        zh: '这是清单。下面三段是领导五分钟要看的：最近封存的名单、等得久的事、责任链上的空缺。',
        en: 'Your list, and below what five minutes are for: the last sealed list, what waits too long, vacant places.',
      },
      sealedPeriod,
      number,
      {
        at: '/standings/*/*',
        target: '.standings-list .grid tbody tr:first-child td button',
        zh: '比如点第一名的名次：右边写着它比下一名多几分、名次稳不稳。再点总分，看到每一件事和照片。',
        en: 'Open the first rank: how far the next one is, and how firm the rank is. Open the total for every matter and photo.',
      },
      {
        at: '/org/chains',
        target: '.page-head',
        zh: '下村以前看一眼责任链：谁挂点、谁包村、每个屋场找谁，一村一张，可以打印。',
        en: 'Before a visit: who leads, who visits, whom to ask in each hamlet, one page a village.',
      },
      findIt,
    ],
  },
};
