/** What is proposed out of a speech; every sentence is invented, 青禾镇 is nowhere. */

import { describe, expect, it } from 'vitest';
import { type ItemProposal, proposeItems, sentencesOf } from '../../src/index.ts';

/** Each proposal as words: kind, object, and what else the sentence says. */
function said(text: string): string[] {
  const sentences = sentencesOf(text);
  return proposeItems(text).map((proposal) => {
    const words = sentences[proposal.sentence - 1]?.text ?? '';
    const part = (name: 'actor' | 'quantity' | 'date') => {
      const place = proposal[name];
      return place === undefined ? [] : [`${name} ${words.slice(...place)}`];
    };
    const object = words.slice(...proposal.object);
    return [
      `${proposal.kind} ${object}`,
      ...part('actor'),
      ...part('quantity'),
      ...part('date'),
    ].join(' | ');
  });
}

describe('a demand', () => {
  it.each([
    ['各村要清完主渠。', ['task 清完主渠 | actor 各村']],
    [
      '城建办要在6月底前建成便民停车场3处。',
      ['task 建成便民停车场3处 | actor 城建办 | quantity 3处 | date 6月底前'],
    ],
    [
      '年底前，必须完成农田水渠清淤20公里，组织护林员培训。',
      [
        'task 完成农田水渠清淤20公里 | quantity 20公里 | date 年底前',
        'task 组织护林员培训 | date 年底前',
      ],
    ],
    ['由农业农村办牵头，制定晒谷场管理办法。', ['task 制定晒谷场管理办法 | actor 农业农村办']],
    [
      '东溪村要登记危房、召开院坝会。',
      ['task 登记危房 | actor 东溪村', 'task 召开院坝会 | actor 东溪村'],
    ],
    ['严禁向青溪河倾倒垃圾。', ['task 严禁向青溪河倾倒垃圾']],
    ['要把台账细化到每条渠，落实到每个人。', ['task 把台账细化到每条渠，落实到每个人']],
    ['城建办每月抽查一次主渠。', ['task 抽查一次主渠 | actor 城建办 | quantity 一次 | date 每月']],
    ['对三次劝阻不听的，要约谈。', ['task 对三次劝阻不听的，要约谈']],
    ['对三次未清的村，要约谈。', ['task 对三次未清的村，要约谈']],
    ['有的渠口堵塞、闸门锈死，都要立即整改。', ['task 有的渠口堵塞、闸门锈死，都要立即整改']],
    [
      '各村(社区)要建好清渠台账,落实清渠工作。',
      ['task 建好清渠台账 | actor 各村(社区)', 'task 落实清渠工作 | actor 各村(社区)'],
    ],
  ])('is a task in %s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    ['要完善管护体系。', ['aside 完善管护体系']],
    ['要引导农户节水。', ['aside 引导农户节水']],
    ['要抓好水利工作。', ['aside 抓好水利工作']],
    ['要确保晚稻长得好。', ['aside 确保晚稻长得好']],
  ])('is put aside in %s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('no demand', () => {
  it.each([
    ['the mind', '要提高思想认识，增强责任意识。'],
    ['the past', '今年以来，全镇清淤三十里，修桥两座。'],
    ['a wrong', '有的村台账登记不全，巡查不够。'],
    ['a quotation', '老话常说，“要修渠，先清淤。”'],
    ['a quotation over sentences', '老人说：“要修渠。要清淤。”'],
    ['an example', '比如修那条渠时，要先登记农户。'],
    ['a question', '为什么要清完主渠？'],
    ['a run-in title', '一要摸清底数。渠口还在那里。'],
    ['a heading', '一、完成主渠清淤\n天气很好。'],
    ['a copula', '清完主渠是头等大事。'],
    ['a report of many numbers', '登记农户30户，修复闸门5座，发放水泵12台。'],
    ['a deed that is a subject', '考核结果与年底评优挂钩。'],
    ['the close', '让我们建好青禾镇，为丰收而奋斗！'],
    ['nothing', ''],
  ])('is in %s', (_, text) => {
    expect(said(text)).toEqual([]);
  });

  it('is under a heading over the past, unless the sentence demands by itself', () => {
    const sentences = '\n完成主渠清淤。\n各村要建好台账。';
    expect(said(`一、上半年工作回顾${sentences}`)).toEqual(['task 建好台账 | actor 各村']);
    expect(said(`一、下半年任务${sentences}`)).toEqual([
      'task 完成主渠清淤',
      'task 建好台账 | actor 各村',
    ]);
  });
});

describe('every proposal', () => {
  const text = `一、抓紧沟渠清淤
各村要在六月底前清完主渠，要完善管护体系；确保全年不发生溺水事故。
河口村负责，建立一渠一卡台账，补齐闸门5座。`;
  const proposals = proposeItems(text);

  it('lies within its sentence, in order, and says by which pattern', () => {
    const sentences = sentencesOf(text);
    expect(proposals.length).toBe(5);
    let last: ItemProposal | undefined;
    for (const proposal of proposals) {
      const [from, to] = proposal.object;
      expect(from).toBeLessThan(to);
      expect(to).toBeLessThanOrEqual(sentences[proposal.sentence - 1]?.text.length ?? 0);
      if (last?.sentence === proposal.sentence) expect(from).toBeGreaterThanOrEqual(last.object[1]);
      expect(proposal.why).toMatch(/。$/);
      last = proposal;
    }
  });

  it('is left out of what is no sentence, however it goes on', () => {
    const list = `各村要${'建好台账、'.repeat(300)}。`;
    expect(proposeItems(list)).toEqual([]);
    expect(proposeItems(`${list}各村要建好台账。`)).toHaveLength(1);
  });

  it('is the same each time', () => {
    expect(proposeItems(text)).toEqual(proposals);
  });
});
