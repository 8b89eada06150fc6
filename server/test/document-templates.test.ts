/** A template as a clerk changed it in Word: what is found in it, what is refused, what it prints. */

import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { fillingOf, kindTable, titleOf } from '../src/document/kinds.ts';
import { checkTemplate } from '../src/document/templates/check.ts';
import { filled } from '../src/document/templates/fill.ts';
import { openTemplate } from '../src/document/templates/open.ts';
import { ownTemplate } from '../src/document/templates/own.ts';
import { changedDocument } from './changed-document.ts';
import { all, partsOf, textIn } from './ooxml.ts';

const main = 'word/document.xml';
const origin = { number: '整改通知书2026-001', madeFrom: '检查表（10月20日）' };

/** The default template, changed. */
async function changed(
  change: (text: string) => string,
  more: Record<string, string> = {},
): Promise<Uint8Array> {
  return changedDocument(await ownTemplate('rectification'), change, more);
}

const fileOf = (bytes: Uint8Array, name = '整改通知书.docx') =>
  new File([new Uint8Array(bytes)], name);
const findings = async (bytes: Uint8Array) =>
  checkTemplate('rectification', await openTemplate(fileOf(bytes)));
const errors = async (bytes: Uint8Array) =>
  (await findings(bytes)).filter(({ severity }) => severity === 'error');

async function print(bytes: Uint8Array, more: Partial<typeof example> = {}) {
  const data = { ...example, ...more };
  const opened = await openTemplate(fileOf(bytes));
  const made = await filled(opened.bytes, {
    kind: 'rectification',
    filling: fillingOf('rectification', data, origin),
    title: titleOf('rectification', data),
  });
  return partsOf(made);
}
const { example } = kindTable('rectification');

describe('the check', () => {
  it('finds nothing wrong with the default, and says what is left out', async () => {
    expect(await findings(await ownTemplate('rectification'))).toEqual([]);
    const [found] = await findings(
      await changed((text) => text.replace('联系人：', '').replace('【联系人】', '')),
    );
    expect(found).toEqual({
      severity: 'notice',
      sentence: '没有用到：【联系人】。不需要的可以不管。',
    });
  });

  it('names a placeholder that it does not know, and its paragraph', async () => {
    const [found] = await errors(
      await changed((text) => text.replace('【整改要求】', '【整改要求】请【领导】签字')),
    );
    expect(found?.sentence).toContain('“【领导】”不是这类公文的占位符');
    expect(found?.paragraph).toBe('【整改要求】请【领导】签字');
  });

  it('names what is missing, and what is not closed', async () => {
    const missing = await errors(await changed((text) => text.replace('【数据来源】', '')));
    expect(missing.map(({ sentence }) => sentence)).toEqual([
      '缺少“【数据来源】”：这类公文必须写明，请在 Word 里补上。',
    ]);
    const unclosed = await errors(
      await changed((text) => text.replace('【整改要求】', '【整改要求')),
    );
    expect(unclosed.map(({ sentence }) => sentence.slice(0, 16))).toEqual([
      '有一个“【”或“】”不成对。占位',
      '缺少“【整改要求】”：这类公文必',
    ]);
    expect(unclosed[0]?.paragraph).toBe('【整改要求');
  });

  it('wants columns in a row of a table, and marks of the library are no placeholders', async () => {
    const loose = await errors(
      await changed((text) => text.replace('【整改要求】', '【整改要求】【问题.部位】')),
    );
    expect(loose.map(({ sentence }) => sentence)).toEqual([
      '“【问题.…】”要放在表格的一行里：有几条，这一行就重复几次。',
    ]);
    for (const mark of ['#问题', '/问题', '@整改要求', '=<% %>=', '>part', 'constructor']) {
      const [found] = await errors(
        await changed((text) =>
          text.replace('【整改要求】', `【整改要求】【${mark.replaceAll('<', '&lt;')}】`),
        ),
      );
      expect(found?.sentence).toContain(`“【${mark}】”不是这类公文的占位符`);
    }
  });

  it('reads a placeholder that Word cut over runs', async () => {
    const cut = await changed((text) =>
      text.replace('【整改要求】', '【整</w:t></w:r><w:r><w:t>改要</w:t></w:r><w:r><w:t>求】'),
    );
    expect(await errors(cut)).toEqual([]);
    const text = textIn((await print(cut)).get(main));
    expect(text).toContain(example.requirement);
    expect(text).not.toMatch(/[【】]/);
  });
});

describe('what is printed', () => {
  it('repeats the row of a table, once a line, and leaves the others', async () => {
    const problems = ['一', '二', '三'].map((no) => ({
      no,
      standard: `标准${no}`,
      place: '河堤',
      due: '',
    }));
    const parts = await print(await ownTemplate('rectification'), { problems });
    const [table] = all(parts.get(main), 'w:tbl');
    const rows = all(table, 'w:tr').map(textIn);
    expect(rows).toEqual([
      '序号检查内容部位整改期限',
      '一标准一河堤',
      '二标准二河堤',
      '三标准三河堤',
    ]);
  });

  it('leaves out a paragraph that has nothing to say', async () => {
    const parts = await print(await ownTemplate('rectification'), { contact: '' });
    expect(textIn(parts.get(main))).not.toContain('联系人');
  });

  it('prints what data say, and never reads it', async () => {
    const hostile = '【领导】{x}<w:p/>&amp; \u202e倒 【#问题】';
    const parts = await print(await ownTemplate('rectification'), { requirement: hostile });
    expect(textIn(parts.get(main))).toContain('【领导】{x}<w:p/>&amp; 倒 【#问题】');
  });

  it('names nobody who wrote the template', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>张三</dc:creator></cp:coreProperties>';
    const parts = await print(await changed((text) => text, { 'docProps/core.xml': core }));
    expect(JSON.stringify(parts.get('docProps/core.xml'))).not.toContain('张三');
  });
});

describe('a hostile file', () => {
  const refusal = async (bytes: Uint8Array, name?: string) =>
    openTemplate(fileOf(bytes, name)).then(
      () => 'taken',
      ({ code, message }) => `${code} ${message}`,
    );
  const relation = (target: string, mode = '') =>
    `<Relationships xmlns="r"><Relationship Id="a" Type="x/hyperlink" Target="${target}"${mode}/></Relationships>`;
  const field = (words: string) => (text: string) =>
    text.replace('<w:sectPr', `<w:p><w:r><w:instrText>${words}</w:instrText></w:r></w:p><w:sectPr`);

  it('is refused for macros, under either name', async () => {
    expect(await refusal(await ownTemplate('slip'), '模板.docm')).toContain(
      'papers.template-not-docx',
    );
    const macros = await changed((text) => text, { 'word/vbaProject.bin': 'x' });
    expect(await refusal(macros)).toContain('papers.template-acts');
  });

  it('is refused for what it fetches from elsewhere, or embeds', async () => {
    for (const [target, mode] of [
      ['http://example.org/a.dotm', ' TargetMode="External"'],
      ['file:///c:/secret', ''],
      ['\\\\server\\share', ''],
    ] as const) {
      const rels = await changed((text) => text, {
        'word/_rels/header9.xml.rels': relation(target, mode),
      });
      expect(await refusal(rels)).toContain('指向外面的链接');
    }
    const embedded = await changed((text) => text, { 'word/embeddings/a.docx': 'x' });
    expect(await refusal(embedded)).toContain('嵌入的文件');
  });

  it('is refused for fields that read or run, but may count its pages', async () => {
    for (const words of ['INCLUDETEXT "c:\\\\a.txt"', 'DDEAUTO c:\\\\cmd', ' includepicture x']) {
      expect(await refusal(await changed(field(words)))).toContain('域（');
    }
    expect(await refusal(await changed(field(' NUMPAGES ')))).toBe('taken');
  });

  it('is refused for a document type, a bomb, a picture, and what is too large', async () => {
    const typed = await changed((text) =>
      text.replace('<w:document', '<!DOCTYPE a [<!ENTITY b "c">]><w:document'),
    );
    expect(await refusal(typed)).toContain('papers.template-unreadable');
    const zip = await JSZip.loadAsync(await ownTemplate('slip'));
    zip.file('word/media/image1.png', new Uint8Array(3_000_000));
    const bomb = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(await refusal(bomb)).toContain('papers.template-unreadable');
    expect(await refusal(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toContain(
      'papers.template-unreadable',
    );
    expect(await refusal(new Uint8Array(5_000_001))).toContain('papers.template-large');
  });
});
