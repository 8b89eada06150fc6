/** What may be refused about signing in, accounts, roles, towns and the set-up. */

import { chinaClock, problemKind } from '../platform/index.ts';

type Nothing = Record<never, never>;

export const signInKinds = {
  'sign-in-failed': problemKind<Nothing>({
    status: 401,
    zh: () => '用户名或口令不对。连续输错 5 次会锁定 15 分钟；忘了口令请找本镇管理员重置。',
    en: () => 'User name or password is wrong. Five failures lock the account for 15 minutes.',
  }),
  'account-locked': problemKind<{ until: string }>({
    status: 423,
    zh: ({ until }) =>
      `连续输错 5 次，这个用户名已锁定到 ${chinaClock(until)}。急用请找本镇管理员解锁。`,
    en: ({ until }) => `This user name is locked until ${chinaClock(until)} after five failures.`,
  }),
  'address-locked': problemKind<{ until: string }>({
    status: 429,
    zh: ({ until }) =>
      `从您这里连续输错的次数太多，${chinaClock(until)} 以前暂不接受登录。不是本人输错的，请告诉管理员。`,
    en: ({ until }) =>
      `Too many failures came from your address. Try again at ${chinaClock(until)}.`,
  }),
  'password-weak': problemKind<Nothing>({
    status: 422,
    zh: () =>
      '口令太容易被猜到。请用 10 个以上的字符，不要用姓名、用户名、电话、单位名、纯数字或连续的字符；一句自己记得住的话就很好。',
    en: () =>
      'The password is too easy to guess. Use ten characters or more, not names or figures in a row; a sentence is good.',
  }),
  'password-same': problemKind<Nothing>({
    status: 422,
    zh: () => '新口令和现在的一样。请换一个。',
    en: () => 'The new password is the current one. Choose another.',
  }),
  'password-wrong': problemKind<Nothing>({
    status: 422,
    zh: () => '现在的口令不对，没有改动。连续输错 5 次会锁定 15 分钟。',
    en: () => 'The current password is wrong. Nothing was changed. Five failures lock the account.',
  }),
  'session-unknown': problemKind<Nothing>({
    status: 404,
    zh: () => '没有这处登录，可能已经退出。请刷新后再看。',
    en: () => 'There is no such session; it may have ended. Reload the page.',
  }),
};

export const accountKinds = {
  'account-unknown': problemKind<Nothing>({
    status: 404,
    zh: () => '没有这个账号，或者它不能进入本镇。请刷新账号表再选。',
    en: () => 'There is no such account in this town. Reload the list.',
  }),
  'not-whole-town': problemKind<Nothing>({
    status: 403,
    zh: () => '您只管名册的一部分，账号和岗位要由管全镇的管理员办理。',
    en: () => 'You keep a part of the roster; accounts are for an administrator of the whole town.',
  }),
  'own-account': problemKind<Nothing>({
    status: 403,
    zh: () => '不能对自己的账号这样做。改自己的口令请到“本人账号”；其他的请找另一位管理员。',
    en: () => 'This cannot be done to one’s own account. Ask another administrator.',
  }),
  'own-roles': problemKind<Nothing>({
    status: 403,
    zh: () => '不能给自己增减岗位。请另一位管理员办理，以便有人核对。',
    en: () => 'Nobody gives or ends their own roles. Ask another administrator.',
  }),
  'kept-elsewhere': problemKind<{ town: string }>({
    status: 403,
    zh: ({ town }) =>
      `这个账号由${town}管理，口令、锁定和停用要在那里办。本镇可以增减它在本镇的岗位。`,
    en: ({ town }) => `${town} keeps this account; here you can only give and end its roles.`,
  }),
  'user-name-unfit': problemKind<Nothing>({
    status: 422,
    zh: () =>
      '用户名要以字母开头，用 2 到 40 个字母、数字、点或短横；不能是身份证号、电话号码，也不能含 7 个以上的数字。例如 wumin。',
    en: () =>
      'A user name begins with a letter and has 2 to 40 letters, figures, dots or hyphens, never an identity or telephone number.',
  }),
  'user-name-taken': problemKind<{ userName: string }>({
    status: 409,
    zh: ({ userName }) =>
      `用户名“${userName}”已经有人用，没有新建。请换一个；确是同一个人在别的乡镇的账号，请用“已有账号进入本镇”。`,
    en: ({ userName }) => `The user name “${userName}” is taken. Choose another.`,
  }),
  'person-account-exists': problemKind<{ name: string }>({
    status: 409,
    zh: ({ name }) => `${name}在本镇已经有账号，一人一个。请在账号表里找到它。`,
    en: ({ name }) => `${name} already has an account in this town.`,
  }),
  'account-admitted': problemKind<{ userName: string }>({
    status: 409,
    zh: ({ userName }) => `账号“${userName}”已经在本镇的账号表里。请在那里给它岗位。`,
    en: ({ userName }) => `The account “${userName}” is on the list of this town already.`,
  }),
  'membership-unknown': problemKind<Nothing>({
    status: 404,
    zh: () => '没有这个乡镇在等您同意，可能已经办过。请刷新再看。',
    en: () => 'No such town waits for your word. Reload to see how it stands.',
  }),
  'account-disabled': problemKind<Nothing>({
    status: 409,
    zh: () => '这个账号已经停用。要用的，请先启用。',
    en: () => 'This account is disabled. Enable it first.',
  }),
  'account-enabled': problemKind<Nothing>({
    status: 409,
    zh: () => '这个账号没有停用，不用启用。',
    en: () => 'This account is not disabled.',
  }),
  'account-not-locked': problemKind<Nothing>({
    status: 409,
    zh: () => '这个账号没有锁定，不用解锁。忘了口令的，请重置口令。',
    en: () => 'This account is not locked. Reset the password if it was forgotten.',
  }),
  'last-administrator': problemKind<Nothing>({
    status: 409,
    zh: () =>
      '这是最后一位没有截止日期的全镇管理员，不能免去或停用，否则再没有人能管账号。请先任命另一位。',
    en: () =>
      'This is the last administrator of the whole town without a last day. Appoint another first.',
  }),
};

export const roleKinds = {
  'role-unknown': problemKind<Nothing>({
    status: 404,
    zh: () => '没有这一项岗位，可能刚被别人免去。请刷新后再看。',
    en: () => 'There is no such role; somebody may have ended it. Reload the page.',
  }),
  'role-unfit': problemKind<{ why: 'county' | 'village-unit' }>({
    status: 422,
    zh: ({ why }) =>
      why === 'county'
        ? '“县级”岗位只能在县里设，不能在乡镇设。请另选岗位。'
        : '“村”岗位要写明是哪个村。请在范围里选一个村。',
    en: ({ why }) =>
      why === 'county'
        ? 'The role “county” belongs to a county, not to a town.'
        : 'The role “village” needs its village as its scope.',
  }),
  'line-unknown': problemKind<{ codes: readonly string[] }>({
    status: 422,
    zh: ({ codes }) => `名册里没有这些站所：${codes.join('、')}。请从表里选。`,
    en: ({ codes }) => `There are no such offices: ${codes.join(', ')}.`,
  }),
  'substitute-unbounded': problemKind<Nothing>({
    status: 422,
    zh: () => '替补一年一定：要写明最后一天，并且与起日在同一年。',
    en: () => 'A substitute is named for a year: give a last day within the year of the first.',
  }),
  'role-held': problemKind<{ from: string; to: string }>({
    status: 409,
    zh: ({ from, to }) => `这个账号在 ${from} 至 ${to} 已有同样的岗位和范围，没有重复登记。`,
    en: ({ from, to }) => `This account holds the same role from ${from} to ${to}.`,
  }),
  'role-ended': problemKind<{ to: string }>({
    status: 409,
    zh: ({ to }) => `这项岗位已定于 ${to} 结束。要提前的，请写更早的日期；要延长的，请另给一段。`,
    en: ({ to }) => `This role already ends on ${to}. Give an earlier day, or a new role.`,
  }),
  'day-past': problemKind<{ day: string }>({
    status: 422,
    zh: ({ day }) => `最后一天不能早于 ${day}（昨天，即立即免去）。已经办过的事不会因此改变。`,
    en: ({ day }) => `The last day cannot be before ${day}, which ends the role at once.`,
  }),
  'not-proxy': problemKind<{ unit: string }>({
    status: 403,
    zh: ({ unit }) =>
      `您今天不是${unit}的包村干部，不能代它登记。请由包村干部登记，或先在名册里登记挂钩。`,
    en: ({ unit }) => `Today you are not the resident cadre of ${unit} and cannot act for it.`,
  }),
};

export const townKinds = {
  'county-unknown': problemKind<{ county: string }>({
    status: 404,
    zh: ({ county }) => `没有“${county}”这个县，或者您在那里没有岗位。`,
    en: ({ county }) => `There is no county “${county}”, or you hold no post in it.`,
  }),
  'not-county-administrator': problemKind<Nothing>({
    status: 403,
    zh: () => '设立乡镇、任命它的第一位管理员，只能由县里的管理员办理。',
    en: () => 'Only an administrator of the county founds towns and appoints administrators.',
  }),
  'county-town-unknown': problemKind<{ town: string }>({
    status: 404,
    zh: ({ town }) => `本县没有简称为“${town}”的乡镇。请从表里选。`,
    en: ({ town }) => `This county has no town “${town}”.`,
  }),
  'town-code-taken': problemKind<{ code: string }>({
    status: 409,
    zh: ({ code }) => `简称“${code}”已经有乡镇在用，没有设立。请换一个。`,
    en: ({ code }) => `The short name “${code}” is taken. Nothing was founded.`,
  }),
  'town-code-reserved': problemKind<{ code: string }>({
    status: 422,
    zh: ({ code }) =>
      `简称“${code}”是本系统自己的网址（/${code}），乡镇用了就打不开，没有设立。请换一个，如 qinghe。`,
    en: ({ code }) =>
      `“${code}” is an address of the system itself (/${code}), which would hide the town. Nothing was founded; choose another, such as qinghe.`,
  }),
  'town-administered': problemKind<Nothing>({
    status: 409,
    zh: () => '这个乡镇已有管理员并启用了自己的口令，以后由他们自己任命；县里不能再代办。',
    en: () => 'This town already has an administrator of its own; the county appoints no more.',
  }),
  'set-up-done': problemKind<Nothing>({
    status: 410,
    zh: () => '首次设置已经完成，这个页面不再使用。请直接登录。',
    en: () => 'The set-up is done; this page is no longer in use. Sign in.',
  }),
  'set-up-closed': problemKind<Nothing>({
    status: 404,
    zh: () => '这次启动没有打开首次设置。请由装机的人重新启动程序，用启动时印出的一次性钥匙。',
    en: () =>
      'This start did not open the set-up. Start the program anew and use the key it prints.',
  }),
  'set-up-key-wrong': problemKind<Nothing>({
    status: 403,
    zh: () => '一次性钥匙不对，什么都没有改动。请照启动程序的窗口里最后印出的那一行填。',
    en: () => 'The one-time key is wrong. Copy it from the last line that the program printed.',
  }),
  'set-up-unit-twice': problemKind<{ name: string }>({
    status: 422,
    zh: ({ name }) => `单位“${name}”写了两次，没有设立。请删去一个，或写全名以便分清。`,
    en: ({ name }) => `The unit “${name}” is written twice. Nothing was founded.`,
  }),
};
