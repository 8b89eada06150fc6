/** Texts as numbered sentences; every place and project in them is invented. */

import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/index.ts';

const texts = (text: string) => sentencesOf(text).map((sentence) => sentence.text);
const headings = (text: string) =>
  sentencesOf(text)
    .filter(({ isHeading }) => isHeading)
    .map((sentence) => sentence.text);

const speech = `青禾镇半年工作会议上的讲话

同志们：
　　上半年修了三条路，大家辛苦了！下面讲两点。
一、抓紧沟渠清淤。各村要在六月底前清完主渠；东溪村先做样板。
（一）摸清底数
农业农村办要逐条登记，做到“一渠一卡。”完成一条销一条。
（二）落实人手
河口村另派两人。
二、办好乡村集市。
城建办要搭好二十个摊位。`;

describe('the sentences of a text', () => {
  it('are numbered from one over the whole document, headings among them', () => {
    const sentences = sentencesOf(speech);
    expect(sentences.map(({ number }) => number)).toEqual(sentences.map((_, index) => index + 1));
    expect(texts(speech)).toEqual([
      '青禾镇半年工作会议上的讲话',
      '同志们：',
      '上半年修了三条路，大家辛苦了！',
      '下面讲两点。',
      '一、抓紧沟渠清淤。',
      '各村要在六月底前清完主渠；',
      '东溪村先做样板。',
      '（一）摸清底数',
      '农业农村办要逐条登记，做到“一渠一卡。”',
      '完成一条销一条。',
      '（二）落实人手',
      '河口村另派两人。',
      '二、办好乡村集市。',
      '城建办要搭好二十个摊位。',
    ]);
  });

  it('carry the nearest heading, and a heading the one above its own level', () => {
    const above = sentencesOf(speech).map(({ heading }) => heading);
    expect(above.slice(0, 5)).toEqual([null, null, null, null, null]);
    expect(above.slice(5)).toEqual([
      '一、抓紧沟渠清淤。',
      '一、抓紧沟渠清淤。',
      '一、抓紧沟渠清淤。',
      '（一）摸清底数',
      '（一）摸清底数',
      '一、抓紧沟渠清淤。',
      '（二）落实人手',
      null,
      '二、办好乡村集市。',
    ]);
  });

  it('lose nothing of the text but the space between', () => {
    const bare = (text: string) => text.replaceAll(/\s/g, '');
    expect(bare(texts(speech).join(''))).toBe(bare(speech));
  });

  it.each([
    ['先看路；再看桥;最后看人!好吗?好。', ['先看路；', '再看桥;', '最后看人!', '好吗?', '好。']],
    ['真的吗？！“都清完了。”走吧', ['真的吗？！', '“都清完了。”', '走吧']],
    ['按办法办（先登记；后领取。）不得代领。', ['按办法办（先登记；后领取。）不得代领。']],
    ['修路3.5公里,共(见表;附后)两段。', ['修路3.5公里,共(见表;附后)两段。']],
    ['清单（未附。下月补。', ['清单（未附。', '下月补。']],
    ['已经办完）。下一件。', ['已经办完）。', '下一件。']],
    ['甲村\r\n乙村\v丙村\u2028丁村', ['甲村', '乙村', '丙村', '丁村']],
    ['', []],
    [' \n　\n', []],
  ])('of %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});

describe('a heading', () => {
  it.each([
    ['一、清淤\n各村都要清。', ['一、清淤']],
    ['一、清淤。各村都要清。', ['一、清淤。']],
    ['一、清淤。\n各村都要清。', ['一、清淤。']],
    ['(一)清淤,保畅\n各村都要清。', ['(一)清淤,保畅']],
    ['1. 清淤\n各村都要清。', ['1. 清淤']],
    ['（1）清淤\n① 各村', ['（1）清淤']],
    ['第一部分 清淤\n各村都要清。', ['第一部分 清淤']],
  ])('is the first of %j', (text, expected) => {
    expect(headings(text)).toEqual(expected);
  });

  it.each([
    ['the members of a list that end with a stop', '1. 东溪村清主渠。\n2. 河口村清支渠。'],
    ['a list chained with semicolons', '（一）东溪村清主渠；\n（二）河口村清支渠。'],
    ['a sentence too long', `一、${'东溪村和河口村一起清主渠，'.repeat(4)}月底完成\n再报。`],
    ['a date or a length', '2026.5.1开工\n3.5公里\n再报。'],
    ['an ordinal in the flow of a line', '一是清主渠。二是清支渠。'],
  ])('is not in %s', (_, text) => {
    expect(headings(text)).toEqual([]);
  });

  it('of a higher level closes those below it', () => {
    const above = sentencesOf('一、甲\n（一）乙\n1. 丙\n丁。\n二、戊\n己。').map((s) => s.heading);
    expect(above).toEqual([null, '一、甲', '（一）乙', '1. 丙', null, '二、戊']);
  });
});
