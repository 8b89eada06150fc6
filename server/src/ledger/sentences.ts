/** Findings and places in the words of a sheet. */

import type { Finding } from '@oneneedle/kernel';

/** 表《垃圾积存》第 7 行; in a CSV file 第 7 行. */
export function rowWords(sheet: string, row: number): string {
  return `${sheet === '' ? '' : `表《${sheet}》`}第 ${row} 行`;
}

/** A finding of the catalogue as it is said beside a cell: in titles of columns, without YAML. */
export function sheetSentence({ code, sentence }: Finding, title: string): string {
  if (code === 'fact-field-missing') {
    return `必须填“${title}”，这里没有，要读它的条款会算错或算不出；请补上。`;
  }
  return yamlWords.reduce((text, [yaml, words]) => text.replaceAll(yaml, words), sentence);
}

const yamlWords: readonly (readonly [string, string])[] = [
  ['约数请写 { value: 6000, approx: true }', '约数请写 约6000'],
  ['{ num: 46, den: 50 }', '46/50'],
  ['分母 den 是 0', '分母是 0'],
  ['改记一条缺项说明（form: missing）', '改在《缺项说明》表里记一行'],
  ['另记一条更正（reverses）', '在《更正》表里另记一行'],
  ['about 要写编码', '请写它'],
];
