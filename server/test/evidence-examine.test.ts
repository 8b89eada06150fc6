/**
 * What is kept of a file and what is refused. The files are real ones, made here; every refusal
 * leaves the disk as it was.
 */

import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  digestOf,
  examineFile,
  markOfCell,
  markOfLine,
  markOfName,
  openDiskStore,
} from '../src/evidence/index.ts';
import {
  claimedPng,
  evidenceFolder,
  gbText,
  inventory,
  pdf,
  phoneExif,
  phonePhoto,
  problemOf,
  scene,
  sha256Of,
  sheetFile,
  wordFile,
  wordParts,
  written,
  zipped,
} from './evidence-samples.ts';

const tenant = randomUUID();
const folder = evidenceFolder();
const newRoot = () => join(folder, randomUUID());

const frame = await scene(60, 90).png().toBuffer();
const other = await scene(60, 90).negate().png().toBuffer();
const mainType = wordParts([])['[Content_Types].xml'] ?? '';
const papers = [...Array.from({ length: 20 }, (_, index) => `${index} 号`), '秘密'];
const made = {
  markedWord: await wordFile(['机密★5年', '关于防汛的通知']),
  markedHead: await wordFile(['关于防汛的通知'], '秘密★'),
  quietHead: await wordFile(['通知'], '青禾镇人民政府'),
  markedSheet: await sheetFile('机密★', ['东溪村']),
  listSheet: await sheetFile('密级', papers),
  photo: await phonePhoto(),
  png: await scene().png().toBuffer(),
  avif: await scene().avif().toBuffer(),
  gif: await scene().gif().toBuffer(),
  moving: await sharp([frame, other], { join: { animated: true } })
    .webp()
    .toBuffer(),
  heic: Buffer.concat([
    Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
    Buffer.alloc(900),
  ]),
  zip: await zipped({ 'a.txt': 'a' }),
  slides: await zipped({ 'ppt/presentation.xml': '<a/>' }),
  ofd: await zipped({ 'OFD.xml': '<a/>' }),
  word: await wordFile(['防汛值班表']),
  sheet: await sheetFile('村', ['东溪村']),
  macros: await zipped({ ...wordParts(['a']), 'word/vbaProject.bin': 'x' }),
  hiddenMacros: await zipped({
    ...wordParts(['a']),
    '[Content_Types].xml': mainType.replace(
      '</Types>',
      '<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    ),
    'word/a.bin': 'x',
  }),
};

/** A store with one received file in it, and a way to examine that. */
async function arrived(bytes: Uint8Array | string, name: string, stamp = false) {
  const root = newRoot();
  const store = await openDiskStore(root);
  mkdirSync(join(root, tenant, 'incoming'), { recursive: true });
  const path = written(join(root, tenant, 'incoming'), 'a1', bytes);
  const file = await digestOf(path);
  return { root, store, file, examined: () => examineFile(store, { tenant, file, name, stamp }) };
}

describe('a photo', () => {
  it('is kept upright without place, device, owner or time, under another hash', async () => {
    const photo = await phonePhoto();
    expect(photo.includes('Zhou Lan')).toBe(true);
    const { store, file, examined } = await arrived(photo, '现场.JPG');
    const { stored, preview, size, notes, ...rest } = await examined();
    const kept = readFileSync(stored.path);
    const seen = await sharp(kept).metadata();
    expect(rest).toEqual({ kind: 'jpeg', name: '现场.jpg', mediaType: 'image/jpeg', notices: [] });
    expect(seen.exif ?? seen.icc ?? seen.iptc ?? seen.xmp).toBeUndefined();
    expect(kept.includes('Zhou Lan') || kept.includes('2026:03:06')).toBe(false);
    expect([seen.width, seen.height, seen.orientation]).toEqual([400, 600, undefined]);
    expect(size).toEqual({ width: 400, height: 600 });
    expect(notes).toEqual({ takenAt: '2026-03-06T10:11:12' });
    expect(stored.sha256).not.toBe(file.sha256);
    expect(stored.sha256).toBe(sha256Of(kept));
    // The blue corner was at the top left of what lies on its side.
    const { data } = await sharp(kept)
      .extract({ left: 390, top: 5, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[2]).toBeGreaterThan(150);
    expect(preview && (await sharp(preview.path).metadata()).height).toBe(480);
    await store.put(tenant, stored);
    expect(await store.size(tenant, stored.sha256)).toBe(stored.bytes);
  });

  it('is drawn the same each time', async () => {
    const photo = await phonePhoto();
    const [one, two] = [await arrived(photo, 'a.jpg'), await arrived(photo, 'b.jpg')];
    const [first, second] = [await one.examined(), await two.examined()];
    expect(first.stored.sha256).toBe(second.stored.sha256);
    expect(first.preview?.sha256).toBe(second.preview?.sha256);
  });

  it('tells its place in whole numbers only where the inspector asked for it', async () => {
    const { examined } = await arrived(await phonePhoto(), '现场.jpg', true);
    const place = { latE7: 293583667, lonE7: 1131290417 };
    expect((await examined()).notes).toEqual({ place, takenAt: '2026-03-06T10:11:12' });
  });

  const { IFD0, IFD3 } = phoneExif;
  it.each([
    ['none', {}],
    ['no fix', { IFD3: { ...IFD3, GPSLatitude: '0/1 0/1 0/1', GPSLongitude: '0/1 0/1 0/1' } }],
    ['no denominator', { IFD3: { ...IFD3, GPSLatitude: '29/0 21/1 30/1' } }],
    ['beyond the pole', { IFD3: { ...IFD3, GPSLatitude: '91/1 0/1 0/1' } }],
    ['half of it', { IFD0, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 21/1 30/1' } }],
  ])('tells no place from notes that have %s', async (_, exif) => {
    const photo = await scene().withExif(exif).jpeg().toBuffer();
    const { examined } = await arrived(photo, '现场.jpg', true);
    expect((await examined()).notes).toEqual({});
  });

  it('loses what was hidden behind it', async () => {
    const hidden = Buffer.concat([
      await phonePhoto(),
      await zipped({ 'a.html': '<script>1</script>' }),
    ]);
    const { examined } = await arrived(hidden, '现场.jpg');
    const { stored } = await examined();
    const kept = readFileSync(stored.path);
    expect(kept.includes('a.html') || kept.includes('PK\x03\x04')).toBe(false);
  });

  it.each([
    ['png', 'png', '截图.png', '截图.jpg', 0],
    ['webp', 'webp', '图.webp', '图.jpg', 0],
    ['png', 'png', '现场.jpg', '现场.jpg', 1],
    ['webp', 'webp', '微信图片', '微信图片.jpg', 1],
  ] as const)('in %s is kept as JPG', async (format, kind, sent, name, notices) => {
    const { examined } = await arrived(await scene().toFormat(format).toBuffer(), sent);
    const found = await examined();
    expect([found.kind, found.name, found.notices.length]).toEqual([kind, name, notices]);
    expect((await sharp(found.stored.path).metadata()).format).toBe('jpeg');
  });

  it('is made smaller where it is larger than anybody looks at, on white where it is clear', async () => {
    const wide = await sharp({
      create: {
        width: 5000,
        height: 1000,
        channels: 4,
        background: { r: 0, g: 0, b: 0, alpha: 0 },
      },
    })
      .png()
      .toBuffer();
    const found = await (await arrived(wide, '长图.png')).examined();
    expect(found.size).toEqual({ width: 4096, height: 819 });
    expect((await sharp(found.stored.path).stats()).channels[0]?.min).toBe(255);
  });
});

describe('what is refused', () => {
  it.each<[string, string, Uint8Array | string, string, string]>([
    ['nothing', '空.txt', '', 'file-empty', '0 字节'],
    [
      'a photo cut off',
      '现场.jpg',
      made.photo.subarray(0, made.photo.length >> 1),
      'picture-damaged',
      '没有复制完',
    ],
    [
      'a PNG cut off',
      '截图.png',
      made.png.subarray(0, made.png.length >> 1),
      'picture-damaged',
      '没有复制完',
    ],
    ['a bomb', '图.png', claimedPng(60_000, 60_000), 'picture-too-large', '60000 × 60000'],
    ['points that are not there', '图.png', claimedPng(4_000, 4_000), 'picture-damaged', '已损坏'],
    ['a picture that moves', '图.webp', made.moving, 'picture-moving', '动图'],
    ['HEIC', 'IMG_1.HEIC', made.heic, 'picture-heic', '兼容性最佳'],
    ['AVIF', 'a.avif', made.avif, 'kind-refused', '另存为 JPG'],
    ['GIF', 'a.gif', made.gif, 'kind-refused', '另存为 JPG'],
    ['SVG', '图.svg', '<?xml version="1.0"?>\n<svg onload="a()"/>', 'kind-refused', '脚本'],
    ['SVG as PNG', '图.png', '<svg xmlns="a"/>', 'kind-refused', '脚本'],
    ['a web page', '表.txt', ' \n<!DOCTYPE html><p>', 'kind-refused', '另存为 PDF'],
    ['a page behind a remark', '表.txt', '<!-- a --><script>a()</script>', 'kind-refused', '脚本'],
    ['a zip file', '材料.zip', made.zip, 'kind-refused', '先解压'],
    ['a program', '照片.jpg', Buffer.from('4d5a900003', 'hex'), 'kind-refused', '程序'],
    ['a script', 'a.txt', '#!/bin/sh\nrm', 'kind-refused', '程序'],
    [
      'a film',
      'a.mp4',
      Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0', 'latin1'),
      'kind-refused',
      '视频',
    ],
    ['old Word', '表.doc', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'kind-refused', '旧格式'],
    ['slides', 'a.pptx', made.slides, 'kind-refused', '导出为 PDF'],
    ['OFD', '文.ofd', made.ofd, 'kind-refused', 'OFD'],
    ['a photo called a program', '照片.jpg.exe', made.photo, 'name-disagrees', '.exe'],
    ['a photo called PDF', '文.pdf', made.photo, 'name-disagrees', 'JPG 图片'],
    ['a PDF called photo', '现场.jpg', pdf, 'name-disagrees', '.jpg'],
    ['Word called Excel', '表.xlsx', made.word, 'name-disagrees', 'Word 文档'],
    ['text called a script', 'a.bat', 'del *.*', 'name-disagrees', '.bat'],
    ['macros', '表.docx', made.macros, 'document-macros', '宏'],
    ['macros under a name of macros', '表.docm', made.macros, 'document-macros', '宏'],
    ['macros under another name', '表.docx', made.hiddenMacros, 'document-macros', '宏'],
    [
      'Word cut off',
      '表.docx',
      made.word.subarray(0, made.word.length - 30),
      'document-unsound',
      '“表.docx”',
    ],
    ['a PDF cut off', '文.pdf', pdf.subarray(0, 60), 'pdf-cut-off', '没有结尾'],
    ['a zip file behind a PDF', '文.pdf', Buffer.concat([pdf, made.zip]), 'file-doubled', '压缩包'],
    [
      'a text too long to be read',
      '表.csv',
      '东溪村,5\n'.repeat(1_700_000),
      'document-too-large',
      'MB',
    ],
    ['bytes of no kind', 'a.txt', Buffer.from('81ff80fe', 'hex'), 'text-unreadable', '读不通'],
    ['bytes with zeros', 'a.csv', Buffer.from('616200630a', 'hex'), 'kind-refused', '认不出'],
  ])('%s: %s', async (_, name, bytes, code, words) => {
    const { root, examined } = await arrived(bytes, name);
    const before = inventory(root);
    const problem = await problemOf(examined());
    expect(problem.code).toBe(`evidence.${code}`);
    expect(problem.message).toContain(words);
    expect(problem.message).toMatch(/没有存上.*(?:请|不能作佐证)/s);
    expect(problem.message).not.toContain(root);
    expect(problem.english.replace(/“.*?”/g, '')).not.toMatch(/\p{sc=Han}/u);
    expect(inventory(root)).toEqual(before);
  });
});

describe('documents', () => {
  it.each<[string, Uint8Array | string, string, string, string, number]>([
    ['通知.pdf', pdf, 'pdf', '通知.pdf', 'application/pdf', 0],
    ['值班表.docx', made.word, 'docx', '值班表.docx', 'wordprocessingml', 0],
    ['值班表.doc', made.word, 'docx', '值班表.docx', 'wordprocessingml', 1],
    ['台账.XLSX', made.sheet, 'xlsx', '台账.xlsx', 'spreadsheetml', 0],
    ['台账.csv', '村,处\n东溪村,5\n', 'text', '台账.csv', 'text/csv', 0],
    ['记录', gbText, 'text', '记录.txt', 'text/plain', 1],
    ['../../a\\记录:1?.txt', '已整改', 'text', '记录_1_.txt', 'text/plain', 0],
    ['记录\u202etxt.exe\u202c.txt', '已整改', 'text', '记录txt.exe.txt', 'text/plain', 0],
  ])('%s is kept as it came', async (sent, bytes, kind, name, mediaType, notices) => {
    const { file, examined } = await arrived(bytes, sent);
    const found = await examined();
    expect([found.kind, found.name, found.notices.length]).toEqual([kind, name, notices]);
    expect(found.mediaType).toContain(mediaType);
    const { path, ...content } = found.stored;
    expect({ ...content, path: file.path }).toEqual(file);
    // A copy: what was received stays until it is kept for good.
    expect(readFileSync(path)).toEqual(readFileSync(file.path));
    expect(path).not.toBe(file.path);
    expect(found.preview).toBeUndefined();
  });
});

describe('marks of secrecy', () => {
  it.each([
    '机密★30年',
    '  绝密★长期',
    '秘密★',
    '秘密 ★ 1年',
    '机密*10年',
    '机密☆',
    '秘  密',
    '机密',
    '【秘密】',
    '（绝密）',
    '密级：机密',
    '密级: 秘密  保密期限：10年',
    '【密级】绝密',
    '000012 机密★1年 特急',
    '第000012号　秘密',
    '秘密　特急',
    '机密 10年',
    '绝密级',
    '秘密件',
    '工作秘密',
    '机\u200b密★',
    '份号 000001 机密★',
  ])('%j is a mark of a line', (line) => expect(markOfLine(line)).toMatch(/密/));

  it.each([
    '保守国家秘密是每个公民的义务。',
    '机密文件要专人管理',
    '不得在微信里传递标有“机密★”字样的文件',
    '带★的为必填项',
    '秘密投票、当场公布结果',
    '密级：公开',
    '密级：无',
    '商业秘密',
    '保密工作',
    '机密局',
    '本表不涉及国家秘密、工作秘密',
    '秘密选举办法',
    '密切联系群众',
    '★东溪村',
    '',
  ])('%j is none', (line) => expect(markOfLine(line)).toBeUndefined());

  it.each([
    '机密★关于防汛的通知.docx',
    '【秘密】会议纪要.pdf',
    '（绝密）方案.jpg',
    '会议纪要(机密).docx',
    '会议纪要-秘密.pdf',
    '秘密_名单.xlsx',
    '绝密.txt',
    '机密10年 通知.pdf',
    '机密',
    '工作秘密-交办单.pdf',
    '通知 秘密★1年.pdf',
  ])('%j is a marked name', (name) => expect(markOfName(name)).toMatch(/密/));

  it.each([
    '保守国家秘密法宣传.docx',
    '保密工作总结.pdf',
    '秘密投票现场.jpg',
    '商业秘密保护条例.pdf',
    '机密文件管理制度.docx',
    '现场.jpg',
  ])('%j is none', (name) => expect(markOfName(name)).toBeUndefined());

  it('in a table are read at its head; below it a grade is data unless it has a star', () => {
    expect(markOfCell('机密', 1)).toBe('机密');
    expect(markOfCell('机密', 40)).toBeUndefined();
    expect(markOfCell('机密★10年', 40)).toBe('机密★');
  });

  it.each<[string, string, Uint8Array | string, string | undefined]>([
    ['a name', '机密★通知.jpg', made.photo, '文件名里'],
    ['text', '记录.txt', '关于防汛的通知\n\n  秘密★1年\n', '第 3 行'],
    ['text of Windows', '记录.txt', Buffer.from('bbfac3dca1ef', 'hex'), '第 1 行'],
    ['text of Notepad', '记录.txt', Buffer.from('\ufeff绝密\n', 'utf16le'), '第 1 行'],
    ['a sentence', '记录.txt', '保守国家秘密\n', undefined],
    ['CSV', '表.csv', '密级,"机密",\n', '第 1 行'],
    ['a list of papers', '表.csv', `文号,密级\n${'一号,公开\n'.repeat(20)}二号,秘密\n`, undefined],
    ['Word', '文.docx', made.markedWord, '正文里'],
    ['a page head', '文.docx', made.markedHead, '页眉或页脚里'],
    ['a quiet page head', '文.docx', made.quietHead, undefined],
    ['a workbook', '表.xlsx', made.markedSheet, '“表”表第 1 行'],
    ['a list of papers in a workbook', '表.xlsx', made.listSheet, undefined],
  ])('in %s are found', async (_, name, bytes, where) => {
    const { root, examined } = await arrived(bytes, name);
    const before = inventory(root);
    if (where === undefined) {
      expect((await examined()).notices).toEqual([]);
      return;
    }
    const problem = await problemOf(examined());
    expect(problem.code).toBe('evidence.marked-secret');
    expect(problem.message).toContain(`${where}标有“`);
    expect(inventory(root)).toEqual(before);
  });
});
