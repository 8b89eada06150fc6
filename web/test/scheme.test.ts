import { describe, expect, it } from 'vitest';
import { formOf, kindOf, newKindForm, withField } from '../src/scheme/kind-form.ts';
import type { Finding, Official } from '../src/scheme/replies.ts';
import {
  codeAt,
  gutterText,
  lineAt,
  lineRange,
  nextFindingLine,
} from '../src/scheme/source-lines.ts';

const text = 'line: a\ntree:\n  - code: 1\n    name: 人居环境\n';

function finding(severity: Finding['severity'], line?: number): Finding {
  const said = { code: 'x', title: 'x', path: '', sentence: '' };
  return { ...said, severity, ...(line === undefined ? {} : { line }) };
}

describe('lines of a source', () => {
  it('are found from a place and back', () => {
    expect(lineAt(text, 0)).toBe(1);
    expect(lineAt(text, text.indexOf('code'))).toBe(3);
    const { start, end } = lineRange(text, 3);
    expect(text.slice(start, end)).toBe('  - code: 1');
    expect(lineRange(text, 99)).toEqual({ start: text.length, end: text.length });
    expect(lineRange('', 1)).toEqual({ start: 0, end: 0 });
  });

  it('are marked by the worst finding', () => {
    const findings = [
      finding('hint', 2),
      finding('warning', 2),
      finding('error', 4),
      finding('error'),
    ];
    expect(gutterText(4, findings).split('\n')).toEqual([' 1', '▲2', ' 3', '■4']);
    expect(gutterText(10, []).split('\n').at(0)).toBe('  1');
  });

  it('lead from one finding to the next, and round', () => {
    const findings = [finding('error', 40), finding('warning', 12), finding('hint')];
    expect(nextFindingLine(findings, 1)).toBe(12);
    expect(nextFindingLine(findings, 12)).toBe(40);
    expect(nextFindingLine(findings, 40)).toBe(12);
    expect(nextFindingLine([], 3)).toBeUndefined();
  });

  it('belong to the clause that begins above them', () => {
    const rows = [
      { kind: 'indicator', code: '1', line: 5 },
      { kind: 'clause', code: '1.1', line: 9 },
      { kind: 'clause', code: '1.2', line: 20 },
    ];
    const official = { rows } as unknown as Official;
    expect(codeAt(official, 4)).toBeUndefined();
    expect(codeAt(official, 9)).toBe('1.1');
    expect(codeAt(official, 19)).toBe('1.1');
    expect(codeAt(official, 900)).toBe('1.2');
  });
});

describe('the form of a kind of fact', () => {
  const kind = {
    kind: 'inspection.garbage',
    name: '垃圾积存',
    form: 'event' as const,
    about: 'unit' as const,
    owner: '城建办',
    parts: ['责任村', '配合单位'],
    fields: {
      处数: { type: 'number' as const, unit: '处', required: true },
      类型: { type: 'label' as const, options: ['生活', '建筑'] },
    },
    formerly: ['garbage'],
  };

  it('gives back what it was given', () => {
    expect(kindOf(formOf(kind), kind.formerly)).toEqual(kind);
  });

  it('leaves out what is empty and splits lists by any mark', () => {
    const form = {
      ...withField(newKindForm),
      kind: ' lamp.dark ',
      name: '路灯不亮',
      parts: '甲，乙、丙',
    };
    expect(kindOf(form)).toEqual({
      kind: 'lamp.dark',
      name: '路灯不亮',
      form: 'event',
      about: 'unit',
      parts: ['甲', '乙', '丙'],
    });
  });
});
