/** The name of a file: shown to people and put on what they download, never a path of ours. */

import { plainText } from '../platform/index.ts';
import { evidenceProblem } from './problems.ts';
import type { KeptKind } from './sniff.ts';

/** A name fit to be kept, and a sentence where it is not the one that was sent. */
export interface FittedName {
  readonly name: string;
  readonly notice?: string;
}

/** What a kind is called, and the endings that say it; the first is given to what is stored. */
const kinds: Readonly<Record<KeptKind, { noun: string; endings: readonly string[] }>> = {
  jpeg: { noun: 'JPG 图片', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { noun: 'PNG 图片', endings: ['png'] },
  webp: { noun: 'WebP 图片', endings: ['webp'] },
  heic: { noun: 'HEIC 图片', endings: ['heic', 'heif'] },
  pdf: { noun: 'PDF', endings: ['pdf'] },
  docx: { noun: 'Word 文档', endings: ['docx'] },
  xlsx: { noun: 'Excel 工作簿', endings: ['xlsx'] },
  text: { noun: '文本', endings: ['txt', 'csv'] },
};

/** Kinds that are shown the same way: a wrong ending among them harms nobody and is put right. */
const pictures: readonly KeptKind[] = ['jpeg', 'png', 'webp', 'heic'];
const olderEndings: Readonly<Partial<Record<KeptKind, readonly string[]>>> = {
  docx: ['doc', 'wps', 'docm', 'dotx'],
  xlsx: ['xls', 'et', 'xlsm', 'xltx'],
};

/** Whether a kind is a picture, which is stored anew as a JPG. */
export function isPicture(kind: KeptKind): boolean {
  return pictures.includes(kind);
}

/**
 * The name under which a file of this kind is kept. An ending that is missing, or a near one, is put
 * right with a sentence; a name that says something else is refused.
 */
export function fittedName(sent: string, kind: KeptKind): FittedName {
  const name = cleanName(sent);
  const { stem, ending } = parted(name);
  const { noun, endings } = kinds[kind];
  if (endings.includes(ending)) return { name: `${stem}.${storedEnding(kind, ending)}` };
  const fitted = `${stem}.${storedEnding(kind, endings[0] ?? '')}`;
  if (ending === '') {
    return {
      name: fitted,
      notice: `“${name}”没有写文件类型，按内容是${noun}，已存为“${fitted}”。`,
    };
  }
  const near = isPicture(kind)
    ? pictures.flatMap((picture) => kinds[picture].endings)
    : (olderEndings[kind] ?? []);
  if (!near.includes(ending)) throw evidenceProblem('name-disagrees', { name, ending, noun });
  return { name: fitted, notice: `“${name}”其实是${noun}，已存为“${fitted}”。` };
}

/** The name as it can be shown and written on any disk: no folders, no invisible signs, ≤ 120 signs. */
export function cleanName(sent: string): string {
  const last = plainText(sent).split(/[/\\]/).at(-1) ?? '';
  const name = last
    .replace(/[<>:"|?*\n\t]/g, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
  if (name === '') return '未命名';
  const { stem, ending } = parted(name);
  const short = [...stem].slice(0, longestStem).join('').trim();
  return ending === '' ? short : `${short}.${ending}`;
}

const longestStem = 110;

/** The media type under which a kept file is sent to a browser. */
export function mediaTypeOf(kind: KeptKind, name: string): string {
  if (isPicture(kind)) return 'image/jpeg';
  const types: Partial<Record<KeptKind, string>> = {
    pdf: 'application/pdf',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
  return types[kind] ?? (name.endsWith('.csv') ? 'text/csv' : 'text/plain');
}

function storedEnding(kind: KeptKind, ending: string): string {
  return isPicture(kind) ? 'jpg' : ending;
}

/** `现场.JPG` is `现场` and `jpg`; an ending is up to 8 letters and digits behind the last full stop. */
function parted(name: string): { stem: string; ending: string } {
  const found = /^(.+)\.([A-Za-z0-9]{1,8})$/su.exec(name);
  // 2026.3.6 is a date, not a file of the kind 6.
  if (!found?.[1] || !found[2] || /^\d+$/.test(found[2])) return { stem: name, ending: '' };
  return { stem: found[1], ending: found[2].toLowerCase() };
}
