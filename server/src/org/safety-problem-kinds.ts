/** What may be refused about second steps, access tokens, substitutes and unified identities. */

import { problemKind } from '../platform/index.ts';

type Nothing = Record<never, never>;

export const safetyKinds = {
  'code-wrong': problemKind<Nothing>({
    status: 401,
    zh: () =>
      '验证码不对，或者这一个已经用过。请等手机上换了新的六位数再输；也可以用一个备用码。连续输错 5 次会锁定 15 分钟。',
    en: () =>
      'The code is wrong or was used already. Wait for the next one, or use a backup code. Five failures lock the account.',
  }),
  'code-refused': problemKind<Nothing>({
    status: 422,
    zh: () =>
      '验证码不对，或者这一个已经用过，两步登录没有停用。请等手机上换了新的六位数再输，或者用一个备用码。连续输错 5 次会锁定 15 分钟。',
    en: () =>
      'The code is wrong or was used already; the second step stays on. Five failures lock the account.',
  }),
  'codes-kept': problemKind<Nothing>({
    status: 422,
    zh: () =>
      '验证码不对，或者这一个已经用过，备用码没有换。请等手机上换了新的六位数再输，或者用一个还没用过的备用码。连续输错 5 次会锁定 15 分钟。',
    en: () =>
      'The code is wrong or was used already; the backup codes stay as they are. Five failures lock the account.',
  }),
  'code-not-shown': problemKind<Nothing>({
    status: 422,
    zh: () =>
      '验证码对不上，两步登录还没有开通。请看手机上是不是“一根针”这一项，时间要准；扫错了就重新开始。连续输错 5 次会锁定 15 分钟。',
    en: () =>
      'The code does not match; the second step is not on yet. Check the entry and the clock of the telephone. Five failures lock the account.',
  }),
  'second-step-on': problemKind<Nothing>({
    status: 409,
    zh: () => '这个账号已经开着两步登录。换了手机的，请先停用再开。',
    en: () => 'The second step is on already. To change the telephone, turn it off first.',
  }),
  'second-step-off': problemKind<Nothing>({
    status: 409,
    zh: () => '这个账号没有开两步登录，不用办。请刷新后再看。',
    en: () => 'The second step of this account is not on. Reload the page.',
  }),
  'token-unknown': problemKind<Nothing>({
    status: 404,
    zh: () => '没有这个访问令牌，或者不是您的。请刷新后再看。',
    en: () => 'There is no such access token of yours. Reload the page.',
  }),
  'token-ended': problemKind<Nothing>({
    status: 409,
    zh: () => '这个访问令牌已经作废，不用再办。',
    en: () => 'This access token has ended already.',
  }),
  'token-life': problemKind<{ first: string; latest: string }>({
    status: 422,
    zh: ({ first, latest }) => `访问令牌的最后一天要在 ${first} 到 ${latest} 之间，最长一年。`,
    en: ({ first, latest }) => `The last day of a token lies between ${first} and ${latest}.`,
  }),
  'tokens-many': problemKind<{ count: number }>({
    status: 409,
    zh: ({ count }) => `您已有 ${count} 个有效的访问令牌，没有再开。请先作废不用的。`,
    en: ({ count }) => `You have ${count} live access tokens. End those that are not in use.`,
  }),
  'substitute-role': problemKind<Nothing>({
    status: 422,
    zh: () => '只有记实员和复核员可以定替补。其他岗位请直接给人，写明起止日期。',
    en: () => 'Only recorders and reviewers have substitutes. Give other roles directly.',
  }),
  'substitute-chain': problemKind<Nothing>({
    status: 422,
    zh: () => '替补不能再找替补。请直接给原来那位另定一个替补。',
    en: () => 'A substitute is not substituted. Name another one for whoever is absent.',
  }),
  'substitute-self': problemKind<Nothing>({
    status: 422,
    zh: () => '自己不能替补自己。请另选一个人。',
    en: () => 'Nobody stands in for themselves. Choose somebody else.',
  }),
  'substitute-outside': problemKind<{ from: string; to: string }>({
    status: 422,
    zh: ({ from, to }) =>
      `替补的日子要在这项岗位的期限之内：从 ${from} 起${to === '' ? '' : `，到 ${to} 止`}。请改日期。`,
    en: ({ from, to }) =>
      `The days must lie within those of the role: from ${from}${to === '' ? '' : ` to ${to}`}.`,
  }),
  'identity-none': problemKind<Nothing>({
    status: 404,
    zh: () => '这里没有接统一身份认证。请用用户名和口令登录。',
    en: () => 'No unified identity is set up here. Sign in with user name and password.',
  }),
  // No 503: pages send again by themselves what an outage held up, and this would fail each time.
  'identity-away': problemKind<Nothing>({
    status: 409,
    zh: () => '统一身份认证平台没有应答，没有登录。请过一会儿再试，或者用用户名和口令登录。',
    en: () => 'The identity provider does not answer. Try again, or use user name and password.',
  }),
  'identity-refused': problemKind<Nothing>({
    status: 401,
    zh: () =>
      '统一身份认证平台没有证明您的身份，没有登录。请再试一次；还不行，请告诉管服务器的人。',
    en: () =>
      'The identity provider did not prove who you are. Try again, or tell whoever runs the server.',
  }),
  'identity-errand': problemKind<Nothing>({
    status: 409,
    zh: () => '这次认证已经过时，或者不是从这个浏览器发起的，没有办理。请回到登录页重新开始。',
    en: () => 'This visit is over, or began in another browser. Begin again from the sign-in page.',
  }),
  'identity-unbound': problemKind<Nothing>({
    status: 403,
    zh: () =>
      '这个统一身份还没有绑定本系统的账号，没有登录。请先用用户名和口令登录，在“本人账号”里绑定一次；拿到初始口令还没有用过的，在登录页点“第一次用”。没有账号的，请找本镇管理员。',
    en: () =>
      'This identity is bound to no account. Sign in with user name and password first and bind it under “My account”.',
  }),
  'identity-invitation': problemKind<Nothing>({
    status: 409,
    zh: () =>
      '这个账号已经换成本人的口令了，初始口令不能再用来绑定。请用用户名和口令登录，在“本人账号”里绑定；忘了口令的，请本镇管理员重置。',
    en: () =>
      'The first password of this account was used already. Sign in and bind the identity under “My account”.',
  }),
  'identity-invitation-step': problemKind<Nothing>({
    status: 409,
    zh: () =>
      '这个账号开着两步登录，不能这样绑定。请用用户名、口令和验证码登录，在“本人账号”里绑定。',
    en: () =>
      'The second step of this account is on. Sign in with password and code, then bind under “My account”.',
  }),
  'identity-bound': problemKind<Nothing>({
    status: 409,
    zh: () => '您的账号已经绑定了统一身份。要换的，请先解除再绑定。',
    en: () => 'Your account is bound to a unified identity already. Unbind it first.',
  }),
  'identity-taken': problemKind<Nothing>({
    status: 409,
    zh: () => '这个统一身份已经绑定了另一个账号，没有改动。请用那个账号登录，或先在那里解除。',
    en: () => 'This identity is bound to another account. Nothing was changed.',
  }),
  'identity-not-bound': problemKind<Nothing>({
    status: 409,
    zh: () => '您的账号没有绑定统一身份，不用解除。请刷新后再看。',
    en: () => 'Your account is bound to no unified identity. Reload the page.',
  }),
  'identity-sign-in-first': problemKind<Nothing>({
    status: 401,
    zh: () => '绑定以前要先用用户名和口令登录，没有绑定。请登录后从“本人账号”再来。',
    en: () => 'Sign in with user name and password first, then bind from “My account”.',
  }),
};
