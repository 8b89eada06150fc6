/** What the gate itself refuses. */

import { defineProblems, problemKind } from './problem.ts';

export const gateProblem = defineProblems('gate', {
  'not-signed-in': {
    status: 401,
    zh: () => '还没有登录，或登录已经失效。请重新登录；本页填的内容还在。',
    en: () => 'You are not signed in, or no longer. Sign in again; what you typed is still here.',
  },
  'password-must-change': {
    status: 403,
    zh: () => '这是首次登录的初始密码，请先换成自己的密码。',
    en: () => 'This is the initial password. Choose your own first.',
  },
  'foreign-origin': {
    status: 403,
    zh: () => '这个请求是从别的网站发来的，没有办理。请从本系统的页面操作。',
    en: () => 'This request came from another site. Nothing was changed; use our own pages.',
  },
  'town-unknown': problemKind<{ town: string }>({
    status: 404,
    zh: ({ town }) => `没有“${town}”这个乡镇，或者您在那里没有岗位。`,
    en: ({ town }) => `There is no town “${town}”, or you hold no post in it.`,
  }),
  'token-refused': {
    status: 403,
    zh: () => '访问令牌不能办账号和登录的事，什么都没有改动。请本人登录以后办。',
    en: () => 'Access tokens are not for accounts and sign-in. Sign in yourself for this.',
  },
  'token-decides': {
    status: 403,
    zh: () => '访问令牌不能代人定夺（核查、销号、定延期、放行这类），没有办理。请本人登录来办。',
    en: () =>
      'A machine with an access token judges nothing: review, closing, extensions and what passes the gate are for a person who signs in.',
  },
  'token-scope': problemKind<{ room: string; wanted: 'read' | 'write' }>({
    status: 403,
    zh: ({ room, wanted }) =>
      `这个访问令牌的范围里没有“${room}”的${wanted === 'read' ? '读' : '写'}，没有办理。需要的，请它的主人另开一个。`,
    en: ({ room, wanted }) =>
      `The scope of this access token does not let it ${wanted} “${room}”. Its owner can make another.`,
  }),
  'not-permitted': {
    status: 403,
    zh: () => '您的岗位不能办这件事。需要办的，请找本镇的管理员核对您的岗位和范围。',
    en: () => 'Your posts do not allow this. Ask the administrator of your town.',
  },
  'address-unknown': {
    status: 404,
    zh: () => '没有这个地址。请从首页进入。',
    en: () => 'There is no such address.',
  },
  'input-invalid': problemKind<{ paths: string[] }>({
    status: 422,
    zh: ({ paths }) => `有填得不对的地方：${paths.join('、')}。请改正后再提交，什么都没有改动。`,
    en: ({ paths }) => `Some values are not valid: ${paths.join(', ')}. Nothing was changed.`,
  }),
  'idempotency-key-missing': {
    status: 400,
    zh: () => '请求缺少 idempotency-key，网络重试时可能重复登记，所以没有办理。',
    en: () => 'The request lacks an idempotency-key: a retry could create it twice.',
  },
  'idempotency-key-reused': {
    status: 409,
    zh: () => '这个 idempotency-key 已经用在另一个请求上。新的事项请用新的。',
    en: () => 'This idempotency-key was used for another request.',
  },
  'too-large': {
    status: 413,
    zh: () => '内容太大，没有接收。请分几次提交，或先压缩图片。',
    en: () => 'The content is too large.',
  },
  'not-readable': {
    status: 400,
    zh: () => '请求的内容读不出来，可能在传输中损坏。请再提交一次。',
    en: () => 'The request cannot be read.',
  },
  busy: {
    status: 503,
    zh: () => '数据库暂时没有回应，什么都没有改动。请过一会儿再提交。',
    en: () => 'The database does not answer. Nothing was changed. Try again soon.',
  },
});
