/** Every kind of document, by default and from its own template: the page, the fonts, what it says. */

import { describe, expect, it } from 'vitest';
import { officialDocx } from '../src/document/index.ts';
import {
  type DocumentKind,
  defaultDocument,
  documentKinds,
  fillingOf,
  kindTable,
  titleOf,
} from '../src/document/kinds.ts';
import { filled } from '../src/document/templates/fill.ts';
import { ownTemplate } from '../src/document/templates/own.ts';
import { all, type Element, own, partsOf, textIn, value } from './ooxml.ts';

const origin = { number: '通报2026-007', madeFrom: '2026年第三季度第2版（凭据码9F3A）' };

function byDefault(kind: DocumentKind): Promise<Uint8Array> {
  return officialDocx(defaultDocument(kind, kindTable(kind).example, origin));
}

async function fromTemplate(kind: DocumentKind): Promise<Uint8Array> {
  const { example } = kindTable(kind);
  return filled(await ownTemplate(kind), {
    kind,
    filling: fillingOf(kind, example, origin),
    title: titleOf(kind, example),
  });
}

const ways = [
  ['default', byDefault],
  ['template', fromTemplate],
] as const;

describe.each(documentKinds)('%s', (kind) => {
  it.each(ways)(
    'by %s: the page, 22 lines of 28 characters, fonts in every run',
    async (_, make) => {
      const parts = await partsOf(await make(kind));
      const body = parts.get('word/document.xml');
      for (const section of all(body, 'w:sectPr')) {
        const margin = own(section, 'w:pgMar')[0]?.attributes ?? {};
        const names = ['top', 'bottom', 'left', 'right'];
        expect(names.map((name) => Number(margin[`w:${name}`]))).toEqual([2098, 1984, 1588, 1474]);
      }
      const styles = parts.get('word/styles.xml');
      const [run] = all(styles, 'w:rPrDefault');
      const [size, squeeze] = [Number(value(run, 'w:sz')), Number(value(run, 'w:spacing'))];
      expect(Math.floor((11906 - 1588 - 1474) / (size * 10 + squeeze))).toBe(28);
      const [line = 0, ...others] = bodyLines(body);
      expect([Math.floor((16838 - 2098 - 1984) / line), others]).toEqual([22, []]);
      for (const [name, part] of parts) {
        if (!/^word\/(?:document|header|footer)/.test(name)) continue;
        const bare = all(part, 'w:r').filter((run) => !value(run, 'w:rFonts', 'w:eastAsia'));
        expect(bare.map(textIn)).toEqual([]);
      }
    },
  );

  it.each(ways)(
    'by %s: says its data and its source, and nothing is left open',
    async (_, make) => {
      const text = textIn((await partsOf(await make(kind))).get('word/document.xml'));
      expect(text).toContain('数据来源：2026年第三季度第2版（凭据码9F3A）');
      expect(text).toContain('内部编号：通报2026-007');
      expect(text.replace('【文号由党政办登记，待定】', '')).not.toMatch(
        /[【】]|undefined|\[object/,
      );
      for (const word of textsOf(kind)) expect(text).toContain(word);
    },
  );

  it('is the same bytes for the same data', async () => {
    for (const [, make] of ways) {
      expect(Buffer.from(await make(kind)).equals(Buffer.from(await make(kind)))).toBe(true);
    }
    const other = await officialDocx(
      defaultDocument(kind, kindTable(kind).example, { ...origin, number: '通报2026-008' }),
    );
    expect(Buffer.from(other).equals(Buffer.from(await byDefault(kind)))).toBe(false);
  });
});

/** The exact heights of body text: paragraphs of 三号仿宋 outside of tables. */
function bodyLines(body: Element | undefined): number[] {
  const heights = all(body, 'w:body')
    .flatMap((item) => own(item, 'w:p'))
    .filter((item) => value(item, 'w:sz') === '32' && textIn(item) !== '')
    .map((item) => Number(value(item, 'w:spacing', 'w:line')));
  return [...new Set(heights)];
}

/** Words of the example that must be printed. */
function textsOf(kind: DocumentKind): string[] {
  const said: Partial<Record<DocumentKind, string[]>> = {
    slip: ['修整便桥', '城建办', '2026年4月15日'],
    rectification: ['村口小桥', '村部公示牌', '2026年10月27日'],
    answer: ['第3.2条只对本村范围内的问题扣分。', '可以向分管或者挂点领导反映'],
    result: ['96.50', '9月26日县级通报表扬', '签收人', '两名见证人'],
    ...Object.fromEntries(
      ['talk', 'honour', 'withholding', 'decision'].map((kind) => [
        kind,
        [
          '青禾镇党委会2026年10月12日研究决定（青党发〔2026〕12号）',
          '提出意见不影响得分',
          '签收人',
        ],
      ]),
    ),
  };
  return said[kind] ?? ['青禾镇人民政府', '河道清淤', '各村，各办站所'];
}
