/** What may be refused about the one list. */

import { defineProblems, problemKind } from '../platform/index.ts';

/** Titles that a sentence names; the last says that there are more. */
function quoted(titles: readonly { readonly title: string }[]): string {
  const named = titles.slice(0, 5).map(({ title }) => `“${title}”`);
  return `${named.join('、')}${titles.length > named.length ? '……' : ''}`;
}

export const deskProblem = defineProblems('desk', {
  'village-unknown': problemKind<{ code: string }>({
    status: 404,
    zh: ({ code }) => `没有可以看的村“${code}”。只能看本村、包的村，请核对村的代码。`,
    en: ({ code }) => `There is no village “${code}” that you may read. Check the code.`,
  }),
  'links-off': {
    status: 409,
    zh: () =>
      '没有开：本镇还没有开通免登录链接。请先由管理员在“设置—免登录链接”写上同意开通的决定文号。',
    en: () => 'Plain links are off in this town. An administrator names the decision first.',
  },
  'link-titles': problemKind<{ titles: { id: string; title: string }[] }>({
    status: 409,
    zh: ({ titles }) =>
      `还没有做：${titles.length === 1 ? '这一件' : `这 ${titles.length} 件`}的标题里有人名或号码：${quoted(titles)}。请先到那一件上改标题再发；确实要这样发的，勾上下面一格再点一次。`,
    en: ({ titles }) =>
      `Not made yet: these titles hold the name or number of somebody: ${quoted(titles)}. Change them first, or confirm that they leave as they are.`,
  }),
  'link-contact-missing': {
    status: 409,
    zh: () => '没有存上：开通免登录链接要写联系电话，村里看不明白要有地方问。',
    en: () => 'Say whom a village calls: without it plain links are not opened.',
  },
  'robot-address': problemKind<{ hosts: string[] }>({
    status: 422,
    zh: ({ hosts }) =>
      hosts.length === 0
        ? '没有开：本系统没有允许任何群机器人的网址。请系统管理员在 ONENEEDLE_ROBOT_HOSTS 里写上允许的主机名。'
        : `没有开：群机器人的网址要以 https:// 开头，主机只能是 ${hosts.join('、')}。请从群设置里重新复制。`,
    en: ({ hosts }) =>
      hosts.length === 0
        ? 'This installation allows no robot of a chat group: name the hosts in ONENEEDLE_ROBOT_HOSTS.'
        : `The address begins with https:// and its host is one of ${hosts.join(', ')}.`,
  }),
  'robot-incomplete': {
    status: 422,
    zh: () => '没有开：决定文号和机器人的网址要一起写。',
    en: () => 'Name the decision and the address of the robot together.',
  },
  'feed-none': {
    status: 409,
    zh: () => '没有可以停用的日历订阅：您还没有订阅，或者已经停用了。',
    en: () => 'There is no calendar feed to end: you have none, or it has ended.',
  },
  'link-unknown': {
    status: 404,
    zh: () => '没有这个免登录链接，或者已经停用了。请刷新这一页再看。',
    en: () => 'There is no such plain link, or it has ended. Read the page anew.',
  },
});
