/**
 * The burden gate: zhou asks the villages something, lin asks the same and is stopped; once it is
 * merged, once a leader lets it through with a reason. A demand outside of the duty lists is stopped,
 * a known figure is locked, a telephone call is booked afterwards, and the meter counts it all.
 */

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');

describe.each(widths)('the burden gate at %i px', (width) => {
  // Each width has villages of its own: what one walk sends is a duplicate for the other.
  const [village, other] = width === 1280 ? ['泉坳村', '竹岭村'] : ['鹿鸣村', '白茶村'];
  const mark = `村务公开栏更新${width}${process.pid}`;
  const figure = `公开栏数${width}${process.pid}`;

  it('lets a sound demand through, with what is known locked', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'zhou.chengjian',
      at: '/qinghe/work/demands',
    });
    await page.getByRole('link', { name: '下发一件' }).click();
    await page.getByText('先写明部门、事由，选上要办的村。').waitFor();
    await page.getByLabel(/^事由/).fill(mark);
    await page.getByRole('checkbox', { name: village }).check();
    await page.getByRole('checkbox', { name: other }).check();
    await page.getByText(/没有写依据/).waitFor();
    await page.getByText(/没有选履职清单里的事项/).waitFor();
    expect(await page.getByRole('button', { name: '下发', exact: true }).isDisabled()).toBe(true);
    await fillReasons(page);
    await page.getByLabel('要村里报的数').fill('户数');
    await page.getByRole('button', { name: '加一项' }).click();
    await page.getByText(/要的数镇里全都有了/).waitFor();
    await page.getByLabel('要村里报的数').fill(figure);
    await page.getByLabel('要村里报的数').press('Enter');
    const row = page.getByRole('row', { name: new RegExp(`^${village}`) });
    await row.getByText('已有，不再问').waitFor();
    await page
      .getByRole('columnheader', { name: /户数.*经济办统计台账，截至 2026-06-30/ })
      .waitFor();
    await row.getByText('请村里填').waitFor();
    await page.getByText('没有问题，可以下发。').waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('demands-gate');
    await page.getByRole('button', { name: '下发', exact: true }).click();
    await page.getByText('已下发。').waitFor();
    await close();
  });

  it('stops another office that asks the same; it is merged, and the village answers once', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'lin.dangjian',
      at: '/qinghe/work/demands/new',
    });
    await page.getByLabel(/^事由/).fill(`阵地建设摸底${width}`);
    await page.getByRole('checkbox', { name: village }).check();
    await fillReasons(page);
    await page.getByLabel('要村里报的数').fill(figure);
    await page.getByLabel('要村里报的数').press('Enter');
    const stop = page.getByText(new RegExp(`城建办 .*已向${village}下发“${mark}”.*要的是同样的数`));
    await stop.first().waitFor();
    await page.getByText(/有 \d+ 处拦下/).waitFor();
    expect(await page.getByRole('button', { name: '下发', exact: true }).isDisabled()).toBe(true);
    await picture('demands-stopped');
    await page.getByRole('button', { name: '并入那一件，村里只答一次' }).first().click();
    await page.getByText('已并入').waitFor();
    await page.getByRole('link', { name: /阵地建设摸底/ }).click();
    const demand = page.getByRole('dialog', { name: /阵地建设摸底/ });
    // The other office's demand is named, and read to see what the village was asked.
    await demand.getByRole('link', { name: `城建办“${mark}”` }).click();
    await page.getByRole('dialog', { name: mark }).getByText('并进来的').waitFor();
    await close();
  });

  it('stops what is outside of the duty lists, until a leader gives the reason', async () => {
    const title = `年终材料${width}${process.pid}`;
    const asking = await walk({
      origin,
      width,
      as: 'lin.dangjian',
      at: '/qinghe/work/demands/new',
    });
    const { page } = asking;
    await page.getByLabel(/^事由/).fill(title);
    await page.getByRole('checkbox', { name: other }).check();
    await page.getByLabel(/^依据/).fill('青党办〔2026〕60号');
    await page.getByLabel(/^用途/).fill('汇总');
    await answerNo(page);
    await page.getByText(/没有选履职清单里的事项/).waitFor();
    await page.getByText('有 1 处拦下', { exact: false }).waitFor();
    await page.getByRole('button', { name: '请领导定' }).click();
    await page.getByText('已交领导定，领导的清单上有了这一件。').waitFor();
    await asking.close();

    const leading = await walk({ origin, width, as: 'gu.shuji', at: '/qinghe/desk' });
    await leading.page
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .click();
    const demand = leading.page.getByRole('dialog', { name: title });
    await demand.getByRole('button', { name: '放行', exact: true }).click();
    const question = leading.page.getByRole('dialog', { name: '定是否放行' });
    expect(await question.getByRole('button', { name: '放行' }).isDisabled()).toBe(true);
    await question.getByLabel(/^理由/).fill('县里统一要求');
    await leading.picture('demands-override');
    await question.getByRole('button', { name: '放行' }).click();
    await demand.getByText(/顾远山 .* 放行/).waitFor();
    await demand.getByText('县里统一要求').waitFor();
    await expectAccessible(leading.page);
    await leading.close();

    const sending = await walk({ origin, width, as: 'lin.dangjian', at: '/qinghe/desk' });
    await sending.page
      .getByRole('link', { name: new RegExp(`已放行.*${title}`) })
      .first()
      .click();
    const cleared = sending.page.getByRole('dialog', { name: title });
    await cleared.getByRole('button', { name: '下发', exact: true }).click();
    await sending.page
      .getByRole('dialog', { name: '标记为已下发' })
      .getByRole('button', { name: '下发' })
      .click();
    await cleared.getByText('已下发', { exact: true }).waitFor();
    await sending.close();
  });

  it('books a telephone call in one line, and the meter counts it against its office', async () => {
    const before = await bookedOf('综合执法队');
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'deng.baocun',
      at: '/qinghe/work/demands/book',
    });
    // A resident cadre of one village has it chosen already.
    expect(await page.getByRole('checkbox', { name: '三槐村' }).isChecked()).toBe(true);
    await page.getByRole('combobox', { name: /哪个部门要的/ }).fill('综合执法队');
    await page.getByTitle('综合执法队', { exact: true }).click();
    await page.getByLabel(/^要什么/).fill(`问沿街摊位数${width}`);
    await expectNothingOverTheEdge(page);
    await picture('demands-book');
    await page.getByRole('button', { name: '记下' }).click();
    await page.getByText(`已记下“问沿街摊位数${width}”。可以接着记下一件。`).waitFor();
    await close();
    expect(await bookedOf('综合执法队')).toBe(before + 1);

    const reading = await walk({ origin, width, as: 'gu.shuji', at: '/qinghe/work/burden' });
    await reading.page.getByText(/个部门向 \d+ 个村下发 \d+ 件/).waitFor();
    await expectAccessible(reading.page);
    await expectNothingOverTheEdge(reading.page);
    await reading.picture('demands-burden');
    await reading.page.getByRole('link', { name: /^综合执法队 补记 \d+，看明细$/ }).click();
    await reading.page.getByText(`问沿街摊位数${width}`).first().waitFor();
    await reading.close();
  });

  it('counts signs and work groups down: one is added and ended, the village reads its own', async () => {
    const name = `宣传栏${width}${process.pid}`;
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'tian.ducha',
      at: '/qinghe/work/signs',
    });
    await page.getByText(/2026年牌子年初 \d+，新增 \d+，清掉 \d+，还有 \d+/).waitFor();
    const left = async () =>
      Number(
        /还有 (\d+)；工作群/.exec(await page.getByText(/2026年牌子年初/).innerText())?.[1] ?? '',
      );
    const before = await left();
    await page.getByRole('button', { name: '登记一条' }).click();
    await page.getByRole('combobox', { name: /^村/ }).fill('东溪村');
    await page.getByTitle('东溪村', { exact: true }).click();
    await page.getByLabel(/^名称/).fill(name);
    await page.getByLabel(/^挂牌建群部门/).fill('县文化馆');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: `清掉：${name}` }).waitFor();
    expect(await left()).toBe(before + 1);
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('demands-signs');
    await page.getByRole('button', { name: `清掉：${name}` }).click();
    await page.getByLabel(/^怎么清的/).fill('摘下');
    await page.getByRole('button', { name: '清掉', exact: true }).last().click();
    await page.getByRole('button', { name: `清掉：${name}` }).waitFor({ state: 'detached' });
    expect(await left()).toBe(before);
    await page.getByRole('link', { name: /^县文化馆 牌子清掉 \d+，看明细$/ }).click();
    await page.getByText('只看：县文化馆、牌子、清掉').waitFor();
    await page
      .getByText(/清掉：摘下/)
      .first()
      .waitFor();
    await close();

    const village = await walk({ origin, width, as: 'chen.dongxi', at: '/qinghe/work/signs' });
    await village.page.getByText('只含您的村或您所在部门的。').waitFor();
    await village.page.getByText(name).waitFor();
    expect(await village.page.getByText('河口村').count()).toBe(0);
    expect(await village.page.getByRole('button', { name: '登记一条' }).count()).toBe(0);
    await expectNothingOverTheEdge(village.page);
    await village.close();
  });

  async function bookedOf(name: string): Promise<number> {
    const { page, close } = await walk({ origin, width, as: 'gu.shuji', at: '/qinghe/desk' });
    const reply = await page.request.get(`${origin}/api/towns/qinghe/demands/meter`);
    const { offices } = (await reply.json()) as {
      offices: { office: { name: string }; afterwards: number }[];
    };
    await close();
    return offices.find(({ office }) => office.name === name)?.afterwards ?? 0;
  }
});

/** Basis, purpose, an entry that every office may use, and no to the three questions. */
async function fillReasons(page: Page): Promise<void> {
  await page.getByLabel(/^依据/).fill('青政办〔2026〕58号');
  await page.getByLabel(/^用途/).fill('安排更新');
  await page.getByRole('combobox', { name: '履职清单里的事项' }).fill('自治-1');
  await page.getByTitle(/^自治-1 /).click();
  await answerNo(page);
}

async function answerNo(page: Page): Promise<void> {
  for (const question of ['镇里自己能查到吗？', '近30日问过吗？', '能等到例会吗？']) {
    await page.getByRole('radiogroup', { name: question }).getByRole('radio').last().check();
  }
}
