/** What may be refused about items. */

import { defineProblems, problemKind } from '../../platform/index.ts';

export const itemProblem = defineProblems('items', {
  'item-unknown': {
    status: 404,
    zh: () => '没有这件事项，或者它不归您看。请回到列表刷新再找。',
    en: () => 'There is no such item, or it is not yours to read. Look for it in the list.',
  },
  'person-needed': problemKind<{ account: string }>({
    status: 403,
    zh: ({ account }) =>
      `账号“${account}”还没有对应到名册里的人，不能办理事项：谁办的、谁销号的必须分得清。请管理员在“组织人员”里把账号对应到本人。`,
    en: ({ account }) =>
      `The account “${account}” belongs to no person of the roster, so it does nothing with items. Ask the administrator to tie it to the person.`,
  }),
  'not-yours': problemKind<{ deed: string }>({
    status: 403,
    zh: ({ deed }) => `“${deed}”不归您办，没有办理。请转给该办的人，或请管理员核对您的岗位。`,
    en: () => 'This deed is not yours to do; nothing was done. Hand it to whoever it belongs to.',
  }),
  'own-work': problemKind<{ deed: string }>({
    status: 403,
    zh: ({ deed }) =>
      `这件事您签收、办理、反馈过，或者您就是责任人，不能由您来“${deed}”。请换一位没有经办的人。`,
    en: () =>
      'You did part of this work or answer for it, so you do not judge it. Somebody else must.',
  }),
  'wrong-state': problemKind<{ state: string; deed: string }>({
    status: 409,
    zh: ({ state, deed }) =>
      `这件事现在是“${state}”，不能“${deed}”，没有办理。请刷新看看办理经过。`,
    en: () => 'The item does not stand where this deed is possible. Read its course again.',
  }),
  'not-assigned': {
    status: 409,
    zh: () => '这件事项还没有立项交办，没有编号和时限，没有生成督办单。请先交办。',
    en: () => 'The item is not assigned yet; it has no number or day, so there is no slip.',
  },
  'item-changed': problemKind<{ by: string }>({
    status: 409,
    zh: ({ by }) => `您打开以后，${by}又办了一步，没有办理，以免两头办。请刷新看过再办。`,
    en: ({ by }) => `${by} did something with this item after you opened it. Read it again.`,
  }),
  'note-needed': problemKind<{ deed: string }>({
    status: 422,
    zh: ({ deed }) => `“${deed}”要写明情况或原因，没有办理。写一两句就行。`,
    en: () => 'This deed needs a sentence that says how things are, or why.',
  }),
  'due-needed': problemKind<{ deed: string }>({
    status: 422,
    zh: ({ deed }) => `“${deed}”要写明新的时限，没有办理。`,
    en: () => 'This deed needs the new day.',
  }),
  'due-past': problemKind<{ due: string }>({
    status: 422,
    zh: ({ due }) => `时限${due}已经过去，没有办理。请写今天或以后的日期。`,
    en: ({ due }) => `The day ${due} is past. Give today or a later day.`,
  }),
  'due-earlier': problemKind<{ due: string; old: string }>({
    status: 422,
    zh: ({ due, old }) => `延期要延到原时限${old}以后，${due}不是延期，没有办理。`,
    en: ({ due, old }) => `An extension goes beyond ${old}; ${due} does not.`,
  }),
  'done-on-wrong': problemKind<{ from: string }>({
    status: 422,
    zh: ({ from }) =>
      `实际办成的日子要在${from}（交办或者退回重办那天）到今天之间，没有办理。就是今天办成的，不用填。`,
    en: ({ from }) => `It was done between ${from}, when it was given or sent back, and today.`,
  }),
  'done-on-elsewhere': problemKind<{ deed: string }>({
    status: 422,
    zh: ({ deed }) => `“${deed}”不带实际办成的日子，没有办理。它跟着反馈、报进展或者办完一起写。`,
    en: () => 'This deed takes no day on which something was done; it goes with a report.',
  }),
  'plan-incomplete': problemKind<{ missing: string[] }>({
    status: 422,
    zh: ({ missing }) =>
      `还缺${missing.join('、')}，没有办理。交办要有牵头单位、一位责任人和时限。`,
    en: () => 'An assignment needs a lead unit, one accountable person and a day.',
  }),
  'unit-unknown': problemKind<{ code: string }>({
    status: 422,
    zh: ({ code }) => `名册里没有单位“${code}”，没有办理。请从名册里选。`,
    en: ({ code }) => `The roster has no unit “${code}”.`,
  }),
  'village-wanted': problemKind<{ name: string }>({
    status: 422,
    zh: ({ name }) => `“${name}”不是村，不能列在涉及村里。办站所请写在牵头或配合里。`,
    en: ({ name }) => `“${name}” is no village. Offices lead or support.`,
  }),
  'person-unknown': problemKind<{ code: string }>({
    status: 422,
    zh: ({ code }) => `名册里没有“${code}”这个人，没有办理。请从名册里选责任人。`,
    en: ({ code }) => `The roster has no person “${code}”.`,
  }),
  'evidence-elsewhere': problemKind<{ deed: string }>({
    status: 422,
    zh: ({ deed }) =>
      `“${deed}”不带佐证，没有办理。佐证跟着反馈、说明进展、现场督办或者回头看一起交。`,
    en: ({ deed }) => `“${deed}” takes no evidence; it goes with a report or with what is told.`,
  }),
  'who-needed': {
    status: 422,
    zh: () => '没有写由谁办，没有登记。请选一位责任人，或者一个办站所。',
    en: () => 'Nobody is named to do it. Choose a person or an office.',
  },
  'checks-missing': problemKind<{ missing: string[] }>({
    status: 422,
    zh: ({ missing }) =>
      `六项审核还差：${missing.join('、')}，不能办结。没有做到的，请退回承办单位重办。`,
    en: ({ missing }) => `Of the six checks these are open: ${missing.join(', ')}. Send it back.`,
  }),
  'slip-colour': {
    status: 422,
    zh: () => '没有选督办单的颜色，没有发出。',
    en: () => 'Choose the colour of the slip.',
  },
  'slip-reason': problemKind<{ sentence: string }>({
    status: 422,
    zh: ({ sentence }) => `${sentence}要发别的颜色，请写明理由。`,
    en: () => 'The rule calls for another slip, or for none; say why you issue this one.',
  }),
  'merge-target': problemKind<{ reason: string }>({
    status: 409,
    zh: ({ reason }) => `不能并入那一件：${reason}。请另选一件在办的督办单。`,
    en: () => 'It cannot be merged into that item. Choose a slip that is under way.',
  }),
  'result-needed': {
    status: 422,
    zh: () => '回头看要写明结果是“巩固”还是“反弹”，没有办理。',
    en: () => 'A look-back says whether it holds or fails.',
  },
  'behalf-needed': {
    status: 422,
    zh: () => '您是代村里办，请写明代哪个村、村里是怎么说的（电话、当面、纸条）。',
    en: () => 'You speak for a village: say for which, and how it told you.',
  },
  'behalf-other': {
    status: 403,
    zh: () => '这个村不归您包，或者这件事与这个村无关，不能代办。请由包村干部代办。',
    en: () => 'You are not the resident cadre of that village, or the item does not ask it.',
  },
  'outcome-unheard': {
    status: 409,
    zh: () =>
      '现行办法里没有条款听这种结果，不能认定。请考核办先在“结果认定”里指定事实种类，或修订办法。',
    en: () => 'No clause in force listens to this outcome, so it is not confirmed.',
  },
  'outcome-untrue': problemKind<{ outcome: string }>({
    status: 409,
    zh: ({ outcome }) =>
      `办理经过里看不出“${outcome}”，没有认定。超期看实际办成的日子，未落实要催办过、时限也过了还没有报，质量看退回和回头看。`,
    en: () =>
      'The course does not bear this outcome out; nothing was confirmed. Read its days, urgings and reviews again.',
  }),
  'outcome-said': problemKind<{ outcome: string }>({
    status: 409,
    zh: ({ outcome }) => `这件事已经认定过“${outcome}”，一种结果只认定一次，没有再记。`,
    en: () => 'This outcome was confirmed already; each is confirmed once.',
  }),
  'outcome-needed': {
    status: 422,
    zh: () => '没有写认定的是哪种结果，没有办理。',
    en: () => 'Say which outcome is confirmed.',
  },
  'paste-wrong': problemKind<{ cells: number }>({
    status: 422,
    zh: ({ cells }) => `有 ${cells} 个格子读不懂，一行都没有登记。请按预览里的说明改好再贴。`,
    en: ({ cells }) =>
      `${cells} cells cannot be read; nothing was booked. Mend them and paste again.`,
  }),
  'look-back-none': {
    status: 409,
    zh: () => '没有可抽的：已销号的督办单都回头看过了，或者还没有销号的。没有抽。',
    en: () => 'There is no closed slip at which nobody has looked back; nothing was drawn.',
  },
  'look-back-unknown': {
    status: 404,
    zh: () => '没有这次抽查。请回到“常办和回头看”刷新再看。',
    en: () => 'There is no such draw. Read the list again.',
  },
  'recurring-unknown': {
    status: 404,
    zh: () => '没有这项常办事项。请回到列表刷新再看。',
    en: () => 'There is no such recurring work.',
  },
  'recurring-past': problemKind<{ from: string }>({
    status: 422,
    zh: ({ from }) => `起始日要在${from}或以后：过去的周期不补。`,
    en: ({ from }) => `It starts on ${from} or later: past periods are not made up.`,
  }),
});
