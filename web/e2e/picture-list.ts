/** The pictures of the guides of the system, as data: who opens what, what is done, what is shown. */

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inspectionPictures } from './picture-list-inspection.ts';
import { resultsPictures } from './picture-list-results.ts';
import { workPictures } from './picture-list-work.ts';

/** One picture; `name` is its file in docs/guides/system/pictures, without the ending. */
export interface Picture {
  readonly name: string;
  /** What it shows, as the guide says it beside the picture. */
  readonly says: string;
  /** Who looks: a user name of the demonstration; absent for a stranger. */
  readonly as?: string;
  readonly at: string;
  /** An installation with nothing in it, instead of the demonstration. */
  readonly isEmpty?: boolean;
  /** What is done before the picture is taken; it waits until what it needs is there. */
  before(page: Page): Promise<void>;
  /** Takes back what `before` left in the town. */
  after?(page: Page): Promise<void>;
  /** Of the window in px; 1280 where it is not said. */
  readonly width?: number;
  /** `page`: the page alone, as long as it is. `window`: all of the screen, where a drawer is open. */
  readonly shows: 'page' | 'window';
  /** The most of it that is shown, in px. */
  readonly height?: number;
}

const period = '/qinghe/standings/qinghe-village-daily';
const guides = join(import.meta.dirname, '../../docs/guides');

/** What is saved for a picture is taken back after it: every one can be taken again from the same town. */
export const pictures: readonly Picture[] = [
  {
    name: 'set-up',
    says: '首次设置：钥匙印在启动程序的窗口里',
    at: '/set-up',
    isEmpty: true,
    before: (page) => page.getByLabel('一次性钥匙').waitFor(),
    shows: 'page',
  },
  {
    name: 'sign-in',
    says: '登录',
    at: '/sign-in',
    before: (page) => page.getByLabel('用户名').waitFor(),
    shows: 'page',
  },
  {
    name: 'desk',
    says: '清单：等我办的事，按期限先后',
    as: 'sun.fuhe',
    at: '/qinghe/desk',
    before: (page) => page.getByRole('link', { name: /^复核/ }).first().waitFor(),
    shows: 'window',
    height: 480,
  },
  {
    name: 'desk-phone',
    says: '清单在手机上',
    as: 'sun.fuhe',
    at: '/qinghe/desk',
    width: 390,
    before: (page) => page.getByRole('link', { name: /^复核/ }).first().waitFor(),
    shows: 'window',
    height: 700,
  },
  {
    name: 'record',
    says: '记一条事实：按条款找，种类自动带出',
    as: 'zhou.chengjian',
    at: '/qinghe/ledger/record',
    before: async (page) => {
      await page.getByRole('combobox', { name: '按条款找' }).fill('垃圾积存');
      await page
        .getByRole('option')
        .filter({ hasText: /^1\.1 / })
        .click();
      await page.getByRole('combobox', { name: '对象' }).fill('东溪村');
      await page.getByTitle('东溪村', { exact: true }).click();
      await page.getByLabel('哪天发生的').fill('2026-11-20');
      await page.getByLabel(/^处数/).fill('3');
      await page.getByLabel('说明', { exact: true }).fill('村口和塘埂两处，已拍照');
      await page.getByText('先看看是不是同一回事').waitFor();
    },
    shows: 'page',
    height: 900,
  },
  {
    name: 'score-sheet',
    says: '记分表：一次填各村，像 Excel 一样',
    as: 'zhou.chengjian',
    at: '/qinghe/ledger/sheet?clause=1.1&period=2026-Q4',
    before: async (page) => {
      await page.getByLabel('没写佐证的行都用这一份').fill('11月18日巡查记录，存城建办');
      await typeCell(page, '东溪村', '处数（处）', '3');
      await typeCell(page, '西岗村', '处数（处）', '1');
      await typeCell(page, '东溪村', '日期', '11.18');
      await typeCell(page, '西岗村', '日期', '11.18');
      await page.getByRole('button', { name: '交复核 2 行' }).waitFor();
    },
    shows: 'page',
    height: 560,
  },
  {
    name: 'import-facts',
    says: '导入表格：先看一遍，有问题的写着怎么改',
    as: 'zhou.chengjian',
    at: '/qinghe/ledger',
    before: async (page) => {
      await page.getByRole('button', { name: '导入表格' }).click();
      const rows = [
        '事实种类,对象,日期,处数（处）,佐证',
        '垃圾积存,东溪村,2026-11-20,3,11月20日巡查记录',
        '垃圾积存,西冈村,11月20日,1,11月20日巡查记录',
      ].join('\n');
      const file = { name: '巡查.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };
      await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
      await page.getByText('读到 2 行，其中 1 行有问题').waitFor();
    },
    shows: 'window',
    height: 860,
  },
  {
    name: 'evidence-confirm',
    says: '传佐证：先核对，勾选以后才开始上传',
    as: 'zhou.chengjian',
    at: '/qinghe/evidence?open=new',
    before: async (page) => {
      const paper = join(guides, 'sample/rules.docx');
      await page.locator('input[type=file]').first().setInputFiles(paper);
      await page.getByText('等您核对并勾选，还没有传').waitFor();
    },
    shows: 'window',
    height: 480,
  },
  {
    name: 'evidence',
    says: '佐证：每一份由谁传、谁引用',
    as: 'wu.kaohe',
    at: '/qinghe/evidence?words=东溪村',
    before: async (page) => {
      await page.getByRole('row').nth(1).getByRole('button').click();
      await page
        .getByRole('dialog')
        .getByRole('link', { name: /^事实 / })
        .first()
        .waitFor();
    },
    shows: 'window',
    height: 820,
  },
  {
    name: 'review',
    says: '复核：看内容和佐证，入账、退回',
    as: 'sun.fuhe',
    at: '/qinghe/ledger?view=entries',
    before: async (page) => {
      const row = page.getByRole('row').filter({ hasText: '三槐村' });
      await row.getByRole('rowheader').getByRole('button').click();
      await page.getByRole('button', { name: '退回' }).waitFor();
    },
    shows: 'window',
    height: 560,
  },
  {
    name: 'facts',
    says: '事实台账：入了账的不能改，记错了的办更正',
    as: 'wu.kaohe',
    at: '/qinghe/ledger',
    before: (page) => page.getByRole('row').nth(3).waitFor(),
    shows: 'page',
    height: 620,
  },
  {
    name: 'fact',
    says: '一条事实：谁记、谁复核、哪些条款看它',
    as: 'wu.kaohe',
    at: '/qinghe/ledger?fact=D-1618',
    before: async (page) => {
      await page.getByRole('row').nth(3).waitFor();
      await page.getByRole('dialog').getByText('办理经过').waitFor();
    },
    shows: 'window',
    height: 760,
  },
  {
    name: 'periods',
    says: '考核期：一期走到哪一步，凭据码是什么',
    as: 'wu.kaohe',
    at: '/qinghe/standings',
    before: (page) => page.getByText('凭据码').first().waitFor(),
    shows: 'page',
  },
  {
    name: 'standings',
    says: '得分名次：各部分的分，与上期比',
    as: 'wu.kaohe',
    at: `${period}/2026-Q3`,
    before: (page) => page.getByRole('row').nth(5).waitFor(),
    shows: 'page',
    height: 760,
  },
  {
    name: 'tree',
    says: '点任何一个数：从总分到条款、事实、照片',
    as: 'wu.kaohe',
    at: `${period}/2026-Q3?subject=东溪村`,
    before: async (page) => {
      await page.getByRole('button', { name: '全部展开' }).click();
      await page.getByRole('dialog').locator('.files img').first().scrollIntoViewIfNeeded();
    },
    shows: 'window',
    height: 860,
  },
  {
    name: 'fact-place',
    says: '一件事的由来：从总分到佐证和经手的人，有自己的网址',
    as: 'wu.kaohe',
    at: `${period}/2026-Q3/subjects/东溪村?code=1.2&fact=D-0244`,
    before: async (page) => {
      await page.getByText(/当时本可少扣/).waitFor();
      await page.locator('.files img').first().scrollIntoViewIfNeeded();
    },
    shows: 'page',
    height: 760,
  },
  {
    name: 'help',
    says: '帮助：说的就是这一页；五分钟导览从这里开始',
    as: 'zhou.chengjian',
    at: '/qinghe/ledger?view=entries',
    before: async (page) => {
      await page.getByRole('row').nth(1).waitFor();
      await page.getByRole('button', { name: '帮助', exact: true }).click();
      await page.getByText('五分钟导览').waitFor();
    },
    shows: 'window',
    height: 640,
  },
  {
    name: 'village-sheet',
    says: '村里在手机上看：从总分到每一件事',
    as: 'chen.dongxi',
    at: `${period}/2026-Q3/subjects/东溪村`,
    width: 390,
    before: (page) => page.getByRole('button', { name: '全部展开' }).waitFor(),
    shows: 'window',
    height: 780,
  },
  {
    name: 'sealed',
    says: '封存以后：第几版、凭据码，得分不再改动',
    as: 'wu.kaohe',
    at: `${period}/2026-Q3/readiness`,
    before: (page) => page.getByText('第 1 版已经封存').waitFor(),
    shows: 'page',
    height: 480,
  },
  {
    name: 'readiness',
    says: '准备情况：还有哪几件事，归谁办',
    as: 'wu.kaohe',
    at: `${period}/2026-Q4/readiness`,
    before: (page) => page.getByText(/件事要办好，才能封存。/).waitFor(),
    shows: 'page',
    height: 820,
  },
  {
    name: 'scheme',
    says: '考核办法：正文和每一条的计分方式',
    as: 'wu.kaohe',
    at: '/qinghe/scheme',
    before: async (page) => {
      const inForce = page.getByRole('row').filter({ hasText: /村日常.*施行中/ });
      await inForce.getByRole('button').first().click();
      await page.getByText('施行中，至').waitFor();
    },
    shows: 'page',
    height: 860,
  },
  {
    name: 'scheme-check',
    says: '原文和检查：哪一行有什么问题，怎么改',
    as: 'wu.kaohe',
    at: '/qinghe/scheme',
    before: async (page) => {
      const paper = join(guides, 'sample/rules.docx');
      await page.locator('input[type=file]').setInputFiles(paper);
      await page.waitForURL(/tab=edit/);
      await page.getByRole('link', { name: '原文和检查' }).click();
      const findings = page.getByRole('region', { name: '检查结果' });
      await findings.getByText('计分办法待定').waitFor();
      await page.getByText('还要写定的事').click();
      await findings.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    },
    after: withdraw,
    shows: 'window',
    height: 900,
  },
  {
    name: 'scheme-compared',
    says: '与另一版比较：改了哪几条',
    as: 'wu.kaohe',
    at: '/qinghe/scheme',
    before: async (page) => {
      await draftNext(page);
      await page.getByRole('link', { name: '与另一版比较' }).click();
      await page.getByText(/条款新增 0 条、删去 0 条、改动 1 条/).waitFor();
    },
    after: withdraw,
    shows: 'page',
    height: 620,
  },
  {
    name: 'trial',
    says: '试算：换成另一版，谁升谁降，因为哪一条',
    as: 'wu.kaohe',
    at: '/qinghe/scheme',
    before: async (page) => {
      await draftNext(page);
      const draft = new URL(page.url()).pathname.split('/').at(-1);
      await page.goto(new URL(`${period}/2026-Q3/sandbox?version=${draft}`, page.url()).href);
      await page.getByText(/名次升 \d+ 个/).waitFor();
    },
    after: async (page) => {
      const draft = new URL(page.url()).searchParams.get('version');
      await page.goto(new URL(`/qinghe/scheme/${draft}`, page.url()).href);
      await withdraw(page);
    },
    shows: 'page',
    height: 700,
  },
  {
    name: 'roster',
    says: '组织人员：每个村的挂点领导、包村干部、书记',
    as: 'fang.xinxi',
    at: '/qinghe/org',
    before: (page) => page.getByRole('row').nth(5).waitFor(),
    shows: 'page',
    height: 620,
  },
  {
    name: 'village',
    says: '一个村：责任链、任职、屋场',
    as: 'fang.xinxi',
    at: '/qinghe/org?open=unit:麦坪村',
    before: async (page) => {
      await page.getByRole('row').nth(5).waitFor();
      await page.getByRole('dialog').getByText('屋场负责人').waitFor();
    },
    shows: 'window',
    height: 820,
  },
  {
    name: 'chains',
    says: '责任链：一个村一张，可以打印',
    as: 'wu.kaohe',
    at: '/qinghe/org/chains',
    before: (page) => page.getByText('东溪村责任链').waitFor(),
    shows: 'page',
    height: 860,
  },
  {
    name: 'import',
    says: '导入 Excel：先看清改什么、哪一行有问题',
    as: 'fang.xinxi',
    at: '/qinghe/org?view=hamlets',
    before: async (page) => {
      await page.getByRole('button', { name: '导入 Excel' }).click();
      const rows = '编码,名称,类别,上级\n,桥西组,屋场,东溪村\n,桃花组,屋场,东西村\n';
      const file = { name: '屋场.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };
      await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
      await page.getByText('读到 2 行，其中 1 行有问题。').waitFor();
    },
    shows: 'window',
    height: 700,
  },
  {
    name: 'accounts',
    says: '账号与岗位：谁能进来，管什么',
    as: 'fang.xinxi',
    at: '/qinghe/settings/accounts',
    before: (page) => page.getByRole('row').nth(5).waitFor(),
    shows: 'page',
    height: 620,
  },
  ...workPictures,
  ...inspectionPictures,
  ...resultsPictures,
];

/** A draft of the next year with one figure changed, saved. */
async function draftNext(page: Page): Promise<void> {
  await page
    .getByRole('row')
    .filter({ hasText: /村日常.*施行中/ })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('button', { name: '起草下一版' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '起草下一版' }).click();
  await page.getByRole('link', { name: '原文和检查' }).click();
  const source = page.getByLabel('办法的原文（YAML）');
  await source.waitFor();
  const text = await source.inputValue();
  const next = text
    .replace('version: 2026.1', 'version: 2027.1')
    .replace('{ from: 2026-01-01, to: 2026-12-31 }', '{ from: 2027-01-01, to: 2027-12-31 }')
    .replace('delta: -0.5', 'delta: -0.75');
  if (next === text) throw new Error('the scheme of the demonstration has no −0.5');
  await source.fill(next);
  await page.getByRole('button', { name: '存草稿' }).click();
  await page.getByText('已存上。').waitFor();
}

async function withdraw(page: Page): Promise<void> {
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await page.getByText('这份草稿已撤回').waitFor();
}

/** Types into the cell of a village under a head, as one does in a workbook. */
async function typeCell(page: Page, village: string, head: string, text: string): Promise<void> {
  const heads = await page.getByRole('columnheader').allInnerTexts();
  const at = heads.findIndex((title) => title.replace(/\s/g, '') === head);
  await page.getByRole('row').filter({ hasText: village }).locator('th, td').nth(at).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}
