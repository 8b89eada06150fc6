/**
 * What each page is for, in a few sentences: the only source of the help beside a page, of the whole
 * guide in the browser and of docs/guides/pages.md. A key is a route, or a part of a page by what
 * its address carries. Words in “ ” stand on the screen.
 */

interface Both<Value> {
  readonly zh: Value;
  readonly en: Value;
}

/** A picture of the guide, made by web/e2e/pictures.ts. */
export type PictureName =
  | 'accounts'
  | 'chains'
  | 'desk'
  | 'evidence'
  | 'facts'
  | 'periods'
  | 'readiness'
  | 'record'
  | 'review'
  | 'roster'
  | 'scheme'
  | 'scheme-check'
  | 'scheme-compared'
  | 'score-sheet'
  | 'set-up'
  | 'sign-in'
  | 'standings'
  | 'tree'
  | 'trial';

/** The help of one page: three to six sentences, and at most one picture. */
export interface PageHelp {
  readonly title: Both<string>;
  readonly said: Both<readonly string[]>;
  readonly picture?: Both<string> & { readonly name: PictureName };
}

/** The key of a page's help: its route, perhaps with what tells one part of the page from another. */
export type HelpKey = keyof typeof helps;

const helps = {
  '/sign-in': {
    title: { zh: '登录', en: 'Signing in' },
    said: {
      zh: [
        '用管理员给您的用户名登录。',
        '第一次用初始口令，进去先换成自己的；接了统一身份的地方，也可以凭初始口令直接绑定。',
        '连续输错 5 次会锁定 15 分钟，也可以请管理员解锁。',
        '忘了口令，请本镇管理员重置；没有邮件和短信找回。',
      ],
      en: [
        'Sign in with the user name that the administrator gave you.',
        'The first password is for one use: change it to your own at once, or bind your unified identity with it where there is one.',
        'Five wrong passwords in a row lock the name for 15 minutes; an administrator can unlock it.',
        'If you forgot it, ask the administrator of your town. Nothing is sent by mail or message.',
      ],
    },
    picture: { name: 'sign-in', zh: '登录', en: 'Signing in' },
  },
  '/sign-in/identity': {
    title: { zh: '统一身份认证', en: 'Unified identity' },
    said: {
      zh: [
        '从统一身份认证平台回来，先到这一页。',
        '认得您的，直接进入；账号开了两步登录的，还要输手机上的六位数。',
        '没有绑定过的进不来：登录后在“本人账号”里绑定，或者在登录页点“第一次用”，凭管理员给的初始口令绑定。',
        '统一身份只证明您是谁，不会新建账号，也不会多给岗位。',
      ],
      en: [
        'You come back here from the identity provider.',
        'If it is bound you are in; an account with a second step asks for its code.',
        'If not, bind it under My account after signing in, or from the sign-in page with the first password that the administrator gave you.',
        'It says who you are; it makes no account and gives no role.',
      ],
    },
  },
  '/set-up': {
    title: { zh: '首次设置', en: 'Set-up' },
    said: {
      zh: [
        '装好以后做一次，做完这一页就关闭。',
        '“一次性钥匙”是启动程序的窗口最后印出的那一行。',
        '单位可以从 Excel 读，也可以从国家区划名单取；现在不列，以后在“组织人员”里登记。',
        '最后看一遍，再定下第一位管理员。',
      ],
      en: [
        'Done once after the installation; then this page closes.',
        'The one-time key is the last line in the window that started the program.',
        'Units can be read from Excel or taken from the national list, now or later.',
        'Check it all, then name the first administrator.',
      ],
    },
    picture: {
      name: 'set-up',
      zh: '首次设置：钥匙印在启动程序的窗口里',
      en: 'The key is printed in the window of the program',
    },
  },
  '/password': {
    title: { zh: '改口令', en: 'Changing the password' },
    said: {
      zh: [
        '初始口令只能用来换成自己的，换好就进入系统。',
        '新口令要 10 个以上的字符，一句自己记得住的话就很好。',
        '不要用姓名、用户名、电话、单位名或连续的数字。',
        '改好以后，其他地方的登录都会退出。',
      ],
      en: [
        'The first password only serves to choose your own; then you are in.',
        'At least ten characters: a sentence that you remember does well.',
        'No names, telephone numbers, units or runs of digits.',
        'All other places where you are signed in are signed out.',
      ],
    },
  },
  '/towns': {
    title: { zh: '选择乡镇', en: 'Choosing a town' },
    said: {
      zh: [
        '您在几个地方有岗位，点一个进入；进去以后可以在本人菜单里换。',
        '别的镇请您的账号进入时，先在这里问您同不同意。',
        '没有岗位的哪里也进不了，请本镇管理员给一个。',
      ],
      en: [
        'You have posts in several places: choose one, and change later from your own menu.',
        'When another town asks your account in, you are asked here first.',
        'Without a post there is no way in; ask the administrator of your town.',
      ],
    },
  },
  '/help': {
    title: { zh: '一页一页的说明', en: 'This guide' },
    said: {
      zh: [
        '这里是每一页的说明，一页一节。',
        '在任何一页上点“帮助”，看到的就是那一节。',
        '右下角可以换成英文，或者用大字看；要留底的，直接打印。',
      ],
      en: [
        'Every page has a section here.',
        'Help on any page opens the section of that page.',
        'At the foot you change the language or the size of the text; it can be printed.',
      ],
    },
  },
  '/$town/desk': {
    title: { zh: '清单', en: 'My list' },
    said: {
      zh: [
        '等您办的事都在这里，按期限先后，点开就办。',
        '办完了自己会消去；空着就是没有事，不用天天来看。',
        '超期的标红，三个工作日内到期的标黄，都写着还有几天、为什么、问谁。',
        '包村干部在上面换到包的村：村里只看不填，由您打开那一件代村里答复。',
        '“打印”印成一页：最急的先印，一页印不下的写明还有几件。',
        '领导在下面还能看到最近封存的名单和等得久的事。',
      ],
      en: [
        'All that waits for you, the nearest day first; open it and do it.',
        'What is done leaves by itself. An empty list means there is nothing to do.',
        'Overdue is red, due within three workdays yellow, with days, reason and whom to ask.',
        'A resident cadre turns to a village above: it only reads, the cadre answers for it.',
        'Print gives one sheet, the most urgent first, and says how many are not on it.',
        'Leaders also see the last sealed list and what waits too long.',
      ],
    },
    picture: {
      name: 'desk',
      zh: '清单：等我办的事，按期限先后',
      en: 'What waits for me, the nearest day first',
    },
  },
  '/$town/work/drafts': {
    title: { zh: '分解台', en: 'Decomposition bench' },
    said: {
      zh: [
        '讲话、报告、纪要放到这里，拆成一件一件能办结的事。',
        '“粘贴材料”：粘贴正文，程序按固定句式标出可能的任务，事项由人来立。',
        '“导入任务表”：上级分下来的表，每一行要对应到本镇的单位或人；对不上的那一行不导入，写明原因。',
        '一份材料没有待办的草稿，就是“已办完”。',
        '标有密级的材料不能放进来。',
      ],
      en: [
        'Speeches, reports and minutes are taken apart here into what somebody can close.',
        'Paste a text: fixed sentence patterns mark what may be a task; people make items.',
        'Import a task table from above: a row that is mapped to nobody here is not taken and says so.',
        'A document is closed when none of its drafts is open.',
        'What is marked secret does not enter.',
      ],
    },
  },
  '/$town/work/drafts/$document': {
    title: { zh: '一份材料', en: 'A document on the bench' },
    said: {
      zh: [
        '左边是正文，一句一个编号；划线的是任务草稿，右边是正在办的一条和它的原句。',
        '补上谁办（牵头单位或责任人），再补数量或者时限，点“立为事项”；缺一样立不了。',
        '没有具体事的点“不形成任务”：只列在下面，不催办，随时可以“重新来办”。',
        '句中还有别的事：选中那几个字，另立草稿；一条里有两件事的，“拆成两条”；已经有人在办的，“并入已有的事项”。',
        '不用鼠标：N 下一条，P 上一条，X 不形成任务，C 填写，Ctrl+Enter 立为事项。',
      ],
      en: [
        'On the left the text by numbered sentences; underlined words are drafts, on the right the one you work on.',
        'Add who, and a number or a day, then claim it as an item; without them nothing is made.',
        'What asks for nothing particular forms no task: it is only listed, and can be taken up again.',
        'Select words to draft them, split a draft of two tasks, or merge it with an item that is there.',
        'By keys: N next, P previous, X no task, C fill in, Ctrl+Enter claim.',
      ],
    },
  },
  '/$town/work/demands': {
    title: { zh: '下发到村', en: 'Demands on villages' },
    said: {
      zh: [
        '要村里办事、填表、开会、迎检的，都在这里，看得到哪个部门什么时候要的。',
        '上面可以按月份、部门、村、状态缩小范围；缩小以后的网址可以发给同事。',
        '“闸门意见”写着拦在哪里：重复、提前不足、清单外、数已有。',
        '点一行看全文；等领导定的，领导在那里“放行”或“不予下发”，写明理由，提出的人自己不能定。',
        '打开一件再打印，就是给村里的一张纸：已有的数印在上面，不用再填。',
      ],
      en: [
        'Items, forms, meetings and inspections asked of villages, with the office and the time.',
        'Narrow them by month, office, village or state; the address can be sent to a colleague.',
        'The gate says what is wrong: asked twice, short notice, outside of the lists, known already.',
        'Open a row for all of it; a leader lets a stopped one through or refuses it, never their own.',
        'An open demand prints as the sheet for the village, with the known figures on it.',
      ],
    },
  },
  '/$town/work/demands/new': {
    title: { zh: '下发一件到村', en: 'Asking something of villages' },
    said: {
      zh: [
        '先选部门、事由和村，闸门当场核对，意见写在各栏下面。',
        '依据、用途、履职清单里的事项都要写；清单以外的拦下。',
        '“要村里报的数”一项一项加，镇里已有的自动带出、锁定，写着来源和日期。',
        '期限至少留两个工作日；下班后发、第二天上午要的，也拦下。',
        '30 日内要过同样的，写着是哪个部门哪天要的，可以“并入那一件，村里只答一次”。',
        '确需下发的点“请领导定”，由领导写明理由放行。',
      ],
      en: [
        'Choose the office, what is asked and the villages: the gate answers at once, beside each field.',
        'Basis, purpose and an entry of the duty lists are needed; what is outside of the lists is stopped.',
        'Add the figures one by one: what the town holds is shown and locked, with its source and day.',
        'Leave two workdays at least; sent in the evening and wanted in the morning is stopped as well.',
        'Whatever was asked within 30 days is named with office and day, and can be merged into.',
        'What must go out all the same waits for a leader, who gives the reason.',
      ],
    },
  },
  '/$town/work/demands/book': {
    title: { zh: '补记电话、微信里交办的', en: 'Booking what was said' },
    said: {
      zh: [
        '已经打了电话、发了微信、当面说了的，在这里补一行，一分钟以内。',
        '写明哪个部门、要了什么、要了哪些村、哪天几点说的。',
        '补记的同样计入减负表，算在下发部门头上。',
        '包村干部可以替自己包的村记；记错了的，打开那一件撤回，写明理由。',
      ],
      en: [
        'What was telephoned, chatted or said already is booked here in one line, within a minute.',
        'Say which office, what it asked, of which villages, on which day and at what time.',
        'It counts in the burden meter, against the office that asked.',
        'A resident cadre books for the own villages; a wrong line is withdrawn with a reason.',
      ],
    },
  },
  '/$town/work/duty-lists': {
    title: { zh: '履职清单', en: 'Duty lists' },
    said: {
      zh: [
        '村里自己办的、协助政府办的、不应由村承担的，一项一行。',
        '下发到村的每一件都要对上清单里的一项，对不上的拦下。',
        '“下载表格”改好以后“导入表格”，先看会改什么，再定。',
        '停用的写上止日，以前下发的不受影响。',
      ],
      en: [
        'What villages do themselves, help with, or may not be asked: a row each.',
        'Every demand must name an entry; without one it is stopped.',
        'Download the table, change it, import it: first you see what would change.',
        'An entry that ends gets its last day; what was asked before stays as it was.',
      ],
    },
  },
  '/$town/work/known-figures': {
    title: { zh: '已知数', en: 'Known figures' },
    said: {
      zh: [
        '镇里各部门已经有的、分村的数，每个数写着截至哪天、从哪里来。',
        '下发时要到这些数，自动带出并锁定，不再要村里填。',
        '过了一年的可以再问，页面上写着“已过一年”。',
        '数从 Excel 导入；同一个村、同一指标、同一天的，以后导入的为准。',
      ],
      en: [
        'Figures of villages that the offices hold, each with its day and source.',
        'Where a demand asks one of them it is shown and locked, and the village is not asked.',
        'A figure over a year old may be asked again, and the page says so.',
        'They come from a workbook; of the same village, figure and day the later import holds.',
      ],
    },
  },
  '/$town/work/burden': {
    title: { zh: '减负表', en: 'Burden meter' },
    said: {
      zh: [
        '一个月里各部门向各村要了多少，数的是下发部门，不是村。',
        '一件发到五个村，算 1 件、5 村次。',
        '重复、提前不足、清单外、领导放行、补记，各占一栏。',
        '每个数都点得开，看是哪几件。',
        '可以打印在 A4 或 A3 上，作内部通报的附表；各部门只看到自己下发的。',
      ],
      en: [
        'What the offices asked of the villages in a month: it counts those who ask.',
        'One demand to five villages is one demand and five times.',
        'Asked twice, short notice, outside of the lists, let through, booked afterwards: a column each.',
        'Every figure opens the demands that it counts.',
        'It prints on A4 or A3; an office sees only what it asked itself.',
      ],
    },
  },
  '/$town/ledger': {
    title: { zh: '已入账事实', en: 'Posted facts' },
    said: {
      zh: [
        '入了账的事实都在这里，看得到谁登记、谁复核、凭什么。',
        '上面可以按期间、对象、条款、部门缩小范围；缩小以后的网址可以发给同事。',
        '点一行看它的内容、佐证、办理经过和计了几分；点“记分”看它在得分里的位置。',
        '入了账的不能改。记错了的，打开那一条点“更正”，另记一条收回它。',
        '“导出这些”得到一份 Excel。',
      ],
      en: [
        'Every posted fact, with who recorded it, who reviewed it, and on what.',
        'Narrow it by period, subject, clause or office; the address can be sent to a colleague.',
        'Open a row for its content, evidence, course and points; the points lead to their place in the result.',
        'A posted fact is never changed: open it and correct it by another fact.',
        'What is listed can be taken away as an Excel file.',
      ],
    },
    picture: {
      name: 'facts',
      zh: '事实台账：入了账的不能改，记错了的办更正',
      en: 'Posted facts stay; mistakes are corrected by another fact',
    },
  },
  '/$town/ledger?view=entries': {
    title: { zh: '待记', en: 'Entries that wait' },
    said: {
      zh: [
        '登记了还没有入账的，都在这里；没有入账的不计分。',
        '复核的人点开一行看内容和佐证：属实的“复核入账”，不对的“退回”，写清哪里不对。',
        '登记的人不能复核自己的，所以总要两个人。',
        '退回来的，点“改”改好，再交上去。',
        '几条一起办的，先在“选”一栏勾上。',
      ],
      en: [
        'What was recorded and is not posted yet; it gives no points.',
        'The reviewer opens a row, looks at content and evidence, then posts it or sends it back with the reason.',
        'Nobody reviews their own entries: there are always two persons.',
        'What came back is changed and handed in again.',
        'Tick several to settle them together.',
      ],
    },
    picture: {
      name: 'review',
      zh: '复核：看内容和佐证，入账、退回',
      en: 'Reviewing: look at content and evidence, post or send back',
    },
  },
  '/$town/ledger?view=signatures': {
    title: { zh: '经查无签认', en: 'Signatures' },
    said: {
      zh: [
        '期满以后，责任部门逐条签“经查无”：除已登记的以外，没有别的。',
        '还有待记的条款先办完待记，再签。',
        '勾上几条一起签；一次签认对全部对象有效。',
        '没有签的条款，这一期不能封存。',
      ],
      en: [
        'After the period each office signs clause by clause that there was nothing else.',
        'Entries of a clause are settled first.',
        'Tick several clauses; one signature holds for all subjects.',
        'A period with an unsigned clause cannot be sealed.',
      ],
    },
  },
  '/$town/ledger?view=notes': {
    title: { zh: '村里的话', en: 'Words of villages' },
    said: {
      zh: [
        '村里在纸上、电话里、当面说的，由包村干部或考核办代记，写明是谁说的、怎么说的。',
        '要记的，打开那条事实，点“记村里的话”。',
        '话不改变得分；查实错了的，由站所更正。',
      ],
      en: [
        'What villages said on paper, by telephone or in person, written down on their behalf.',
        'To write one, open the fact that it is about.',
        'Words change no points; what proves wrong is corrected by the office.',
      ],
    },
  },
  '/$town/work/keeping': {
    title: { zh: '常办和回头看', en: 'Recurring and look-back' },
    said: {
      zh: [
        '每月报表、每季例会写一次，到了周期自动排进责任人的清单；没有每天、每周的。',
        '“回头看抽样”写一个当众说好的种子，同一个种子抽出来总是同一批。',
        '抽中的打开，点“回头看”写结果；反弹的自动立一件后续事项。',
        '哪种结果记成哪种事实，由考核办在这里指定；没有条款听的，督查室认定不了。',
      ],
      en: [
        'Monthly returns and quarterly meetings are written once and appear when the period begins; nothing daily or weekly.',
        'The sample is drawn by a seed agreed in public: the same seed, the same sample.',
        'Open what was drawn and look back; what failed becomes an item that follows.',
        'The assessment office names the kind of fact for an outcome; without a clause that hears it none is confirmed.',
      ],
    },
  },
  '/$town/work/items/$id': {
    title: { zh: '一件事项', en: 'One item' },
    said: {
      zh: [
        '上面是要办什么、谁批示、谁牵头、时限和为什么亮这盏灯；下面一根线是“办理经过”。',
        '最下面的按钮只有您现在能办的；少用的在“其他办理”里。',
        '办不完的点“申请延期”，写原因和延到哪天，由领导或督查室定，原来的时限留着。',
        '“办结”要六项审核都做到；签收、办理、反馈过的人和责任人不能自己核查、销号。',
        '包村干部代村里办的，选代哪个村、村里是电话、当面还是纸条说的。',
        '要盖章存档的，点“打印督办单”。',
      ],
      en: [
        'Above: what is asked, by whom, who leads, until when and why the light is as it is; below, the course of handling.',
        'The buttons are only what you may do now; the rare ones are folded.',
        'What cannot be done in time asks for an extension; another decides, and the old day stays.',
        'Accepting needs all six checks; whoever did any of the work neither reviews nor closes.',
        'A resident cadre says for which village, and how the village told it.',
        'To seal and file it, print the slip.',
      ],
    },
  },
  '/$town/work/items/$id/slip': {
    title: { zh: '打印督办单', en: 'The printed slip' },
    said: {
      zh: [
        '这一张按督办单的版式排，一页 A4：事项、依据、批示领导、牵头配合、时限、反馈周期、联系人。',
        '点“打印”；承办单位把办理结果写在下面，盖章交回督查室。',
        '领导批示是工作秘密，不要拍照发到群里。',
      ],
      en: [
        'One A4 sheet in the layout of a supervision slip: item, basis, leader, lead and support, due, feedback, contact.',
        'Print it; the lead unit writes the result below and seals it.',
        'A leader’s instruction is a work secret: do not send pictures of it around.',
      ],
    },
  },
  '/$town/work/book': {
    title: { zh: '登记交办', en: 'Booking' },
    said: {
      zh: [
        '口头交办写一行：“什么事”、“谁办”、“什么时候办完”，点“登记交办”，就到了他的清单里。',
        '要编号、核查、销号的，“登记成”选督办单；牵头、责任人、时限都写了，督查室一步就交办。',
        '办站所登的督办单先报督查室立项。',
        '一批事从表里复制，在“从 Excel 粘贴”里贴；哪个格子读不懂会指出来，有错一行也不登记。',
        '要村里做事的先过下发闸门，不会直接发到村。',
      ],
      en: [
        'An oral task is one line: what, who, until when; booked, it is on their list.',
        'What needs a number, a review and a closing is booked as a slip; with lead, person and day it is assigned at once.',
        'A slip from an office goes to the supervision office first.',
        'Many rows are pasted from a workbook; wrong cells are named, and then nothing is booked.',
        'What asks something of villages passes the burden gate first.',
      ],
    },
  },
  '/$town/work': {
    title: { zh: '督办事项', en: 'Items' },
    said: {
      zh: [
        '这里是您能看到的全部督办事项和口头交办，期限近的排在前面。',
        '“期限”一栏有形状、有字：▲ 是三个工作日内到期，■ 是超期，括号里写着为什么。',
        '点一条看它的办理经过；您能办的，按钮就在下面。',
        '办理的人不能自己核查、自己销号，由督查室或领导来办。',
      ],
      en: [
        'These are all items and one-line tasks that you may read, the nearest day first.',
        'The light has a shape and words: ▲ is due within three workdays, ■ is overdue, with the reason.',
        'Open one to see its course of handling; the buttons below are what you may do.',
        'Whoever did the work neither reviews nor closes it; the supervision office or a leader does.',
      ],
    },
  },
  '/$town/work/campaigns': {
    title: { zh: '专项行动', en: 'Campaigns' },
    said: {
      zh: [
        '一个专项有目标、清单、起止和负责人；到期自动结束，谁也不能让它拖下去。',
        '督查室和办站所可以立专项；起止立了就不能改。',
        '已到期而“未销号”不是 0 的，去向还没有定完。',
      ],
      en: [
        'A campaign has a goal, a list, days and an owner; it ends by itself.',
        'The supervision office and offices begin one; its days cannot be changed afterwards.',
        'Where it has ended and spots are still open, each waits to be decided.',
      ],
    },
  },
  '/$town/work/campaigns/$campaign': {
    title: { zh: '一个专项和它的点位', en: 'One campaign and its spots' },
    said: {
      zh: [
        '上面一张表按村、按阶段数点位，每个数都是下面清单的合计；点数字看是哪几处。',
        '点位从 Excel 导入，先看会改什么，错的写在格子旁边；导出的表还能原样导回来。',
        '一处一处推进；到了最后一个阶段、有了整治后的佐证，由没有经办的人销号。',
        '到期以后不能再加点位；没有销号的逐处转办、销号，或写明原因留存。',
        '村里的进展由包村干部代记，写明村里是怎么说的。',
      ],
      en: [
        'The table counts spots by village and stage; every figure is a sum over the list below and opens it.',
        'Spots come from a workbook: you see what would change, and mistakes stand beside their cells.',
        'They move on stage by stage; in the last one, with evidence, somebody who did none of it closes them.',
        'After the end nothing is added: what is open is handed on, closed, or left with the reason.',
        'A resident cadre writes for the village and says how it told.',
      ],
    },
  },
  '/$town/work/goals': {
    title: { zh: '年度目标', en: "Year's goals" },
    said: {
      zh: [
        '一年的目标是一棵树：大目标往下分解，直到每一项都有数量、时限和一个责任人。',
        '“完成”是算出来的，不是评出来的：末级目标按累计数算，上级按下面的加起来；点开就看见算式，用笔能重算一遍。',
        '没有报数的不当作零，写成一个范围；超额只算 100%，不替别人补缺。',
        '灯按读数那天的时间进度看：每季度报一次数就够，季度过完没有报的写“缺数”。',
        '时限可以调整，要写理由；原来的留着，调整几次写在表上。',
        '“覆盖检查”列出没有落实的：没有责任人、时限、数量的，漏了村的，权重不对的。',
      ],
      en: [
        'The goals of a year are a tree, decomposed until every leaf has a quantity, a date and one accountable person.',
        'Progress is worked out, not judged: leaves from their readings, a goal above from those below. Open it to see the arithmetic.',
        'What was not read is not zero but a range; a surplus counts as 100% and fills no gap of others.',
        'The light compares with the day of the reading: once a quarter is enough, and a quarter without a reading says so.',
        'A due date is moved with a reason; the old one is kept, and the table says how often.',
        'Coverage lists what is open: no person, date or quantity, a village left out, weights that do not add up.',
      ],
    },
  },
  '/$town/work/retrospectives': {
    title: { zh: '复盘', en: 'Retrospectives' },
    said: {
      zh: [
        '出了问题写在这里：是什么、为什么、改什么，再约一天看一个数。',
        '整改只有两种：转成一件督办事项，或者提出修改条款，到沙盘里试过再议。',
        '到了看数那天，负责人的清单上会有一条；结论只写管住了、没管住，和那个数。',
        '每一步写了不改；没管住的，另登记一个问题接着查。',
      ],
      en: [
        'A problem is written here: what, why, what is changed, and a figure to look at on a day.',
        'A change is an item, or a proposed clause that is tried in the sandbox first.',
        'On that day the owner has a line; the conclusion says whether it kept, with the figure.',
        'No step is changed once written; what did not keep is written down anew.',
      ],
    },
  },
  '/$town/work/handling': {
    title: { zh: '办理排序', en: 'Order of handling' },
    said: {
      zh: [
        '每个月看各单位、各分管领导名下到期的事项办得怎样，只给领导和督查室看。',
        '按按时率排，怎么算写在表下面；按时率相同的并列，少于三件的不排。',
        '点表里的数，看是哪几件；办结日按反馈那天算，核查慢不算承办单位的。',
      ],
      en: [
        'A month by office and by leader in charge, for leaders and the supervision office alone.',
        'It goes by the share done in time; the rule stands below. Ties are ties; fewer than three are not ranked.',
        'A count opens its items; what counts is the day of the report, not of its check.',
      ],
    },
  },
  '/$town/work/circulars': {
    title: { zh: '通报', en: 'Circulars' },
    said: {
      zh: [
        '一个月最多一期，月底以后由督查室印发。',
        '内容全部从办理记录和减负表里来，没有人能在里面写评语。',
        '先点“拟”看会写什么，再决定印发不印发。',
      ],
      en: [
        'At most one a month, issued by the supervision office after its end.',
        'All of it comes from the records and the burden meter; nobody writes a judgement into it.',
        'Look at what it would say first, then issue it or not.',
      ],
    },
  },
  '/$town/work/circulars/$month': {
    title: { zh: '一期通报', en: 'One circular' },
    said: {
      zh: [
        '先写谁在交办和下发，再写办结、逾期、延期和提前办结，最后附减负表。',
        '开头写明数据截至什么时候；领导批示件不列入。',
        '印发以后内容不变；Word 里文号空着，由党政办登记。',
      ],
      en: [
        'First who asks, then what was closed, overdue, extended or early, then the burden meter.',
        'It names the edition of its data; what leaders instructed is never in it.',
        'Once issued it does not change; its number is left to the office that registers it.',
      ],
    },
  },
  '/$town/ledger/record': {
    title: { zh: '记一条事实', en: 'Recording a fact' },
    said: {
      zh: [
        '先“按条款找”：输编号、内容里的字或拼音首字母，回车选定，事实种类自动带出。',
        '再写对象、哪天发生的、发生了什么；日期写查到的那天，不是登记的那天。',
        '照片拖进来、选文件或粘贴都行，勾上“不含国家秘密、工作秘密”才开始传。',
        '分不用填，由办法算。',
        '看一眼“先看看是不是同一回事”，免得一件事记两次。',
        '点“存，交复核”；没有填完就走开的，下次打开还在。',
      ],
      en: [
        'Find the clause first by its number, words or initials; the kind of fact comes with it.',
        'Then the subject, the day it happened (not the day of recording), and what happened.',
        'Drag, choose or paste photos; they are sent once you have confirmed that they hold no secrets.',
        'No points are typed: the scheme works them out.',
        'Look at what may be the same thing, so that nothing is recorded twice.',
        'Save; another person reviews it. What is half done is still here when you come back.',
      ],
    },
    picture: {
      name: 'record',
      zh: '记一条事实：按条款找，种类自动带出',
      en: 'Recording a fact: the clause brings its kind',
    },
  },
  '/$town/ledger/sheet': {
    title: { zh: '记分表', en: 'Score sheet' },
    said: {
      zh: [
        '一次办一条条款、全部村：先选办法、条款和考核期。',
        '像 Excel 一样填：方向键移动，直接打字，回车下移，Ctrl+Z 撤销自己的。',
        '填一格存一格，几个人可以同时填；两个人填的不一样，两个数都列出来由您选。',
        '从 Excel 复制一块，点在左上角那一格粘贴，先看改哪几格再确认。',
        '没有发生的村不用填，期满在“经查无签认”里签。',
        '填好了交复核，照样由另一个人复核，才入账。',
      ],
      en: [
        'One clause for all villages at once: choose scheme, clause and period.',
        'Fill it like Excel: arrows, typing, Enter, Ctrl+Z for your own steps.',
        'Each cell is saved as it is typed and several may type at once; where two differ, both values are shown for you to choose.',
        'Paste a block from Excel at its upper left cell; you see what changes before it does.',
        'Villages where nothing happened stay empty; that is signed after the period.',
        'Hand the rows in; another person reviews them before they are posted.',
      ],
    },
    picture: {
      name: 'score-sheet',
      zh: '记分表：一次填各村，像 Excel 一样',
      en: 'The score sheet, filled like Excel',
    },
  },
  '/$town/evidence': {
    title: { zh: '佐证', en: 'Evidence' },
    said: {
      zh: [
        '照片和文件先存在这里，记实的时候引用；每一份写着谁传的、哪条事实引用。',
        '照片里的拍摄地点和手机型号会自动去掉。',
        '有人脸、证件号要遮的，打开它遮挡；原来的不再给人看。',
        '传上 100 天还没有引用的，会自动清掉；引用了的一直在。',
      ],
      en: [
        'Photos and files, with who sent them and which facts cite them.',
        'Places and cameras in photos are taken out by themselves.',
        'Faces and numbers can be covered; the uncovered picture is then shown to nobody.',
        'What nothing cites after 100 days is cleaned away; what is cited stays.',
      ],
    },
    picture: {
      name: 'evidence',
      zh: '佐证：每一份由谁传、谁引用',
      en: 'Evidence: who sent it, what cites it',
    },
  },
  '/$town/standings': {
    title: { zh: '考核期', en: 'Periods' },
    said: {
      zh: [
        '每份办法的各期都在这里，写着走到哪一步、下一步是什么。',
        '点一期的名字看得分名次。',
        '封存以后写着第几版和凭据码，得分从此不再改动。',
        '封存以前，总分和名次只有考核办看得到。',
      ],
      en: [
        'The periods of every scheme, where each stands and what comes next.',
        'Open a period for its standings.',
        'A sealed one names its edition and receipt code; its points never change again.',
        'Before the seal only the assessment office sees totals and ranks.',
      ],
    },
    picture: {
      name: 'periods',
      zh: '考核期：一期走到哪一步，凭据码是什么',
      en: 'Periods: where each stands, and its receipt code',
    },
  },
  '/$town/standings/$line/$period': {
    title: { zh: '得分名次', en: 'Standings' },
    said: {
      zh: [
        '这一期的名次、总分、各部分的分，和上期比升了还是降了。',
        '点任何一个数，看它的由来：总分、各部分、名次、升降都能点开。',
        '点表头排序，按类组筛；排好的网址可以发给别人。',
        '写着“暂”的还缺材料，缺材料不等于零分，不排名。',
        '没有封存的一期可以换“截至”的日子看。',
      ],
      en: [
        'Ranks, totals and parts of this period, and what changed against the last one.',
        'Open any number to see where it comes from: total, part, rank or change.',
        'Sort by the heads, narrow by group; the address keeps it for a colleague.',
        'What is provisional waits for material. That is not zero, and it is not ranked.',
        'A period that is not sealed can be seen as of another day.',
      ],
    },
    picture: {
      name: 'standings',
      zh: '得分名次：各部分的分，与上期比',
      en: 'Standings: points by part, against the last period',
    },
  },
  '/$town/standings/$line/$period/subjects/$subject': {
    title: { zh: '一个数的由来', en: 'Where a number comes from' },
    said: {
      zh: [
        '从总分一层一层到指标、条款、事实、佐证和经手的人，下面的数加起来就是上面的数，拿支铅笔就能核。',
        '点一个数，进到它自己的一页；每一层的网址都可以发给别人，用浏览器的后退回来。',
        '“与上期比”说每一条比上期多了少了多少，加起来就是总分的升降。',
        '“如果没有扣”说某一件事没有发生或按期办好，分和名次会是多少；每一句只假设一件事。',
        '“打印”印出这一层全部内容；“打印一页说明”是发给村里的那一张 A4。',
      ],
      en: [
        'From the total to indicators, clauses, facts, evidence and persons: what stands below adds up to what stands above.',
        'Open a number for a page of its own; each level has an address, and the browser’s back button leads up again.',
        'The difference from the last period is told clause by clause and adds up to the change of the total.',
        'What would have been without a deduction supposes one matter at a time.',
        'Print this level whole, or the one-page sheet that a village is handed.',
      ],
    },
    picture: {
      name: 'tree',
      zh: '点任何一个数：从总分到条款、事实、照片',
      en: 'From the total to clauses, facts and photos',
    },
  },
  '/$town/standings/$line/$period/readiness': {
    title: { zh: '准备情况', en: 'Readiness' },
    said: {
      zh: [
        '离封存还差哪几件事，按部门列着，逐件点开去办。',
        '没有发生的签“经查无”，缺材料的补材料，待记先复核入账。',
        '期满以后分三步：转入打分，转入核对，没有障碍了再封存；封存以前可以退一步。',
        '封存以后不再改动。发现错了的，更正记到后面的期；有会议决定改原来一期的，另出一版。',
      ],
      en: [
        'What keeps this period from the seal, by office; open each and settle it.',
        'Sign what did not happen, bring missing material, post what waits.',
        'Three steps after the period: marking, checking, the seal. Before the seal one step back is possible.',
        'After it nothing changes: mistakes are corrected in a later period, or by a new edition with a decision.',
      ],
    },
    picture: {
      name: 'readiness',
      zh: '准备情况：还有哪几件事，归谁办',
      en: 'Readiness: what is left, and whose it is',
    },
  },
  '/$town/standings/$line/$period/sandbox': {
    title: { zh: '试算', en: 'Trial' },
    said: {
      zh: [
        '换另一版办法算这一期的事实，看谁升谁降，因为哪一条。',
        '只算给您看，什么也不存，正式的分不变。',
        '草稿也能试；先在“考核办法”里起草下一版，改好再来选它。',
      ],
      en: [
        'Another version of the scheme on the facts of this period: who rises, who falls, by which clause.',
        'Nothing is kept and no real point changes.',
        'Drafts can be tried too: draft the next version, then choose it here.',
      ],
    },
    picture: {
      name: 'trial',
      zh: '试算：换成另一版，谁升谁降，因为哪一条',
      en: 'The trial of another version',
    },
  },
  '/$town/scheme': {
    title: { zh: '考核办法', en: 'Schemes' },
    said: {
      zh: [
        '各版办法从草稿、征求意见到批准、施行，都列在这里。',
        '“上传细则”把 Word、Excel 读成草稿，读不准的标“待定”，由人来定。',
        '批准了的正文不再改动；要改，打开它起草下一版，从以后的日期施行。',
        '每一期按它自己那时施行的版本计分，不追溯。',
      ],
      en: [
        'Every version from draft to comments, approval and force.',
        'A Word or Excel file is read into a draft; what is not certain is left pending for a person.',
        'An approved text never changes: draft the next version, in force from a later day.',
        'Each period counts by the version of its own time.',
      ],
    },
  },
  '/$town/scheme/kinds': {
    title: { zh: '事实目录', en: 'Catalogue of facts' },
    said: {
      zh: [
        '可以记的事实，一种一行：叫什么、填哪些栏目、归哪个部门记。',
        '“听取的条款”写着现行办法哪几条看它；都不听取的，记了也不计分。',
        '批准一份办法时，办法里写的事实种类自动进目录。',
        '有了事实以后，它的形式不能再改；改代码的，原来的留作曾用代码。',
      ],
      en: [
        'Every kind of fact: its name, fields and office.',
        'The clauses that listen to it are named; a kind nobody listens to gives no points.',
        'Approving a scheme brings its kinds into the catalogue.',
        'Once there are facts its form stays; an old code is kept as a former one.',
      ],
    },
  },
  '/$town/scheme/$version': {
    title: { zh: '一版办法', en: 'A version of a scheme' },
    said: {
      zh: [
        '“正文”是给人看的公文样子，每一条旁边写着怎样计分。',
        '“原文和检查”是程序读的原文，一边写一边检查。',
        '“意见”收各部门说的话，逐条答复；“与另一版比较”说改了哪几条。',
        '草稿能改；征求意见和批准以后，正文就定了，批准要写会议的文号。',
      ],
      en: [
        'The official text as people read it, with how each clause counts.',
        'The source is what the program reads, checked as it is written.',
        'Comments of offices are answered one by one; the comparison tells what changed.',
        'A draft can be edited; an approved text is fixed and names its decision.',
      ],
    },
    picture: {
      name: 'scheme',
      zh: '考核办法：正文和每一条的计分方式',
      en: 'The text, and how each clause counts',
    },
  },
  '/$town/scheme/$version?tab=edit': {
    title: { zh: '编写', en: 'Writing a scheme' },
    said: {
      zh: [
        '左边是指标和条款，点一条，中间就是它的表单，右边是正文。',
        '“下一条待定”带您一条一条定下导入时没有读准的。',
        '每种计分方式下面都照现在的写法算一算，如 3 次扣几分，用的就是正式的算法。',
        '表单改的就是“原文和检查”里的那份文本，您写的注释一个字不动；改错了按 Ctrl+Z。',
        '存上草稿以后，可以“用它试算，看谁升谁降”。',
      ],
      en: [
        'Choose a clause on the left: its form stands in the middle, the official text on the right.',
        'The pending clauses are taken one after the other until each is decided.',
        'Below a rule it is worked out as it stands, by the real evaluation.',
        'The form edits the same text as the source, and every remark stays; Ctrl+Z takes a step back.',
        'A saved draft can be tried: who rises, who falls.',
      ],
    },
  },
  '/$town/scheme/$version?tab=source': {
    title: { zh: '原文和检查', en: 'Source and check' },
    said: {
      zh: [
        '左边写，右边的正文跟着变；哪一行不对、怎么改，写在下面。',
        '“还要写定的事”是导入时没有读准的，一条一条定下来。',
        '没有存的内容留在这台电脑的浏览器里；点“存草稿”存到服务器。',
        '有错误的草稿可以存，不能批准。',
      ],
      en: [
        'Write on the left and the text on the right follows; what is wrong and how to mend it stands below.',
        'What the import could not read for certain is listed until it is decided.',
        'Unsaved text stays in this browser; saving puts the draft on the server.',
        'A draft with errors can be saved, not approved.',
      ],
    },
    picture: {
      name: 'scheme-check',
      zh: '原文和检查：哪一行有什么问题，怎么改',
      en: 'Which line is wrong, and how to mend it',
    },
  },
  '/$town/scheme/$version?tab=compare': {
    title: { zh: '与另一版比较', en: 'Comparing versions' },
    said: {
      zh: [
        '选另一版，列出新增、删去、改动的条款，改动的前后都写着。',
        '只比写法，不算分；想知道谁升谁降，去一期的得分名次里用另一版办法试算。',
        '征求意见时，把这一页发给各部门看，比看全文快。',
      ],
      en: [
        'Choose another version: clauses added, taken out and changed, with both wordings.',
        'It compares texts alone; who rises or falls is told by the trial of a period.',
        'For comments this page is read faster than the whole text.',
      ],
    },
    picture: {
      name: 'scheme-compared',
      zh: '与另一版比较：改了哪几条',
      en: 'What changed between two versions',
    },
  },
  '/$town/org': {
    title: { zh: '组织人员', en: 'Units and people' },
    said: {
      zh: [
        '每个村的挂点领导、包村干部、书记，每个屋场的负责人，都在这里。',
        '“看哪一天”换一个日期，就是那一天是谁。',
        '人换了，打开那个人，先“止”再“任职”，写明哪一天；以前的分还算在当时的人头上。',
        '一次登记许多的，用“导入 Excel”，先看清改什么再导入。',
      ],
      en: [
        'Who leads, visits and heads every village and hamlet.',
        'Another day shows who it was on that day.',
        'When people change, end one post and begin the next, each with its day; earlier points stay where they were.',
        'Many at once come by Excel, with a preview of what changes.',
      ],
    },
    picture: {
      name: 'roster',
      zh: '组织人员：每个村的挂点领导、包村干部、书记',
      en: 'Who answers for each village',
    },
  },
  '/$town/org/chains': {
    title: { zh: '各村责任链', en: 'Chains of responsibility' },
    said: {
      zh: [
        '每个村一张：挂点领导、包村干部、书记、每个屋场的负责人和电话。',
        '一张一页 A4，直接打印，贴在村部或者带着下村。',
        '空着的位置写明是空缺，补上要到“组织人员”里办。',
      ],
      en: [
        'One sheet a village: leader, cadre, secretary, hamlet heads and telephones.',
        'Each is one A4 page for the wall or the pocket.',
        'A vacant place is named; it is filled under units and people.',
      ],
    },
    picture: {
      name: 'chains',
      zh: '责任链：一个村一张，可以打印',
      en: 'A chain of responsibility, one page a village',
    },
  },
  '/$town/settings': {
    title: { zh: '本人账号', en: 'My account' },
    said: {
      zh: [
        '您的岗位、口令和登录都在这里。',
        '觉得别人可能知道了口令，马上改；改好以后其他地方都要重新登录。',
        '不认得的登录，退出它；“登录记录”里看得到什么时候、从哪里登录过，失败的也在。',
        '“两步登录”开了以后，光知道口令进不来；备用码打印出来锁好，快用完了就换一批。',
        '记实员、复核员要请假，在岗位下面“定替补”：写明谁、从哪天到哪天，到期自动结束；替补不能再找替补。',
        '岗位由管理员给，要加要减找管理员。',
      ],
      en: [
        'Your posts, your password and where you are signed in.',
        'Change the password as soon as somebody may know it; all other places are signed out.',
        'Sign out what you do not recognise; the list of sign-ins shows when and where, failures too.',
        'With the second step on, a password alone opens nothing; print the backup codes, and make new ones when few are left.',
        'A recorder or reviewer who will be away names a substitute below the role, from a day to a day; it ends by itself.',
        'Posts are given by the administrator.',
      ],
    },
  },
  '/$town/settings/accounts': {
    title: { zh: '账号与岗位', en: 'Accounts and roles' },
    said: {
      zh: [
        '点“新建账号”，选人，给一个用户名；初始口令只显示一次，打印了当面交给本人。',
        '再“加岗位”：登记的人选“记实员”，写明管哪些站所的条款；村书记选“村”，写明管哪个村。',
        '登记的人不能复核自己登记的，所以“记实员”和“复核员”是两个人。',
        '有人请假，他自己在“本人账号”定替补，您也可以替他定：写明从哪天到哪天，到期自动结束；不妥的马上“免去”。',
        '手机和备用码都丢了的，当面核对以后停用他的两步登录。',
        '人调走了就停用，做过的事照样查得到。',
      ],
      en: [
        'Make an account for a person; its first password is shown once, to be handed over in person.',
        'Then give roles: a recorder for certain offices, a village for its own village.',
        'Nobody reviews their own entries: recorder and reviewer are two persons.',
        'For an absence people name their own substitute, or you do it beside the role; it ends by itself, and you may end it at once.',
        'For who lost telephone and backup codes, turn the second step off after seeing them.',
        'Disable the account of who leaves; what they did stays on record.',
      ],
    },
    picture: {
      name: 'accounts',
      zh: '账号与岗位：谁能进来，管什么',
      en: 'Who may enter, and for what',
    },
  },
  '/$town/settings/calendar': {
    title: { zh: '放假调休', en: 'Holidays' },
    said: {
      zh: [
        '按工作日算的期限，都照国务院办公厅每年公布的放假通知推算。',
        '新一年的通知公布后，点“登记”，把通知正文原样粘贴进来，程序当场读出放假和上班的日子。',
        '通知里写的天数、星期和读到的对不上，会一条条列出来，核对后才能登记。',
        '还没有登记的年份，程序不猜：按工作日的期限推算到那一年会提醒先登记。',
      ],
      en: [
        'Deadlines in workdays are counted by the holiday notice that is published for each year.',
        'When the next one is out, press the button above and paste its Chinese text: the days are read at once.',
        'Where its counts or days of the week do not agree with the days, you are asked to look first.',
        'A year that nobody entered is never guessed: a deadline that reaches it is refused with a sentence.',
      ],
    },
  },
  '/$town/settings/tokens': {
    title: { zh: '访问令牌', en: 'Access tokens' },
    said: {
      zh: [
        '县里的平台或别的程序要读写本镇的数据，用访问令牌，不要把口令给出去。',
        '“新开访问令牌”：写明给哪个程序用，开放哪几处，到哪一天为止。',
        '令牌只显示一次；它做的事记在您名下，也不会超出您的岗位。',
        '不用了就“作废”；停用账号、重置口令，令牌一起作废。',
      ],
      en: [
        'Other programs read and write with an access token; give nobody a password for that.',
        'Say which program it is for, what is open to it and until when.',
        'It is shown once; what it does is in your name and never beyond your roles.',
        'End it when it is not needed; it ends with the account or a reset password too.',
      ],
    },
  },
  '/$town/settings/reminders': {
    title: { zh: '提醒', en: 'Reminders' },
    said: {
      zh: [
        '日历订阅：把清单里的期限放进手机或电脑的日历，地址只显示一次，不要转发。',
        '地址丢了就“换一个地址”，旧的马上失效；不要了就“停用订阅”。',
        '每日提醒邮件：工作日早上八点半最多一封，没有新的事不发，只写有几件。',
        '两样都由自己开、自己停；不开也不影响办事，也不会被通报。',
        '管理员在下面凭决定文号开群机器人：只在群里说有几件待办，默认不开。',
      ],
      en: [
        'Calendar feed: the days of your list in your own calendar. Its address is a secret.',
        'A lost address is replaced by a new one; the old one ends at once.',
        'One e-mail at half past eight on workdays at most, none where nothing is new.',
        'You turn both on and off; nobody is named for leaving them off.',
        'Administrators turn on the robot of a chat group below: how many matters, nothing else.',
      ],
    },
  },
  '/$town/settings/links': {
    title: { zh: '免登录链接', en: 'Plain links' },
    said: {
      zh: [
        '村里没有账号，也能在手机上看本村清单：只有事项、期限和问哪个部门，不填报。',
        '先由管理员写上同意开通的决定文号和联系电话，没有决定就不开通。',
        '“做一个链接”后当场打印告知单：地址和取阅码只显示一次，七天到期。',
        '取阅码连续输错五次，链接就停用；每次打开和输错都记在这里。',
        '领导批示和别的工作秘密不会出现；人名、分数也不出现。',
      ],
      en: [
        'A village without an account reads its list on a telephone: matters, days, whom to ask.',
        'An administrator first names the decision that allows it, and whom a village calls.',
        'Print the notice at once: address and number are shown once and good for seven days.',
        'Five wrong numbers in a row shut a link; every reading and wrong number is kept here.',
        'Instructions of leaders, persons and points never appear.',
      ],
    },
  },
  '/$town/settings/audit': {
    title: { zh: '操作记录', en: 'Record of deeds' },
    said: {
      zh: [
        '谁在什么时候办了什么，一件一行，改不了也删不了。',
        '登录失败的也记着。',
        '可以按人、按日期缩小范围。',
        '打分时逐格保存的太多，平常隐去，勾一下就列出来。',
      ],
      en: [
        'Who did what and when, a line a deed; nobody can change or remove it.',
        'Failed sign-ins are there too.',
        'It can be narrowed by person and day.',
        'Cells kept while somebody types are many: they are hidden until you ask for them.',
      ],
    },
  },
  '/$town/settings/towns': {
    title: { zh: '各乡镇', en: 'Towns of a county' },
    said: {
      zh: [
        '县里在这里设立乡镇、任命各镇第一位管理员。',
        '镇里的事实和得分，县里从这里看不到。',
        '管理员都不在了的镇，可以另给一位。',
      ],
      en: [
        'A county founds its towns here and names the first administrator of each.',
        'Facts and points of a town are not seen from here.',
        'A town that lost its administrators is given another.',
      ],
    },
  },
} as const satisfies Readonly<Record<string, PageHelp>>;

/** The help of every page, in the order of the guide. */
export const pageHelp: Readonly<Record<HelpKey, PageHelp>> = helps;
