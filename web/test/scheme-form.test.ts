import {
  type EditValue,
  editScheme,
  exampleIn,
  type FormShape,
  formFields,
  outlineOf,
  readYaml,
  type SchemeEdit,
  schemeForms,
} from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { keyWords, saying } from '../src/scheme/edit/all-forms.ts';
import { fieldWord, optionWord } from '../src/scheme/edit/form-words.ts';
import { inWords } from '../src/scheme/edit/in-words.ts';
import {
  describedOtherwise,
  draftedKind,
  fieldNames,
  formOfRule,
  hearsFacts,
  needsKind,
} from '../src/scheme/edit/new-kind.ts';
import {
  codeAfter,
  emptiedBy,
  errorsByRow,
  nameOf,
  nextPending,
  rowNamed,
} from '../src/scheme/edit/outline.ts';
import { withoutSettledMarks } from '../src/scheme/edit/pending-marks.ts';
import { sampleText } from '../src/scheme/edit/rule-samples.ts';
import {
  errorsByPart,
  fieldsOfPart,
  partNamed,
  partNames,
  partOf,
} from '../src/scheme/edit/scheme-parts.ts';
import {
  blankOf,
  drawnAt,
  drawnPaths,
  fieldsOf,
  keyOf,
  resolved,
  valueAt,
  wayOf,
  waysOf,
} from '../src/scheme/edit/shape.ts';
import { suggestionsFor } from '../src/scheme/edit/suggestions.ts';
import { movedByClause } from '../src/scheme/trial.ts';
import { fieldHints, fieldWords } from '../src/words/scheme-fields.ts';
import { optionWords } from '../src/words/scheme-options.ts';
import { ruleWords } from '../src/words/scheme-rules.ts';

const forms: Readonly<Record<string, FormShape>> = schemeForms();
const fields = formFields(forms);
const none: ReadonlySet<string> = new Set();

const text = `line: village-daily # 代号
name: 青禾镇日常考核
version: "2026.1"
subject: { kind: unit, where: { types: [village] } }
period: quarter
tree:
  - code: 1
    name: 人居环境
    full: 40
    clauses:
      - code: 1.1
        text: 发现垃圾积存的，每处扣0.5分。
        on: garbage
        rule: { count: { delta: -0.5, of: 处数 } }
      - code: 1.2
        text: 配合拆违工作不力的，酌情扣分。
        rule: { pending: { why: 没有写酌情的幅度 } }
  - code: 2
    name: 便民服务
    clauses:
      - code: 2.1
        text: 服务到位。
        rule: { pending: { why: 没有写扣几分、加几分 } }
`;
const rows = outlineOf(text);
const value = readYaml(text).value as EditValue;

/** Every choice of all forms with the place at which it is made. */
function choices(shape: FormShape, place: string): [string, string][] {
  switch (shape.kind) {
    case 'choice':
      return shape.options.map((option) => [place, option]);
    case 'list':
      return choices(shape.item, place);
    case 'record':
      return choices(shape.value, place);
    case 'either':
      return shape.ways.flatMap((way) => choices(way, place));
    case 'fields':
    case 'oneOf':
      return shape.fields.flatMap((field) => choices(field.shape, field.place));
    default:
      return [];
  }
}

describe('the words of the form', () => {
  it('name every field of the language', () => {
    const nameless = fields.filter(({ place }) => fieldWord(place) === undefined);
    expect(nameless.map(({ place }) => place)).toEqual([]);
  });

  it('name every choice and every way to write a thing', () => {
    const all = Object.entries(forms).flatMap(([name, shape]) => choices(shape, name));
    expect(all.length).toBeGreaterThan(80);
    const ways = fields.flatMap(({ shape, place }) =>
      ['either', 'oneOf'].includes(resolved(shape, forms).kind) ? waysOf(shape, forms, place) : [],
    );
    const more = ways.filter(({ field }) => !field).map(({ id, place }) => [place, id] as const);
    const silent = [...all, ...more.filter(([, id]) => id.startsWith('#'))].filter(
      ([place, option]) => optionWord(place, option) === undefined,
    );
    expect(silent).toEqual([]);
  });

  it('name nothing that is not there', () => {
    const known = new Set(fields.flatMap(({ key, place }) => [key, place]));
    expect(Object.keys(fieldWords).filter((key) => !known.has(key))).toEqual([]);
    expect(Object.keys(fieldHints).filter((key) => !known.has(key))).toEqual([]);
    const all = Object.entries(forms).flatMap(([name, shape]) => choices(shape, name));
    const options = new Set(all.flatMap(([place, option]) => [option, `${place}=${option}`]));
    const unused = Object.keys(optionWords).filter(
      (key) => !key.includes('#') && !options.has(key),
    );
    expect(unused).toEqual([]);
  });

  it('explain every kind of rule, with an example that is worked out wherever one can be', () => {
    const rule = resolved({ kind: 'form', form: 'Rule' }, forms);
    const kinds = rule.kind === 'oneOf' ? rule.fields.map(({ key }) => key) : [];
    expect(Object.keys(ruleWords).sort()).toEqual([...kinds].sort());
    for (const kind of kinds) {
      const sample = sampleText(kind);
      if (kind === 'import' || kind === 'pending') {
        expect(sample).toBeUndefined();
        continue;
      }
      const { examples, none: why } = exampleIn(sample?.source ?? '', sample?.path ?? '');
      expect(why, kind).toBeUndefined();
      expect(examples.length, kind).toBeGreaterThan(0);
      expect(sample?.text.length, kind).toBeGreaterThan(5);
    }
  });
});

describe('what a form begins', () => {
  it('has its required keys and no value that nobody decided', () => {
    expect(blankOf({ kind: 'form', form: 'Rule' }, forms)).toEqual({});
    const rule = resolved({ kind: 'form', form: 'Rule' }, forms);
    if (rule.kind !== 'oneOf') throw new Error('a rule is one of several');
    const blanks = rule.fields.map(({ key, shape }) => [key, blankOf(shape, forms)]);
    expect(blanks.slice(0, 4)).toEqual([
      ['count', { delta: '' }],
      ['choice', { by: '', options: {} }],
      ['range', { from: '', to: '' }],
      ['decision', { body: '' }],
    ]);
    expect(Object.fromEntries(blanks).table).toEqual({ of: '', rows: [{ points: '' }] });
  });

  it('can be written into a text and read back, whatever is begun', () => {
    for (const { key, place, shape } of fields) {
      if (!place.startsWith('Clause.') || place.split('.').length > 2 || key === 'code') continue;
      const path = `tree[0].clauses[0].${key}`;
      const blank = blankOf(shape, forms);
      const after = editScheme(text, [{ op: 'set', path, value: blank }]);
      expect(readYaml(after).findings, place).toEqual([]);
      expect(after, place).toContain('line: village-daily # 代号');
    }
  });
});

describe('the way in which a thing is written', () => {
  it('is found from its value', () => {
    const quantity = waysOf({ kind: 'form', form: 'Quantity' }, forms);
    expect(wayOf(quantity, '90%')?.id).toBe('#decimal');
    expect(wayOf(quantity, { measure: { kind: 'a' } })?.id).toBe('.measure');
    expect(wayOf(quantity, '')).toBeUndefined();
    const charge = waysOf({ kind: 'form', form: 'Charge' }, forms);
    expect(wayOf(charge, 'self')?.id).toBe('=self');
    const due = fields.find(({ place }) => place === 'Rule.deadline.due')?.shape;
    const dues = due ? waysOf(due, forms) : [];
    expect(wayOf(dues, '2026-03-10')?.id).toBe('#date');
    expect(wayOf(dues, '03-10')?.id).toBe('#text');
    expect(wayOf(dues, { field: '期限' })?.id).toBe('#fields');
    const floor = fields.find(({ place }) => place === 'Clause.floor')?.shape;
    expect(floor && wayOf(waysOf(floor, forms), 'none')?.id).toBe('=none');
    expect(floor && wayOf(waysOf(floor, forms), '-2')?.id).toBe('#decimal');
  });

  it('of a window inside another choice stands in the same row', () => {
    const within = fields.find(({ place }) => place === 'Condition.repeated.within')?.shape;
    const ids = within ? waysOf(within, forms).map(({ id }) => id) : [];
    expect(ids).toEqual(['=validity', '=period', '=span', '=year', '=ever', '.years', '.months']);
  });
});

describe('a finding', () => {
  const shape: FormShape = { kind: 'form', form: 'Clause' };
  const path = 'tree[0].clauses[0]';
  const drawn = new Set(
    drawnPaths({ shape, value: valueAt(value, path), path, forms, always: none }),
  );

  it('stands beside the innermost field that is drawn', () => {
    expect(drawnAt(`${path}.rule.count.delta`, drawn, path)).toBe(`${path}.rule.count.delta`);
    expect(drawnAt(`${path}.rule.count.weights.by`, drawn, path)).toBe(`${path}.rule.count`);
    expect(drawnAt(`${path}.gate[0].when`, drawn, path)).toBe(path);
    expect(drawnAt(`${path}.on`, drawn, path)).toBe(`${path}.on`);
  });

  it('counts for its own row and not for those around it', () => {
    const finding = {
      code: 'x',
      title: 'x',
      path: `${path}.rule`,
      severity: 'error',
      sentence: '',
    } as const;
    expect([...errorsByRow(rows, [finding, { ...finding, severity: 'hint' }])]).toEqual([
      [path, 1],
    ]);
  });

  it('a part that is not written is offered and not drawn', () => {
    const clause = resolved(shape, forms);
    if (clause.kind !== 'fields') throw new Error('a clause has fields');
    const { shown, others } = fieldsOf(clause.fields, valueAt(value, path), none);
    expect(shown.map(({ key }) => key)).toEqual(['code', 'text', 'on', 'rule']);
    expect(others.map(({ key }) => key)).toContain('cap');
  });
});

describe('the rows', () => {
  it('are named by their code in the address, or by their place where two have one code', () => {
    expect(rows.map((row) => nameOf(row, rows))).toEqual(['1', '1.1', '1.2', '2', '2.1']);
    const twice = outlineOf(text.replace('code: 1.2', 'code: 1.1'));
    expect(nameOf(twice[2] as never, twice)).toBe('tree[0].clauses[1]');
    expect(rowNamed(twice, 'tree[0].clauses[1]')?.text).toContain('拆违');
  });

  it('lead from one pending clause to the next, and from the last to the first', () => {
    expect(nextPending(rows, undefined)?.code).toBe('1.2');
    expect(nextPending(rows, rows[2]?.path)?.code).toBe('2.1');
    expect(nextPending(rows, rows[4]?.path)?.code).toBe('1.2');
    expect(nextPending(rows.slice(0, 3), rows[2]?.path)).toBeUndefined();
  });

  it('get codes that no row has', () => {
    expect(codeAfter('1.1', rows)).toBe('1.3');
    expect(codeAfter('2', rows)).toBe('3');
    expect(codeAfter('附', rows)).toBe('附-1');
  });
});

describe('the parts beside the tree', () => {
  const scheme = resolved({ kind: 'form', form: 'Scheme' }, forms);
  const keys = scheme.kind === 'fields' ? scheme.fields.map(({ key }) => key) : [];

  it('hold every key of a scheme once', () => {
    const held = partNames.flatMap((part) => fieldsOfPart(forms, part).map(({ key }) => key));
    expect(keys.length).toBeGreaterThan(20);
    expect([...held].sort()).toEqual([...keys].sort());
    expect(keys).not.toContain('tree');
  });

  it('are found by the address and by the path of a finding', () => {
    expect(partNamed('vetoes')).toBe('vetoes');
    expect(partNamed('nothing')).toBe('head');
    expect(partOf('vetoes[0].authority')).toBe('vetoes');
    expect(partOf('total.floor')).toBe('head');
    expect(partOf('tree[0].clauses[1].rule')).toBeUndefined();
    const finding = { code: 'x', title: 'x', sentence: '' } as const;
    const counts = errorsByPart([
      { ...finding, path: 'vetoes[0].scope', severity: 'error' },
      { ...finding, path: 'vetoes[1]', severity: 'error' },
      { ...finding, path: 'pay', severity: 'hint' },
    ]);
    expect([...counts]).toEqual([['vetoes', 2]]);
  });

  it('are written into a text that had none of them, and everything else stays', () => {
    for (const { key, shape, place } of fieldsOfPart(forms, 'vetoes').concat(
      ...(['grades', 'prizes', 'pay', 'procedure'] as const).map((part) => [
        ...fieldsOfPart(forms, part),
      ]),
    )) {
      const after = editScheme(text, [{ op: 'set', path: key, value: blankOf(shape, forms) }]);
      expect(readYaml(after).findings, place).toEqual([]);
      expect(editScheme(after, [{ op: 'remove', path: key }]), place).toBe(text);
    }
  });

  it('take what is no clause out of the tree, and no indicator is left empty', () => {
    expect(emptiedBy(rows, 'tree[0].clauses[1]')).toBe('tree[0].clauses[1]');
    expect(emptiedBy(rows, 'tree[1].clauses[0]')).toBe('tree[1]');
    expect(emptiedBy(rows.slice(3), 'tree[1].clauses[0]')).toBeUndefined();
    const veto = { ...(blankOf({ kind: 'form', form: 'Veto' }, forms) as object), code: '2.1' };
    const after = editScheme(text, [
      { op: 'insert', path: 'vetoes', at: 0, value: veto },
      { op: 'remove', path: 'tree[1]' },
    ]);
    expect(outlineOf(after).map(({ code }) => code)).toEqual(['1', '1.1', '1.2']);
    expect(keyOf(valueAt(readYaml(after).value as EditValue, 'vetoes[0]'), 'code')).toBe('2.1');
  });

  it('offer the grades and codes that the scheme itself names', () => {
    const root: EditValue = {
      grades: { order: ['好', '一般'] },
      sequences: [{ code: 's1', text: '连续两年一般' }],
    };
    const known = { kinds: [], rows: [], value: root };
    expect(suggestionsFor('Grades.bands.grade', known)).toEqual([
      { value: '好' },
      { value: '一般' },
    ]);
    expect(suggestionsFor('PayLine.rule.streak.sequence', known)).toEqual([
      { value: 's1', label: '连续两年一般' },
    ]);
    expect(suggestionsFor('Veto.text', known)).toEqual([]);
    const types = new Map([['village', '村']]);
    expect(suggestionsFor('AppliesTo.types', { ...known, types })).toEqual([
      { value: 'village', label: '村' },
    ]);
  });

  it('tell which kinds of fact the catalogue describes otherwise', () => {
    const fields = { 处数: { type: 'number', required: true } } as const;
    const known = { kind: 'a', name: '甲', form: 'event', fields } as const;
    const same = { form: 'event', name: '甲', kind: 'a', fields } as const;
    expect(describedOtherwise([same], [known])).toEqual([]);
    const other = { ...same, name: '乙' };
    expect(describedOtherwise([other], [known])).toEqual([other]);
    expect(describedOtherwise([other], [{ ...known, kind: 'b', formerly: ['a'] }])).toEqual([
      other,
    ]);
    expect(describedOtherwise([other], [])).toEqual([]);
  });

  it('ask for a kind of fact where a veto hears none that is known', () => {
    expect(needsKind({ on: '', hears: true }, [])).toBe(true);
    const known = { kind: 'a', name: '甲', form: 'event' } as const;
    expect(needsKind({ on: 'a', hears: true }, [known])).toBe(false);
    expect(needsKind({ on: ['a', 'b'], hears: true }, [known])).toBe(true);
    expect(needsKind({ on: undefined, hears: false }, [known])).toBe(false);
  });
});

describe('a new kind of fact', () => {
  it('has the fields that the rule names, and a code of its own', () => {
    const rule: EditValue = { choice: { by: '级别', options: { 县级: '2', 市级: '4' } } };
    expect(fieldNames(rule)).toEqual(['级别']);
    expect(hearsFacts(rule)).toBe(true);
    const taken = new Set(['c9.1']);
    const kind = draftedKind({
      code: '9.1',
      name: '获表彰',
      form: 'event',
      fields: ['级别'],
      rule,
      taken,
    });
    expect(kind).toEqual({
      kind: 'c9.1-2',
      name: '获表彰',
      form: 'event',
      fields: { 级别: { type: 'label', options: ['县级', '市级'] } },
    });
  });

  it('of a rule without facts of its own is a figure that is reported', () => {
    const rule: EditValue = {
      linear: { of: { measure: { kind: 'insured', field: '参保率' } }, reference: '98%' },
    };
    expect(hearsFacts(rule)).toBe(false);
    expect(formOfRule(rule)).toBe('measure');
    expect(fieldNames(rule)).toEqual(['参保率']);
    expect(
      keyOf(
        draftedKind({
          code: '1',
          name: 'a',
          form: 'measure',
          fields: ['参保率'],
          rule,
          taken: none,
        }),
        'fields',
      ),
    ).toEqual({ 参保率: { type: 'rate' } });
  });
});

describe('the marks of an import', () => {
  const marked = text
    .replace('village-daily # 代号', '待定 # 待定：办法代号，年年不变')
    .replace('      - code: 1.2', '      # 待定：没有写酌情的幅度\n      - code: 1.2')
    .replace('      - code: 2.1', '      # 待定：问过民政所\n      - code: 2.1');
  const settled = (edit: SchemeEdit) =>
    withoutSettledMarks(editScheme(marked, [edit]), [edit], outlineOf(marked));

  it('go with the clause that is settled, and no other', () => {
    const value = { range: { from: '-2', to: '-0.5' } };
    const after = settled({ op: 'set', path: 'tree[0].clauses[1].rule', value });
    expect(after).not.toContain('# 待定：没有写酌情的幅度');
    expect(after).toContain('# 待定：问过民政所');
    expect(after).toContain('# 待定：办法代号，年年不变');
    expect(outlineOf(after)).toHaveLength(outlineOf(marked).length);
  });

  it('stay where a person has changed them', () => {
    const value = { count: { delta: '-1' } };
    const after = settled({ op: 'set', path: 'tree[1].clauses[0].rule', value });
    expect(after).toContain('# 待定：问过民政所');
  });

  it('go with a head that is written', () => {
    const after = settled({ op: 'set', path: 'line', value: 'village-year' });
    expect(after).toContain('line: village-year\n');
    expect(after).toContain('# 待定：没有写酌情的幅度');
  });
});

describe('a sentence of the check', () => {
  const said = (sentence: string) => inWords(sentence, { named: keyWords, rows, says: saying });

  it('names the fields as the form does', () => {
    expect(said('可以写：score0、notEligible、payPart。')).toBe(
      '可以写：“总分归零”、“取消哪些评选资格”、“不发考核工资的哪几项”。',
    );
    expect(said('请把 rule 写定为一种计分方式。')).toBe('请把“计分方式”写定为一种计分方式。');
    expect(said('可选：refuse、一个确数（如 -0.5）。')).toBe(
      '可选：“不采用，要求更正”、一个确数（如 -0.5）。',
    );
  });

  it('names places by the number of their row, and values by their words', () => {
    expect(said('同时受 tree[0].sameMatter 和 tree[0].clauses[1].sameMatter 两条规则管')).toBe(
      '同时受第 1 条的“同一事项”和第 1.2 条的“同一事项”两条规则管',
    );
    expect(said('（要分别计的用 separate: true）')).toBe('（要分别计的用“同一事实单独计”写“是”）');
    expect(said('见 vetoes[2].scope。')).toBe('见“一票否决”的第 3 项的“否决什么”。');
  });

  it('leaves alone what people wrote, and what is no key', () => {
    for (const sentence of [
      '第 1.1 条“rule of text”待定',
      '办法 village-year 没有 c1.2-span',
      '请登记 YAML 的 xyz',
    ]) {
      expect(said(sentence)).toBe(sentence);
    }
  });
});

describe('a trial', () => {
  it('says of each clause whose points it moves, the largest change first', () => {
    const contribution = (code: string, milli: number) => ({
      code,
      label: `条款 ${code}`,
      change: { milli, text: String(milli / 1000) },
    });
    const row = (name: string, ...contributions: ReturnType<typeof contribution>[]) => ({
      code: name,
      name,
      contributions,
    });
    const moved = movedByClause({
      rows: [
        row('东溪村', contribution('1.1', -500), contribution('1.2', 0)),
        row('西岗村', contribution('1.1', 1500)),
      ],
    });
    expect([...moved.keys()]).toEqual(['1.1']);
    expect(moved.get('1.1')).toEqual([
      { name: '西岗村', milli: 1500 },
      { name: '东溪村', milli: -500 },
    ]);
  });
});
