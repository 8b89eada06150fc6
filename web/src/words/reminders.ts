/** Words of what reminds a person outside of the page: a calendar, one e-mail a workday. */

import { catalogue } from './catalogue.ts';
import { settingsWords } from './settings.ts';

const { zh, en } = settingsWords;

export const reminderWords = catalogue(
  {
    reminders: zh.reminders,
    state:
      '不用守着网页：期限可以进手机日历，有新的事每个工作日早上最多一封邮件。都由您自己开、自己停。',
    calendar: '日历订阅',
    calendarHint: '把清单里有期限的事显示在手机或电脑的日历上，一件一个全天事项，自己更新。',
    calendarNone: '还没有订阅。',
    calendarOn: (made: string, until: string, read: string) =>
      `${made}开的，用到${until}；改口令或者账号停用，马上失效。${read}。`,
    currentPassword: '口令（再输一次）',
    readAt: (moment: string) => `最近读取${moment}`,
    neverRead: '还没有被读取过',
    makeCalendar: '开日历订阅',
    newCalendar: '换一个地址',
    newBody: '换了新地址，旧地址马上失效，手机上要重新加一次。',
    endCalendar: '停用订阅',
    endBody: '停用以后，日历里的事项不再更新，地址作废。',
    address: '订阅地址',
    addressBody:
      '在手机日历里选“添加订阅日历”，贴上这个地址。谁拿到它都能看到您清单上的题目和期限，不要转发；只显示这一次。',
    addressLost: '地址已经显示过一次，不再显示。请换一个地址。',
    copy: '复制',
    copied: '复制好了',
    close: '关闭',
    mail: '每日提醒邮件',
    mailHint:
      '工作日早上八点半，最多一封；没有新的事就不发，晚上和休息日不发。信里只写有几件，不写是什么。',
    mailOff: '本系统没有设置邮件服务器，暂时发不了。请找管理员。',
    email: '发到哪个邮箱',
    emailWrong: '这不像邮箱地址，例如 zhang@example.com。',
    mailOn: (email: string) => `发到 ${email}。`,
    mailNone: '没有开，不会给您发邮件。',
    lastSent: (moment: string) => `最近一封${moment}。`,
    save: '存上',
    stop: '不再发',
    robot: '群机器人',
    robotHint:
      '工作日早上八点半在工作群里说一句“您有几件待办（全镇未办）”，不说是什么、不点名。默认不开；要有决定文号。',
    robotNone: '没有开。',
    robotOn: (decision: string) => `按${decision}开了。`,
    robotClosed: '本系统没有允许接群机器人，要开请找装系统的人。',
    robotStart: '开群机器人',
    robotStop: '停掉群机器人',
    robotUrl: '机器人的网址',
    robotUrlHint: (hosts: readonly string[]) =>
      `从群设置里复制，主机是 ${hosts.join('、')}。里面有群的密钥，存上以后不再显示。`,
    decision: '同意开通的决定文号',
    missing: '这一格要填对。',
  },
  {
    reminders: en.reminders,
    state:
      'No need to keep watch: days go into a calendar, and there is one e-mail a workday at most. You turn both on and off.',
    calendar: 'Calendar feed',
    calendarHint:
      'Shows what of your list has a day in the calendar of a telephone or computer, as all-day events that keep themselves up to date.',
    calendarNone: 'You have none.',
    calendarOn: (made, until, read) =>
      `Made ${made}, good until ${until}; a new password or a stop ends it at once; ${read}.`,
    currentPassword: 'Password, once more',
    readAt: (moment) => `last read ${moment}`,
    neverRead: 'never read',
    makeCalendar: 'Make a calendar feed',
    newCalendar: 'Make a new address',
    newBody: 'The old address ends at once; add the new one to your calendar again.',
    endCalendar: 'End the feed',
    endBody: 'The events are no longer kept up to date, and the address ends.',
    address: 'Address of the feed',
    addressBody:
      'Choose “add a subscribed calendar” on your telephone and paste this address. Whoever has it sees titles and days of your list: do not pass it on. It is shown this once.',
    addressLost: 'The address was shown once already. Make a new one.',
    copy: 'Copy',
    copied: 'Copied',
    close: 'Close',
    mail: 'One e-mail a day',
    mailHint:
      'At half past eight on workdays, one at most; none where nothing is new, none in the evening or on days of rest. It says how many wait, not what.',
    mailOff: 'This installation has no mail server. Ask an administrator.',
    email: 'Where to',
    emailWrong: 'This does not look like an e-mail address, such as zhang@example.com.',
    mailOn: (email) => `Sent to ${email}.`,
    mailNone: 'Off: no e-mail is sent to you.',
    lastSent: (moment) => `The last one went out ${moment}.`,
    save: 'Save',
    stop: 'Stop',
    robot: 'Robot of a chat group',
    robotHint:
      'At half past eight on workdays it says in the chat group how many matters wait; not what, and it names nobody. Off unless a decision allows it.',
    robotNone: 'Off.',
    robotOn: (decision) => `Turned on by ${decision}.`,
    robotClosed: 'This installation allows no robot; ask whoever runs it.',
    robotStart: 'Turn on the robot',
    robotStop: 'Turn off the robot',
    robotUrl: 'Address of the robot',
    robotUrlHint: (hosts) =>
      `Copy it from the group; its host is ${hosts.join(', ')}. It carries the key of the group and is not shown again.`,
    decision: 'Number of the decision that allows it',
    missing: 'This is needed.',
  },
);
