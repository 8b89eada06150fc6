/** The one list: what waits for a person comes by itself and goes when it is done. */

import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge } from './kit/checks.ts';
import { effortOn } from './kit/effort.ts';
import { sheetsOf } from './kit/fields.ts';

const walk = withBrowser();
const origin = inject('demonstration');

describe.each(widths)('the one list at %i px', (width) => {
  // One entry of each of these offices waits in the demonstration.
  const [office, subject] = width === 1280 ? ['应急办', '新桥村'] : ['党建办', '南圃村'];

  it('brings a reviewer to what waits, and is rid of it once it is posted', async () => {
    const { page, picture, close } = await walk({ origin, width, as: 'sun.fuhe' });
    const line = page.getByRole('link', { name: `复核${office}登记的 1 条事实` });
    await line.waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('desk-waiting');
    await line.click();
    await page.waitForURL(/view=entries/);
    await page.getByRole('checkbox', { name: new RegExp(`^选 ${subject}`) }).click();
    await page.getByRole('button', { name: '复核入账 1 条' }).click();
    const question = page.getByRole('dialog', { name: '复核入账' });
    await question.getByText('一共涉及 1 行。').waitFor();
    await question.getByRole('button', { name: '复核入账 1 条' }).click();
    await page.getByText('入账 1 条。').waitFor();
    await page.goto(`${origin}/qinghe/desk`);
    await page.getByRole('heading', { name: '清单' }).waitFor();
    await page.getByText(/件事等您办|没有等您办的事/).waitFor();
    expect(await line.count()).toBe(0);
    await close();
  });

  it('tells a leader the last sealed list, what waits too long, and who is missing', async () => {
    const asked: string[] = [];
    const { page, picture, close } = await walk({ origin, width, as: 'gu.shuji' });
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${origin}/qinghe/desk`);
    await page.getByRole('heading', { name: '等得久的事' }).waitFor();
    await page
      .getByText(/^(?:各部门没有压了|.*件没有入账)/)
      .first()
      .waitFor();
    await page.getByText(/每个村都有挂点领导|空缺：/).waitFor();
    await page
      .getByText(/[上下][升降] \d+ 位，.*第 \d+ 名/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('desk-leader');
    // Nothing is asked of the period that is not sealed.
    expect(asked.filter((url) => /periods\/.*standings/.test(url))).not.toEqual([]);
    expect(asked.filter((url) => /2026-Q4/.test(url))).toEqual([]);
    await page.getByRole('link', { name: '2026年第三季度得分名次' }).click();
    await page.getByRole('heading', { name: '2026年第三季度得分名次' }).waitFor();
    await close();
  });

  it('is that of the village for a village, which reads and owes nothing', async () => {
    const { page, close } = await walk({ origin, width, as: 'chen.dongxi' });
    await page.getByRole('heading', { name: '东溪村清单' }).waitFor();
    await page.getByText('村里只看、不用填').waitFor();
    expect(await page.getByText('等您办').count()).toBe(0);
    await close();
  });
});

describe.each(widths)('the list of a village at %i px', (width) => {
  // Two offices, so that the gate finds nothing asked twice.
  const [office, duty] = width === 1280 ? ['社会事务办', '协助-1'] : ['农业农村办', '协助-2'];
  const title = `${office}入户核实冬季困难户`;

  it('is on paper, on a plain link for the number from the paper, and answered by its cadre', async () => {
    const tian = await walk({ origin, width, as: 'tian.ducha' });
    await sendToVillage(tian.page, { office, duty, title });
    await tian.page.goto(`${origin}/qinghe/desk?village=${encodeURIComponent('三槐村')}`);
    await tian.page.getByRole('link', { name: `答复：${title}` }).waitFor();
    await expectAccessible(tian.page);
    await expectNothingOverTheEdge(tian.page);
    await tian.picture('desk-village');
    expect(await sheetsOf(tian.page)).toBe(1);
    await tian.close();

    const paper = await paperNotice(width);
    const reader = await walk({ origin, width });
    await reader.page.goto(paper.address);
    await reader.page.getByLabel(/取阅码/).fill(paper.pin === '000000' ? '000001' : '000000');
    await reader.page.getByRole('button', { name: '打开' }).click();
    await reader.page.getByText('还可以试 4 次').waitFor();
    expect(await reader.page.getByText(title).count()).toBe(0);
    await reader.page.getByLabel(/取阅码/).fill(paper.pin);
    await reader.page.getByRole('button', { name: '打开' }).click();
    await reader.page.getByRole('heading', { name: '青禾镇三槐村清单' }).waitFor();
    await reader.page.getByText(title).waitFor();
    expect(await reader.page.locator('body').innerText()).not.toMatch(/田荞|邓楷|得分/);
    await expectAccessible(reader.page);
    await expectNothingOverTheEdge(reader.page);
    await reader.picture('plain-link');
    await reader.close();

    // At most three presses from the list to done: the line, the deed, and that it is so.
    const deng = await walk({ origin, width, as: 'deng.baocun', at: '/qinghe/desk' });
    const effort = await effortOn(deng.page);
    await deng.page.getByRole('link', { name: `答复：${title}` }).click();
    await deng.page.getByRole('button', { name: '报进展' }).click();
    await deng.page.getByLabel(/^情况/).fill('村里核实了五户，都已经上门。');
    await deng.page.getByRole('button', { name: '报进展' }).last().click();
    // The form holds the same words until it is saved.
    await deng.page.getByLabel(/^情况/).waitFor({ state: 'detached' });
    await deng.page.getByText('村里核实了五户，都已经上门。').first().waitFor();
    const { clicks, fields } = effort();
    expect(clicks).toBeGreaterThan(0);
    expect(clicks).toBeLessThanOrEqual(3);
    expect(fields).toBeLessThanOrEqual(2);
    await deng.page.goto(`${origin}/qinghe/desk?village=${encodeURIComponent('三槐村')}`);
    await deng.page.getByText(/件事等这个村|没有等三槐村办的事/).waitFor();
    expect(await deng.page.getByText(title).count()).toBe(0);
    await deng.close();
  });

  /** Allows plain links, makes one of 三槐村, and reads the paper. */
  async function paperNotice(at: number): Promise<{ address: string; pin: string }> {
    const fang = await walk({
      origin,
      width: at,
      as: 'fang.xinxi',
      at: '/qinghe/settings/links',
    });
    const { page } = fang;
    await page.getByText(/没有开通。|现在可以用的/).waitFor();
    const allow = page.getByRole('button', { name: '开通', exact: true });
    if ((await allow.count()) > 0) {
      await allow.click();
      await page.getByLabel(/决定文号/).fill('青党办〔2026〕7号');
      await page.getByLabel(/打哪里/).fill('党政办 0730-8800001');
      await page.getByRole('button', { name: '存上' }).click();
    }
    await page.getByRole('button', { name: '做一个链接' }).click();
    await page.getByLabel(/^村/).selectOption('三槐村');
    await page.getByRole('button', { name: '做一个链接' }).last().click();
    await page.getByRole('button', { name: '打印告知单' }).waitFor();
    await expectAccessible(page);
    await fang.picture('link-paper');
    expect(await sheetsOf(page)).toBe(1);
    const [address = '', pin = ''] = await page.locator('.one-time').allTextContents();
    expect(address).toMatch(/\/l\/qinghe\/[2-9a-z-]{24}$/);
    await page.getByRole('button', { name: '印好了' }).click();
    await expectNothingOverTheEdge(page);
    await fang.picture('plain-links');
    await fang.close();
    return { address, pin };
  }
});

interface Asked {
  readonly office: string;
  readonly duty: string;
  readonly title: string;
}

/** Books a slip of a meeting for 三槐村, takes it through the gate and assigns it, as the pages do. */
async function sendToVillage(page: Page, { office, duty, title }: Asked): Promise<void> {
  const dueOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const town = `${origin}/api/towns/qinghe`;
  const send = async (path: string, data: object) => {
    const headers = { origin, 'idempotency-key': randomUUID() };
    const reply = await page.request.post(`${town}${path}`, { data, headers });
    expect(await reply.text()).not.toContain('detail');
    return reply.json();
  };
  const options = await (await page.request.get(`${town}/items/options`)).json();
  const persons: { code: string; post: string }[] = options.persons;
  const common = { title, units: ['三槐村'], dueOn };
  const { id } = await send('/items', {
    ...common,
    form: 'supervised',
    requirement: '逐户上门，报户数。',
    source: { kind: 'meeting', document: '镇长办公会' },
    lead: office,
    accountable: persons.find(({ post }) => post.startsWith(office))?.code,
    until: 'proposed',
    isWithheld: false,
  });
  await send('/demands', {
    ...common,
    kind: 'item',
    about: id,
    office,
    purpose: '报县里冬春救助。',
    basis: '青政办〔2026〕3号',
    dutyEntry: duty,
    dataAsked: [],
    answers: { canLookUp: false, askedLately: false, canWait: false },
  });
  const { version } = await (await page.request.get(`${town}/items/${id}`)).json();
  await send(`/items/${id}/deeds`, { version, deed: 'assign' });
}
