/** A round of inspection in the demonstration township, planned over the API as its office would. */

import { randomUUID } from 'node:crypto';

const password = 'yigenzhen-2026';

/** Somebody of the demonstration who asks the API. */
export interface Clerk {
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
}

/** The cookie of somebody who signs in. */
export async function cookieOf(origin: string, userName: string): Promise<string> {
  const signedIn = await fetch(`${origin}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName, password }),
  });
  return signedIn.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
}

/** Signs somebody in. */
export async function clerkOf(origin: string, userName: string): Promise<Clerk> {
  const cookie = await cookieOf(origin, userName);
  return {
    ask: async <T>(method: string, path: string, body?: unknown) => {
      const reply = await fetch(`${origin}/api/towns/qinghe${path}`, {
        method,
        headers: {
          cookie,
          'idempotency-key': randomUUID(),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const said = (await reply.json()) as T & { detail?: string };
      if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${said.detail ?? ''}`);
      return said;
    },
  };
}

/** A check sheet that asks in four ways. */
export const journeyLines = [
  {
    code: 'rubbish',
    group: '垃圾清理',
    standard: '路边、水边、田边、屋边没有露天堆放的垃圾',
    asks: 'count',
    severity: 'three',
    photo: 'asked',
    hint: '一处一张照片，写清地点',
  },
  {
    code: 'board',
    group: '公开评比',
    standard: '有评比公示牌，按时公示',
    asks: 'yesNo',
    severity: 'seven',
    photo: 'none',
    hint: '',
  },
  {
    code: 'sorting',
    group: '分类减量',
    standard: '有分类收集的地方',
    asks: 'choice',
    choices: [
      { code: 'used', text: '有，在用' },
      { code: 'unused', text: '有，没有用起来' },
      { code: 'none', text: '没有' },
    ],
    severity: 'fifteen',
    photo: 'none',
    hint: '',
  },
  {
    code: 'toilets',
    group: '户厕',
    standard: '抽到的户，卫生厕所能正常使用',
    asks: 'yesNo',
    severity: 'fifteen',
    photo: 'none',
    hint: '',
  },
] as const;

interface RoundPage {
  readonly round: { readonly id: string; readonly version: number };
  readonly visits: readonly { readonly id: string; readonly subject: { readonly code: string } }[];
}

interface Planned {
  readonly mode?: 'unannounced' | 'open';
  readonly subjects?: readonly string[];
  /** What is looked at; villages if absent. */
  readonly of?: 'village' | 'hamlet';
  readonly lines?: readonly object[];
  /** A visit without a day is no burden of its village yet. */
  readonly hasDay?: boolean;
}

/** Plans visits that 周城建 makes himself. @returns the visits by village, and the check sheet */
export async function planVisits(
  origin: string,
  planned: Planned = {},
): Promise<{ template: string; visits: ReadonlyMap<string, string> }> {
  const { mode = 'unannounced', subjects = ['河口村'], of = 'village' } = planned;
  const { lines = journeyLines, hasDay = true } = planned;
  const zhou = await clerkOf(origin, 'zhou.chengjian');
  const fang = await clerkOf(origin, 'fang.xinxi');
  const { today, me } = await whoAndWhen(origin);
  await fang.ask('PUT', '/field/filing', { no: '青报备〔2026〕1号', on: today });
  const template = `journey-${randomUUID().slice(0, 8)}`;
  await saveTemplate(zhou, template, lines, of);
  let page = await zhou.ask<RoundPage>('POST', '/rounds', {
    template,
    period: today.slice(0, 7),
    from: today,
    to: lastDay(today),
    mode,
    subjects,
  });
  for (const visit of page.visits) {
    page = await zhou.ask<RoundPage>('POST', `/rounds/${page.round.id}/visits/${visit.id}`, {
      version: page.round.version,
      inspectors: [me],
      ...(hasDay ? { on: today } : {}),
      reason: '旅程用例，指定本人去',
    });
  }
  return { template, visits: new Map(page.visits.map(({ id, subject }) => [subject.code, id])) };
}

/** Writes the next version of a check sheet and puts it into use. */
export async function saveTemplate(
  clerk: Clerk,
  code: string,
  lines: readonly object[],
  subjects: 'village' | 'hamlet' = 'village',
): Promise<void> {
  const saved = await clerk.ask<{ template: { revision: number } }>('PUT', `/templates/${code}`, {
    code,
    name: '人居环境抽查表',
    subjects,
    office: '城建办',
    cadence: 'month',
    mode: 'unannounced',
    sheets: 'team',
    lines,
  });
  await clerk.ask('POST', `/templates/${code}/release`, { revision: saved.template.revision });
}

async function whoAndWhen(origin: string): Promise<{ today: string; me: string }> {
  const zhou = await clerkOf(origin, 'zhou.chengjian');
  const work = await zhou.ask<{ today: string; me: { person: string } }>(
    'GET',
    '/field/work?at=office',
  );
  return { today: work.today, me: work.me.person };
}

function lastDay(today: string): string {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
