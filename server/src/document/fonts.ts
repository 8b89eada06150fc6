/**
 * The typefaces of the standard, by the Chinese names that Word and WPS look for, and what may stand
 * in for them. A name is written into every run, for Chinese and for Latin alike.
 */

import type { IFontAttributesProperties } from 'docx';

export const faces = {
  /** Body, and headings of the third and fourth level. */
  仿宋: '仿宋_GB2312',
  /** Headings of the second level, names of signers, lines under the title. */
  楷体: '楷体_GB2312',
  /** Headings of the first level, 附件, marks, heads of tables. */
  黑体: '黑体',
  /** Title and red head. */
  小标宋: '方正小标宋简体',
  /** Page numbers. */
  宋体: '宋体',
} as const;

export type Face = keyof typeof faces;

/** The font of a run in all four places where Word may look for it. */
export function fontOf(face: Face): IFontAttributesProperties {
  const name = faces[face];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
}

/**
 * What a program may take where a font is missing, best first, and the marks by which it looks for a
 * likeness. Windows has 仿宋 and 楷体 in place of the _GB2312 fonts; Office brings 华文中宋.
 */
const substitutes: Record<Face, { names: string; panose: string; family: 'modern' | 'auto' }> = {
  仿宋: { names: '仿宋,FangSong,华文仿宋', panose: '02010609030101010101', family: 'modern' },
  楷体: { names: '楷体,KaiTi,华文楷体', panose: '02010609030101010101', family: 'modern' },
  黑体: { names: 'SimHei,微软雅黑', panose: '02010609060101010101', family: 'modern' },
  小标宋: {
    names: '方正小标宋_GBK,方正小标宋,华文中宋,宋体',
    panose: '02010601030101010101',
    family: 'auto',
  },
  宋体: { names: 'SimSun,新宋体', panose: '02010600030101010101', family: 'auto' },
};

/** The part `word/fontTable.xml`: names, substitutes and kind of each font that is used. */
export function fontTableXml(): string {
  const fonts = (Object.keys(faces) as Face[]).map((face) => {
    const { names, panose, family } = substitutes[face];
    return [
      `<w:font w:name="${faces[face]}"><w:altName w:val="${names}"/>`,
      `<w:panose1 w:val="${panose}"/><w:charset w:val="86"/>`,
      `<w:family w:val="${family}"/><w:pitch w:val="${family === 'modern' ? 'fixed' : 'variable'}"/>`,
      '</w:font>',
    ].join('');
  });
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="${namespace}">${fonts.join('')}</w:fonts>`;
}
