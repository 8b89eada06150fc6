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
  | 'burden'
  | 'campaign'
  | 'chains'
  | 'circular'
  | 'desk'
  | 'draft'
  | 'evidence'
  | 'facts'
  | 'gate'
  | 'goals'
  | 'item'
  | 'items'
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
  | 'slip'
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
    picture: {
      name: 'draft',
      zh: '分解台：左边原文，右边草稿，由人来定',
      en: 'The bench: the text on the left, the draft on the right; a person decides',
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
        '确需下发的点“请领导定”，由领导写明理由放行。从督办事项进来的，事由、期限照那一件，放行后就在这里“交办”。',
      ],
      en: [
        'Choose the office, what is asked and the villages: the gate answers at once, beside each field.',
        'Basis, purpose and an entry of the duty lists are needed; what is outside of the lists is stopped.',
        'Add the figures one by one: what the town holds is shown and locked, with its source and day.',
        'Leave two workdays at least; sent in the evening and wanted in the morning is stopped as well.',
        'Whatever was asked within 30 days is named with office and day, and can be merged into.',
        'What must go out all the same waits for a leader, who gives the reason. An item brings its own title and day, and is assigned here once it has passed.',
      ],
    },
    picture: {
      name: 'gate',
      zh: '下发闸门：缺什么、重了什么，写在旁边',
      en: 'The burden gate: what is missing and what was asked already stand beside',
    },
  },
  '/$town/work/demands/book': {
    title: { zh: '补记电话、微信里交办的', en: 'Booking what was said' },
    said: {
      zh: [
        '已经打了电话、发了微信、当面说了的，在这里补一行，一分钟以内。',
        '写明哪个部门、要了什么、要了哪些村、哪天几点说的。',
        '补记的同样计入减负表，算在下发部门头上。',
        '包村干部可以替自己包的村记；已经印发通报的月份，不再记到别的部门头上。',
        '记错了的，由补记的人或督查室打开那一件撤回，写明理由；被记的部门在清单上看到，点“知道了”。',
      ],
      en: [
        'What was telephoned, chatted or said already is booked here in one line, within a minute.',
        'Say which office, what it asked, of which villages, on which day and at what time.',
        'It counts in the burden meter, against the office that asked.',
        'A resident cadre books for the own villages, but not against another office in a month whose circular is issued.',
        'A wrong line is withdrawn by who booked it or the supervision office; the office that it counts against sees it on its list and takes note.',
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
        '沿用别的部门的检查结果、少去村里的趟数，写在上面，记在没有去的部门名下。',
        '可以打印在 A4 或 A3 上，作内部通报的附表；各部门只看到自己下发的。',
      ],
      en: [
        'What the offices asked of the villages in a month: it counts those who ask.',
        'One demand to five villages is one demand and five times.',
        'Asked twice, short notice, outside of the lists, let through, booked afterwards: a column each.',
        'Journeys saved by taking a result of another office over stand above, for the office that did not go.',
        'Every figure opens the demands that it counts.',
        'It prints on A4 or A3; an office sees only what it asked itself.',
      ],
    },
    picture: {
      name: 'burden',
      zh: '减负表：哪个部门下发了多少，数的是下发部门',
      en: 'The burden meter counts the office that asks',
    },
  },
  '/$town/work/signs': {
    title: { zh: '牌子和工作群', en: 'Signs and work groups' },
    said: {
      zh: [
        '村里挂了几块牌子、要进几个工作群，一年里清掉了几个，还有几个。',
        '年初加新增减清掉，等于还有；每个数都点得开，看是哪几个。',
        '第一次清点的挂牌建群日期可以空着，算在年初；写了今年日期的才算新增。',
        '规定允许的标为保留，写明是哪份文件；每村最多几个由镇里定，也写明文件。',
        '僵尸群是人看了标上的，会记下名字；系统不读任何群里的消息。',
        '可以一条一条登记，也可以用表导入；村里只看到自己的。',
      ],
      en: [
        'How many signs hang in a village and how many work groups it must be in, how many ended, how many are left.',
        'Start of the year and new, without those ended, is what is left; every figure opens what it counts.',
        'At the first count the day of hanging may stay empty and it stands in the start; only a day of this year makes it new.',
        'What the rules allow is kept with its document; the town sets how many a village may have, with its document.',
        'A group is idle because a person says so, by name; nothing is read from any chat.',
        'They are written down one by one or imported as a table; a village reads its own.',
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
        '上面是要办什么、时限和为什么亮这盏灯；下面一根线是“办理经过”；按钮只有您现在能办的，少用的在“其他办理”里。',
        '办不完的点“申请延期”，写原因和延到哪天，由领导或督查室定，原来的时限留着。',
        '反馈晚录了的，写“实际办成的日子”：有没有超期按那一天算，不按录入的日子算。',
        '“核查”一次写完结论：六项都做到才办结，否则退回。办过的人和责任人不能自己核查、销号、改时限、作废。',
        '包村干部代村里办的，选代哪个村、村里是电话、当面还是纸条说的。',
        '要盖章存档的，点“打印督办单”。',
      ],
      en: [
        'Above: what is asked, by whom, who leads, until when and why the light is as it is; below, the course of handling.',
        'The buttons are only what you may do now; what was done earlier says the day on which it was done.',
        'What cannot be done in time asks for an extension; another decides, and the old day stays.',
        'A review ends in one form: all six checks hold, or it goes back. Whoever did any of the work neither reviews nor closes, nor moves the day.',
        'A resident cadre says for which village, and how the village told it.',
        'To seal and file it, print the slip.',
      ],
    },
    picture: {
      name: 'item',
      zh: '一件事项：谁要的、谁办、办到哪一步',
      en: 'One item: who asked, who does it, how far it is',
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
    picture: {
      name: 'slip',
      zh: '督办单：一页 A4，打印、盖章、交回',
      en: 'The slip: one A4 sheet to print, seal and hand back',
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
    picture: {
      name: 'items',
      zh: '督办事项：期限近的在前，为什么超期写在旁边',
      en: 'Items: the nearest day first, and why one is overdue',
    },
  },
  '/$town/inspection': {
    title: { zh: '检查安排', en: 'Rounds of inspection' },
    said: {
      zh: [
        '一张检查表一个周期一轮：去哪些村、哪几天、由谁去，都在这里看得到。',
        '按“安排检查”选检查表和起止，去全部的村，或者抽几处。',
        '暗访在去之前村里和包村干部都看不到；到期没有去的记在组织的部门，不记到村里。',
      ],
      en: [
        'One round a period for a check sheet: where, on which days, and who goes.',
        'Plan a round by choosing the check sheet and its days; go to all villages or draw some.',
        'Nobody of a village sees an unannounced round before; one that did not happen is a matter of its office.',
      ],
    },
  },
  '/$town/inspection/rounds/$round': {
    title: { zh: '一轮检查', en: 'One round' },
    said: {
      zh: [
        '先按“抽检查人”，有回避情形的不进候选，不足六人可抽时按谁最久没去谁去。',
        '点开一处可以定日子、抽点位，和别的部门相隔不到十个工作日的可以并成一次。',
        '别的部门本期查过同样的，先看结果：可以“沿用”不再去，确实还要去的写明理由再定日子。',
        '“抽签记录”里有种子、候选和抽中的，谁都能拿去自己算一遍。',
        '重抽要写理由，头一次的结果留着，划掉了也看得见。',
      ],
      en: [
        'Draw who goes first: whoever is recused is no candidate, and below six they take turns.',
        'Open a place to settle its day, draw places, or make it one journey with another office.',
        'What another office found of the same in the period comes first: take it over, or say why one goes all the same.',
        'Every draw shows its seed, candidates and outcome, so that anybody can do it again.',
        'Drawing again needs a reason; the first outcome stays to be seen.',
      ],
    },
  },
  '/$town/inspection/rounds/$round/results': {
    title: { zh: '一轮的检查结果', en: 'Results of a round' },
    said: {
      zh: [
        '每张现场表现在到哪一步：待告知、待村里确认、有不同意见、已落定。',
        '暗访的结果在送出后的下一个工作日自动告知，村里有三个工作日确认；期满没有说的按现场表落定。',
        '村里有不同意见的，由没有参加检查的人核实，写明理由；改过的答案原来的留着。',
        '下面是需改进的方面，只说哪些事项，不点名。',
        '各处都落定以后，由没有参加检查的人按“计入事实”：先看每一行记成什么、哪一条计分，再写进台账等人复核；一轮只计一次。',
      ],
      en: [
        'How far each sheet is: to be told, to be confirmed, objected to, settled.',
        'An unannounced result is told on the next workday; the village then has three workdays.',
        'An objection is settled by somebody who did not inspect, with a reason; old answers stay.',
        'Below are matters to improve; no place is named.',
        'Once all is settled, somebody who did not inspect counts the round: look at what each line becomes and which clause hears it, then it waits in the ledger for review. A round is counted once.',
      ],
    },
  },
  '/$town/inspection/rounds/$round/review': {
    title: { zh: '讲评会', en: 'Review meeting' },
    said: {
      zh: [
        '一轮检查按办法算出的次序，只给镇领导、考核办、督查室、纪委和组织检查的部门在讲评会上用，不张贴。',
        '没有去查的、缺材料的不排名次，也不是零分；还有没审核的记录时，上面写明名次会变。',
        '点开一个村，看每一分从哪一条、哪一条事实来。',
        '红榜按办法写的取几名；办法没有写的由讲评会定，末尾同分的一并列入。没有末位名单，下面只列需改进的方面，不点名。',
        '“讲评材料”用 A4 纸打印，整改前后的照片并排，各处按名册排。',
        '“检查评分表”一处一张，用 A3 纸横向打印，给讲评会用或交给本村；不是按季度张贴的名单。',
      ],
      en: [
        'The order of a round by its scheme, for leaders, assessment office, supervision, discipline and the office that inspects; never posted.',
        'Who was not gone to or lacks material has no place, and no zero; what waits for review is said on top.',
        'Open a village to see from which clause and fact each point comes.',
        'The red list is as long as the scheme says, or else the meeting, with all who tie at its end. There is no list of the last: below stand matters, and nobody is named.',
        'The meeting sheet prints on A4, photos of before and after side by side, places by the roster.',
        'The scoring boards print on A3, one a place, for the meeting or for that village; they are not the list of the quarter.',
      ],
    },
  },
  '/$town/inspection/told': {
    title: { zh: '本村检查结果', en: 'Results of our village' },
    said: {
      zh: [
        '告诉过本村的检查结果都在这里，待确认的排在前面。',
        '点开看每一行和照片，属实的按“确认属实”，不符的按“有不同意见”写一句话。',
        '三个工作日内不说，按现场表落定；以后名单公示时还可以提出异议。',
      ],
      en: [
        'Results that the village was told of, what waits first.',
        'Open one to read each line with its photos; confirm it, or say in a sentence what is not so.',
        'After three workdays it holds as written; objecting to a posted list stays open.',
      ],
    },
  },
  '/$town/inspection/findings': {
    title: { zh: '问题整改', en: 'Findings' },
    said: {
      zh: [
        '检查结果落定以后，不合格的每一处列在这里，期限近的在前。',
        '牵头单位按“下发整改”，一处一个事项，同一张表合并过一次下发闸门。',
        '办结以后由没有参加检查、也没有参与整改的人复查，拍照片，前后对照。',
        '六个月里同一村同一处再查出同样的问题标为重复，点开前后两次对照；不是同一处的写明理由更正。要不要加重只看办法的条款。',
      ],
      en: [
        'Once a result holds, each place that was wrong stands here, the next due first.',
        'The office sends them out, one item each, through the gate once a sheet.',
        'Whoever neither inspected nor worked on it looks again and takes a photo.',
        'The same at the same place within six months is marked, with both side by side; say with a reason where it is another place. Only a clause aggravates it.',
      ],
    },
  },
  '/$town/results/papers': {
    title: { zh: '公文', en: 'Official documents' },
    said: {
      zh: [
        '通报、督办单、整改通知书等由各页上的“生成带编号的 Word”生成，在这里一份一行。',
        '编号按种类和年份连着排，不重用；写错的按“作废”，编号保留，重新生成的用新编号。',
        '党政办给的文号用“登记文号”填上；每份末尾有一行小字，写明编号和数据来源。',
        '“结果告知书”给一期的每个对象各做一份，连同签收栏一起打包，等次没有决定的先空着。',
        '“打包下载”把选中的公文装进一个压缩包，里面有目录；打包时可以离开。',
        '“模板和编号”里下载模板，在 Word 里改版式，再传上来；先检查，有错误的不能启用。',
      ],
      en: [
        'Circulars, slips and notices are made by Numbered Word document on their own pages.',
        'Numbers run by kind and year and are never reused; a void document keeps its number.',
        'The number of the office’s register is entered here; a small line at the end of each names its data.',
        'Result notices makes one for each subject of a period, with a strip to sign, and packs them.',
        'Download several packs what is chosen into one zip with a list; you may leave meanwhile.',
        'Under Templates and numbers a template is downloaded, changed in Word, checked, used.',
      ],
    },
  },
  '/$town/results': {
    title: { zh: '公示结果', en: 'Published results' },
    said: {
      zh: [
        '每一期公示了哪一版、哪天张榜、到哪天可以提异议，都在这里。',
        '点开一期看名单、各版改了什么、贴在哪里，下载公示件。',
        '公示出去的一版不再改；要更正，另出一版，写明改了什么、为什么。',
      ],
      en: [
        'Which edition of each period is published, since when, and until when one may object.',
        'Open a period for its list, what each edition changed, where it hangs, and its papers.',
        'What is published never changes; a correction is a new edition that says what and why.',
      ],
    },
  },
  '/$town/results/grades': {
    title: { zh: '等次', en: 'Grades' },
    said: {
      zh: [
        '等次由办法写明的机构决定，凭文号录入一次，录入以后不改。',
        '决定以前只有考核办、组织委员、纪委和领导看得到算出的等次；决定以后，本人和本村看到自己的。',
        '谁离界限近，决定以后才显示，免得有人为此去凑分。',
        '与算出的不同，要写理由和依据；连续两年基本称职，不能把公务员改定为不称职。',
        '下面录入签了字的计票单：对不上、到会不足的不收，别人复核以后才计分。',
      ],
      en: [
        'The body that the scheme names decides the grades, once, with its document number.',
        'Before that only those who prepare the decision see what was worked out; afterwards everybody sees their own.',
        'Who stands near a boundary is shown only after the decision.',
        'Another grade than worked out has its reason and basis; rules over years never make a civil servant fail.',
        'Counts of ballots are entered below from signed sheets; another person reviews them before they count.',
      ],
    },
  },
  '/$town/results/outcomes': {
    title: { zh: '结果运用', en: 'Outcomes' },
    said: {
      zh: [
        '这里只是建议：从公布或封存的一版里取，由写明的机构决定，不会自动生效。',
        '列入研究时告知本人或村里可以陈述；对本人不利的，本人陈述过或者期限过了才能决定。',
        '只凭分数和名次不能诫勉、问责，村委会成员的职务不因这个分数终止，系统会拦下并说明依据。',
        '决定要有文号和决定人，不能定自己的事；限期整改会变成一件督办事项。',
        '谈话要点读给本人核对；通知书按编号送达，签收的附照片，没有签的写两名见证人。',
        '出了更正的新版、没有了依据的，停下来等领导写明维持还是撤销。',
      ],
      en: [
        'These are proposals of a published or sealed edition; the named body decides, nothing happens by itself.',
        'Whoever it is about is told and may say something before it is decided.',
        'A score alone is no ground for a sanction, and no elected post ends by it: the program refuses and names the law.',
        'A decision has a document and a person, never about themselves; a rectification becomes an item.',
        'Points of a talk are read back; a numbered notice is handed over, with a photo of the signed strip or two witnesses.',
        'What a corrected edition no longer bears out waits until a leader says what becomes of it.',
      ],
    },
  },
  '/$town/results/tolerance': {
    title: { zh: '容错', en: 'Tolerance' },
    said: {
      zh: [
        '改革创新、先行先试中出的差错，本人或村里可以对一条已入账的事实申请容错。',
        '组织委员或纪委核查，领导代表有权机构决定免责、减责还是不予容错，三步三个人。',
        '事实不删。考核办法写明听取容错的，会记一条待复核；没有写明的，只作登记。',
      ],
      en: [
        'For a slip of somebody who tried something new, tolerance may be asked for about a posted fact.',
        'It is examined, then decided by a leader for the body; three steps by three persons.',
        'The fact stays. Where the scheme hears of tolerance an entry waits for review, else it stands in the register.',
      ],
    },
  },
  '/$town/results/$line/$period': {
    title: { zh: '一期公示', en: 'A published list' },
    said: {
      zh: [
        '先看还有几个工作日可以提异议，再看名单。',
        '“公示件”里有 A3 榜和 Word 公示。公开核对件谁都可以带回家，不联网就能把名单重算一遍。',
        '核对时抄上榜脚印的核对码，头 8 位、尾 8 位，对得上才是同一张榜。',
        '另出一版的，写明谁从多少改到多少、因为哪一条更正。',
        '榜贴在哪里、哪天贴、哪天取下，都记在“贴在哪里”，可以附一张照片。',
      ],
      en: [
        'How many workdays are left to object, then the list.',
        'Papers: the A3 poster, the notice in Word, and a public proof to take home that works the list out offline.',
        'Copy the code at the foot of the poster, first and last 8 characters: only then is it the same list.',
        'A corrected edition says who went from what to what, and by which reversal.',
        'Where it hangs, since when and until when is written down.',
      ],
    },
  },
  '/$town/results/$line/$period/publish': {
    title: { zh: '公示一期', en: 'Publishing a period' },
    said: {
      zh: [
        '公示要有党委会的决定文号和保密审查，写明落款单位，找谁、到哪里提异议。',
        '看过公平性报告以后又入账的事实会提醒再看一遍；不再看的写明理由。',
        '没办好的事，每件都要写照样公示的理由；缺材料、等次待定、前面一期没有封存的，不能放过。',
        '按“公示”以后这一版不再改；截止日期按工作日算，张榜当天不算。',
        '已经公示的要更正，先把更正的事实入账，再另出一版。',
      ],
      en: [
        'It needs a decision of the party committee, a secrecy review, who signs, and whom to ask.',
        'Facts posted after the fairness report was read ask for another reading, or a reason.',
        'What is still open needs a reason each; missing material, an open grade or an open earlier period cannot be overridden.',
        'Once published, the edition never changes; the last day is counted in workdays, the day of posting left out.',
        'To correct what is published, post the reversal first, then publish another edition.',
      ],
    },
  },
  '/$town/inspection/templates': {
    title: { zh: '检查表', en: 'Check sheets' },
    said: {
      zh: [
        '镇里用的检查表都在这里：看什么、归哪个部门管、多久一次、有几条。',
        '点开一张能看到每一条的标准、怎么看、多久改好。',
        '在用的表村里也看得到，按什么查是公开的；哪天去不公开。',
        '管表的部门按“写一张检查表”，从现成的改起，或者从空白写起。',
      ],
      en: [
        'All check sheets of the town: what they look at, whose they are, how often, how many lines.',
        'Open one to read each standard, how it is looked at, and by when it is put right.',
        'Villages read the sheets in use: what is looked at is public, the day of a visit is not.',
        'An office writes its own, from a ready one or from nothing.',
      ],
    },
  },
  '/$town/inspection/templates/$template': {
    title: { zh: '一张检查表', en: 'One check sheet' },
    said: {
      zh: [
        '按项目一条一条写明标准、怎么看、多久改好、要不要拍照。',
        '分值和计分办法不写在表里，取自现在生效的考核办法；没有条款听的写“本办法不计分”。',
        '改表是写新的一版，按“启用”以后新安排的检查才用；已经安排的仍用原来那一版。',
        '“停用”以后不能再按它安排检查，以前的记录都还在。',
      ],
      en: [
        'Line by line: the standard, how it is looked at, by when it is put right, whether a photo is taken.',
        'Points are not written here; they come from clauses in force. A line that none hears says so.',
        'A change is a new version, used by rounds planned after its release; others stay on theirs.',
        'A sheet out of use plans no more rounds; all records stay.',
      ],
    },
  },
  '/$town/inspection/write': {
    title: { zh: '写检查表', en: 'Writing a check sheet' },
    said: {
      zh: [
        '从现成的选一张来改，或者从空白写起；本镇事实目录里没有的种类会去掉，并说明是哪几行。',
        '一行看一件事，可以从 Excel 整块粘贴；清空一行就是去掉它。',
        '没有保存的留在这台电脑的浏览器里，关了再开还在。',
        '填错的格子会标出来，停在上面看得到原因；改好再按“保存草稿”。',
        '草稿不影响正在用的那一版，启用在检查表那一页上。',
      ],
      en: [
        'Begin with a ready sheet or an empty one; kinds that the catalogue lacks are left out, and it says of which lines.',
        'One thing a line; blocks are pasted from a workbook; an emptied line is taken out.',
        'What is not saved stays in this browser.',
        'A wrong cell is marked and says why when you stand on it.',
        'A draft does not touch the version in use; it is released on the page of the sheet.',
      ],
    },
  },
  '/$town/inspection/rounds/$round/sheets/$visit': {
    title: { zh: '一处的现场表', en: 'Sheets of a visit' },
    said: {
      zh: [
        '整张现场表：谁去的、怎么来的、每一行的记录、地点和照片，村里当场的话和签字。',
        '照片点开看原件，能不能看按佐证的规定。',
        '同一次检查有第二张的，先送出的算数，另一张写着“备查”，不计入结果。',
        '送出以后发现写错，由没有写、也没有录这张表的人按“更正”，写明理由。',
        '原来的答案和改成的并排留在经过里；告诉村里以后，由村里提出不同意见再改。',
      ],
      en: [
        'The whole sheet: who went, how it came, each line with places and photos, what the village said.',
        'A photo opens the file; who reads it is judged as for all evidence.',
        'Of two sheets of one visit the first that was sent counts; the other is kept and counts nothing.',
        'A mistake in what was sent is changed by somebody else, with a reason.',
        'Old answers stand beside the new in the course; once the village was told, it objects first.',
      ],
    },
  },
  '/$town/inspection/sheets': {
    title: { zh: '录入现场表', en: 'Entering sheets' },
    said: {
      zh: [
        '手机现场页没有启用，或者检查的人带回纸质表，在这里点那一处开始录入。',
        '录了一半的留在这台电脑上，下次从“这台电脑上没有送出的”接着录。',
        '手机上存的草稿文件在下面导入；每个文件都写明收下了没有、是新的还是已经有了。',
        '同一张表导入几次都只有一张；没有收下的，什么都不改。',
      ],
      en: [
        'Where no phone is used, or somebody brings the paper, open the place to type its sheet.',
        'What is half typed stays on this computer and goes on from the list above.',
        'Files that a phone saved are taken in below; each says what became of it.',
        'Taken in more than once it is still one sheet; a refused file changes nothing.',
      ],
    },
  },
  '/$town/inspection/sheets/$sheet': {
    title: { zh: '照纸质表录入', en: 'Typing a sheet' },
    said: {
      zh: [
        '照着纸质表一行一行打：数字直接打，是按 Y，否按 N，选项按 1、2、3，没法看按减号。',
        '按回车到下一格；有不合格的，紧跟着填地点，可以加照片。',
        '打的每一个字和照片都存在这台电脑上，关掉再开还在。',
        '记的是去检查的那个人的表，写明从纸质表录入、由谁录入。',
        '送出以后不能再自己改，要由另一个人写明理由更正。',
      ],
      en: [
        'Line by line from the paper: numbers, Y or N, 1, 2, 3 for choices, a minus where nobody looked.',
        'Enter goes on; where something is wrong its places follow, and photos can be added.',
        'Every stroke and photo is kept on this computer.',
        'It is the sheet of whoever went there, and says that it was typed, and by whom.',
        'Once sent, another person changes it, with a reason.',
      ],
    },
  },
  '/$town/inspection/rounds/$round/paper/$visit': {
    title: { zh: '现场表（纸）', en: 'Sheet on paper' },
    said: {
      zh: [
        '不用手机的，打印这张表带到现场手写；抽中的户号和点位已经印在上面。',
        '每一条写检查记录，有问题的写清地点或户号；只写户号，不写户主姓名。',
        '明查时请村代表看过、写说明、签名，拒签的写明。',
        '回来以后由办公室录进系统，照片按序号一起传。',
      ],
      en: [
        'Where no telephone is used, this sheet is printed; households and places drawn stand on it.',
        'Write the record of each line, and the place or household of what is wrong; never a name.',
        'On an announced visit the village reads it, adds a statement, and signs or refuses.',
        'The office enters it afterwards, with the photos by number of the line.',
      ],
    },
  },
  '/$town/inspection/calendar': {
    title: { zh: '检查日历', en: 'Calendar of visits' },
    said: {
      zh: [
        '一个月里各部门去每个村几次，都在一张表上；并成一次的算一次。',
        '超过上限的，由领导写明理由才能定下来。',
        '防汛、抢收、换届的日子设成“静默期”，这些天不安排检查。',
        '名册里看不出来的回避，在“申报回避”里说明。',
      ],
      en: [
        'How often all offices go to each village in a month; one journey counts once.',
        'Above the limit a leader settles the day, with a reason.',
        'On the days of a quiet period nobody inspects: flood, harvest, election.',
        'A recusal that the roster does not show is declared here.',
      ],
    },
  },
  '/$town/work/campaigns': {
    title: { zh: '专项行动', en: 'Campaigns' },
    said: {
      zh: [
        '一个专项有目标、清单、起止和负责人；到期自动结束，不会自己拖下去。',
        '督查室和办站所可以立专项；到期日只有领导写明理由才能调整，调整过的人人看得见。',
        '已到期而“未销号”不是 0 的，去向还没有定完。',
      ],
      en: [
        'A campaign has a goal, a list, days and an owner; it ends by itself.',
        'The supervision office and offices begin one; only a leader moves its end, with a reason that everybody sees.',
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
        '写错的可以“更正”，原来的留着；登记重复的由没有经办的人“划去”，不计数。',
        '到期以后不能再加点位；没有销号的逐处转办、销号，或写明原因留存。',
        '村里的进展由包村干部代记，写明村里是怎么说的。',
      ],
      en: [
        'The table counts spots by village and stage; every figure is a sum over the list below and opens it.',
        'Spots come from a workbook: you see what would change, and mistakes stand beside their cells.',
        'They move on stage by stage; in the last one, with evidence, somebody who did none of it closes them.',
        'What was written wrong is corrected, and what stood is kept; a spot entered twice is struck off by somebody who did no work on it.',
        'After the end nothing is added: what is open is handed on, closed, or left with the reason.',
        'A resident cadre writes for the village and says how it told.',
      ],
    },
    picture: {
      name: 'campaign',
      zh: '一个专项：每一处点位到了哪一步',
      en: 'A campaign: how far each spot is',
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
        '时限可以调整，要写理由；原来的留着，调整几次写在表上。自己负责的目标，时限和办结由别人改。',
        '“覆盖检查”列出没有落实的：没有责任人、时限、数量的，漏了村的，权重不对的。',
      ],
      en: [
        'The goals of a year are a tree, decomposed until every leaf has a quantity, a date and one accountable person.',
        'Progress is worked out, not judged: leaves from their readings, a goal above from those below. Open it to see the arithmetic.',
        'What was not read is not zero but a range; a surplus counts as 100% and fills no gap of others.',
        'The light compares with the day of the reading: once a quarter is enough, and a quarter without a reading says so.',
        'A due date is moved with a reason; the old one is kept, and the table says how often. Whoever answers for a goal neither moves its date nor ends it.',
        'Coverage lists what is open: no person, date or quantity, a village left out, weights that do not add up.',
      ],
    },
    picture: {
      name: 'goals',
      zh: '年度目标：每个数从下面的读数来',
      en: "The year's goals: each figure comes from the readings below",
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
        '点表里的数，看是哪几件；办结日按实际办成的日子算，核查慢不算承办单位的；督办单给的新时限不算数。',
      ],
      en: [
        'A month by office and by leader in charge, for leaders and the supervision office alone.',
        'It goes by the share done in time; the rule stands below. Ties are ties; fewer than three are not ranked.',
        'A count opens its items; what counts is the day it was done, not of typing or checking, and the day it had before a slip.',
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
    picture: {
      name: 'circular',
      zh: '一期通报：照记录写成，印发后不变',
      en: 'A circular: written from the records, unchanged once issued',
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
  '/$town/results/benchmark': {
    title: { zh: '对标', en: 'District lists' },
    said: {
      zh: [
        '上级对本镇的考核结果，一期一份：第几名、差多少、几项在十名以外。',
        '点开一份，看弱在哪里、归哪个办、谁分管。',
        '“10名开外”照原样记，不会变成一个数。',
        '考核办和督查室登记，领导、纪委和组织委员看。',
      ],
      en: [
        'How the district measured the town, one list a period: the place, the gaps, indicators beyond the tenth.',
        'Open one to see what is weak, which office has it and who is in charge.',
        'A place beyond the last printed one stays as it is; it never becomes a number.',
        'The assessment office and supervision record; leaders, discipline and the organisation member read.',
      ],
    },
  },
  '/$town/results/benchmark/new': {
    title: { zh: '登记对标表', en: 'Record a list' },
    said: {
      zh: [
        '从 Excel 里把整张表复制，贴到“表格”里；或者选文件，由系统读出来。',
        '第一行写指标、满分、责任办和各乡镇的名字，本镇的名字要一字不差。',
        '格里可以写得分、名次，或者两样都写；只知道十名以外的，写“10名开外”。',
        '不对的地方下面马上列出来，改好才能存；文件里的问题可以标在原表上下载。',
      ],
      en: [
        'Copy the whole table in Excel and paste it, or choose a file to be read.',
        'The first row names indicator, full mark, office and every town; ours exactly as it is called.',
        'A cell has a score, a place or both; beyond the tenth is written as on the paper.',
        'What is wrong is listed below at once; faults of a file can be written into a copy of it.',
      ],
    },
  },
  '/$town/results/benchmark/$list': {
    title: { zh: '一份对标表', en: 'One list of the district' },
    said: {
      zh: [
        '上面一句话：第几名，与第一名、前一名差多少，几项在十名以外。',
        '表里弱的排在前面，后面是责任办和分管领导。',
        '“补多少能进位”：写上能多得几分，看名次怎样变，同分说并列；只算不存。',
        '登错了点“改正”；谁登记的写在最下面。',
      ],
      en: [
        'One sentence above: the place, the gaps to the first and the next, indicators beyond the tenth.',
        'The weakest stand first, with the office and the leader in charge.',
        'Write what could be gained to see what it does to the place; ties are said, nothing is kept.',
        'Correct what was typed wrongly; who recorded it stands at the end.',
      ],
    },
  },
  '/$town/results/one-page': {
    title: { zh: '书记一页', en: 'One page' },
    said: {
      zh: [
        '一张 A4 纸，五分钟看完：在全县第几、差多少、弱在哪里归谁管。',
        '再看超期的事在谁的线上，七天内到期的、反复出现的、到期没封存的。',
        '每个数都能点开，看它从哪里来；不在别处另填一遍。',
        '点“打印一页”印出来，正好一张。领导、考核办、督查室看得到。',
      ],
      en: [
        'One A4 sheet for five minutes: our place, the gaps, what is weak and whose it is.',
        'Then what is overdue and in whose line, what is due within a week, what came back, what is not sealed.',
        'Every figure opens where it comes from; nothing is typed for this page.',
        'It prints on exactly one sheet. Leaders, the assessment office and supervision read it.',
      ],
    },
  },
  '/$town/standings/$line/$period/fairness': {
    title: { zh: '公平性报告', en: 'Fairness report' },
    said: {
      zh: [
        '公示以前先看：这一期对每个对象是不是一把尺子。先说结论，再列数字。',
        '几个人打同一项分的，比宽严、看谁打的分都一样；只有一个评分单位的，无法比较。',
        '看哪些条款分不出高下，扣分是不是集中在一个对象上，名次稳不稳。',
        '样本太少的不作比较。人只写字母，不给人排名，也不改一分。',
        '看完点“已看过”；以后又入账了事实，要再看一遍。',
      ],
      en: [
        'Read it before publishing: was the same measure used for everybody? Sentences first, figures after.',
        'Where several score the same, their severity is compared, and who gave all the same is found.',
        'It shows clauses that tell nobody apart, deductions that fall on one subject, and how firm ranks are.',
        'Too few are not compared. Persons are letters; nobody is ranked and no point changes.',
        'Press the button when you have read it; facts posted later ask for another reading.',
      ],
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
  '/$town/villages/$unit': {
    title: { zh: '村页', en: 'Village page' },
    said: {
      zh: [
        '一个村的事都在一页上：谁负责，要办什么，得了多少分，为什么。',
        '每一条扣分、加分写明哪天、哪件事、哪一条、什么佐证、谁登记的，点条款号看到底。',
        '怎样提异议、和哪些资金挂钩，按办法的原话写在最后。',
        '“打印这一页（A4）”印出来交给村里，村里不用登录，也不用填报。',
        '只有本村、包村干部、领导、督查室、考核办和纪检看得到。',
      ],
      en: [
        'A village on one page: who answers, what waits, its points and why.',
        'Each line says the day, the matter, the clause, the proof and who wrote it down.',
        'How to object and what money follows stand at the end, as the scheme says.',
        'Print it and hand it over: the village needs no log-in and fills in nothing.',
        'The village, its cadre, leaders, supervision, the assessment office and discipline read it.',
      ],
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
  '/$town/settings/field': {
    title: { zh: '手机现场页', en: 'Page of the field' },
    said: {
      zh: [
        '检查的人用手机写现场表的页面，填了报备号才启用，只有管理员能填。',
        '启用后在手机浏览器里打开本系统网址后面加 /field/，不用装任何东西。',
        '网址带证书（https）时，没有网络也能打开；没有证书要在有网络时先打开。',
        '停用以后手机上没送出的表都还在，存成文件交办公室在同一页导入，不会重复。',
      ],
      en: [
        'Inspectors write their sheets on it; it is off until an administrator enters its filing.',
        'It opens at the address of this system with /field/ behind it; nothing is installed.',
        'Behind a certificate it opens without a network; otherwise it must be open before.',
        'Shut again, unsent sheets stay on the phones and come to the office as files, once.',
      ],
    },
  },
  '/$town/results/pay': {
    title: { zh: '考核工资', en: 'Assessment pay' },
    said: {
      zh: [
        '已封存的期，办法里写了考核工资的，考核办在这里造表。',
        '先登记当年预算的文号和金额；已用加本次加剩余等于预算，差一分都看得出。',
        '缓发的金额一直列着，有权机关决定放行以后，下一张表才发。',
        '批准了的表不再改；结果或者任职有更正的，下一张表里补差。',
        '您自己的金额点“看我的考核工资”；每看一次都有记录。',
      ],
      en: [
        'Where a scheme pays and a period is sealed, the assessment office makes a sheet here.',
        'Enter the budget of the year first: used, this sheet and what is left add up to it.',
        'What is kept back stays in sight until a named body releases it; the next sheet pays it.',
        'An approved sheet never changes; what was corrected is a difference of the next one.',
        'Your own amount is shown when you ask for it; each reading is written down.',
      ],
    },
  },
  '/$town/results/pay/$sheet': {
    title: { zh: '一张考核工资表', en: 'One pay sheet' },
    said: {
      zh: [
        '一人一行，一项一栏；点金额看怎样算的、依据哪个文号、根据哪些事实。',
        '造表、审核、批准是三个人：考核办造，组织委员核，领导代决定的机关登记批准。',
        '“对账”里三种加法要一样，并同预算对到分；超过预算的要有理由和文号。',
        '导出的 Excel、打印的纸和屏幕上的栏目一样。',
        '打开和导出都记在操作记录里。',
      ],
      en: [
        'A row a payee, a column a line; press an amount for its arithmetic, document and facts.',
        'Three persons: the assessment office makes it, another checks, a leader enters the approval.',
        'Three ways of adding up agree, and with the budget to the fen; over it, a document is named.',
        'Workbook, paper and screen have the same columns.',
        'Opening and exporting are written down.',
      ],
    },
  },
  '/$town/results/objections': {
    title: { zh: '异议', en: 'Objections' },
    said: {
      zh: [
        '谁对事实、得分或者整个结果有不同意见，都列在这里，答复期限近的在前。',
        '村里只看到本村的，本人只看到自己的；交给谁核实的，那个人也看得到。',
        '村里没有账号也能提：打电话、写纸条、用免登录链接，由镇里代为登记。',
        '超期没有答复的，分管领导的待办里会有一条。',
        '提异议不扣分，也不影响以后的考核。',
      ],
      en: [
        'Whoever does not agree with a fact, a mark or a result stands here, the next answer due first.',
        'A village reads its own, a person theirs, and whoever is asked reads what was given to them.',
        'No account is needed: telephone, paper and plain links do as well; the town writes it down.',
        'What is overdue stands on the list of the leader in charge.',
        'Objecting costs nothing, now or later.',
      ],
    },
  },
  '/$town/results/objections/new': {
    title: { zh: '提出异议', en: 'Object' },
    said: {
      zh: [
        '写哪里不对、为什么；不用另做材料，五个字以上就行。',
        '从事实或者得分说明点进来的，已经写明是哪一条。',
        '代人登记的，写谁说的、哪天说的、怎样确认；没有留名的也登记。',
        '收到的次日起数工作日，页面写着最晚哪天答复。',
      ],
      en: [
        'Say what is not right and why; no other papers are needed.',
        'Coming from a fact or a result, the matter is named already.',
        'Writing down for others, say who said it, when, and how it was confirmed.',
        'Workdays count from the day after; the page says by when it is answered.',
      ],
    },
  },
  '/$town/results/objections/$id': {
    title: { zh: '一件异议', en: 'One objection' },
    said: {
      zh: [
        '考核办先受理，给出编号，再交给没有经手过这件事的人核实。',
        '登记、复核、检查、计分的人，代理他们的人，以前决定过的人，都要回避。',
        '核实的人写明查看了什么、查明什么、为什么，再作决定。',
        '异议成立的，更正由另一人复核入账以后才能答复；原来的记录留着。',
        '“下载答复”是书面答复，写着还有哪些途径；送达以后登记哪天、怎样送的。',
        '办理期间，这条事实处处标着“有异议”。',
      ],
      en: [
        'The office takes it on under a number and gives it to somebody who had no hand in it.',
        'Who recorded, reviewed, inspected, counted, stands in for these or decided before keeps out.',
        'Whoever looks into it says what was looked at, found, and why, and decides.',
        'What is upheld is posted by another person before anybody is answered; the old record stays.',
        'The written answer names what can still be done; note on which day and how it was handed over.',
        'Meanwhile the fact is marked as objected to wherever it is read.',
      ],
    },
  },
  '/$town/results/objections/statistics': {
    title: { zh: '异议统计', en: 'Objections in figures' },
    said: {
      zh: [
        '一年里收到多少、按期答复多少，哪个部门、谁登记的事实被撤销得多。',
        '只给考核办和纪检看，不公布，不作任何人的得分依据。',
        '不足五条的不显示比例，说明不了什么。',
      ],
      en: [
        'How many came and were answered in time in a year; whose facts were taken back.',
        'For the assessment office and discipline alone: never published, never a ground for points.',
        'Fewer than five facts say nothing and are not shown.',
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
