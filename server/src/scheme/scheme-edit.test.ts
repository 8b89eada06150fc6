import { describe, expect, it } from 'vitest';
import { useProgram } from '../../test/kit/rooms.ts';
import { schemeTowns, exampleScheme as source } from '../../test/scheme-towns.ts';

const kit = useProgram();
const { founded, uploaded, kept, refused } = schemeTowns(kit);

const path = 'tree[0].clauses[0]';
const raised = { op: 'set', path: `${path}.rule.count.delta`, value: '-1' };

describe('a text under a form', () => {
  it('is edited, checked and outlined, and nothing is kept', async () => {
    const town = await founded();
    const before = await kept(town);
    const edits = [raised, { op: 'set', path: `${path}.note`, value: '以现场为准：见照片' }];
    const { status, body } = await town.office.post(`${town.at}/schemes/edit`, { source, edits });
    expect(status).toBe(200);
    const expected = source
      .replace('{ of: 处数, delta: -0.5 }', '{ of: 处数, delta: -1 }')
      .replace('每处扣0.5分。\n', '每处扣0.5分。\n        note: 以现场为准：见照片\n');
    expect(body.source).toBe(expected);
    const lint = (await town.office.post(`${town.at}/schemes/lint`, { source: expected })).body;
    expect(body.checked).toEqual(lint);
    expect(body.outline.length).toBe(60);
    expect(body.outline[1]).toMatchObject({
      kind: 'clause',
      path,
      code: '1.1',
      rule: 'count',
      value: { rule: { count: { of: '处数', delta: '-1' } }, note: '以现场为准：见照片' },
    });
    expect(body.outline[0].value).not.toHaveProperty('clauses');
    expect(await kept(town)).toEqual(before);
  });

  it('has an outline without any edit, also while it is half written', async () => {
    const town = await founded();
    const half = 'tree:\n  - code: 1\n    name: "没有写完';
    const outlined = await town.office.post(`${town.at}/schemes/edit`, { source: half, edits: [] });
    expect(outlined.body.outline).toMatchObject([{ kind: 'node', path: 'tree[0]', code: '1' }]);
    expect(outlined.body.outline[0].value).toBeUndefined();
    expect(outlined.body.checked.errors).toBe(1);
  });

  it('is refused with a sentence where an edit cannot be made', async () => {
    const town = await founded();
    const ask = (edits: object[], text = source) =>
      town.office.post(`${town.at}/schemes/edit`, { source: text, edits });
    const gone = { op: 'remove', path: 'tree[0].clauses[99]' };
    await refused(town, () => ask([raised, gone]), {
      status: 422,
      code: 'scheme.edit-refused',
      says: '已经不在这里',
    });
    expect((await ask([raised, gone])).body.data).toMatchObject({ edit: 1 });
    await refused(town, () => ask([raised], 'line: ['), {
      status: 422,
      code: 'scheme.edit-refused',
      says: '现在的文本还读不出来',
    });
    const number = { ...raised, value: -1 };
    expect((await ask([number])).status).toBe(422);
  });

  it('tells examples with the units of the catalogue, or why there are none', async () => {
    const town = await founded();
    const ask = async (path: string, text = source) =>
      (await town.office.post(`${town.at}/schemes/example`, { source: text, path })).body;
    expect(await ask(path)).toEqual({
      examples: [
        {
          given: '1 处',
          milli: -500,
          sentence: '1 处 → 扣 0.5 分',
          reason: '处数 1 × -0.5 = -0.5',
        },
        {
          given: '3 处',
          milli: -1500,
          sentence: '3 处 → 扣 1.5 分',
          reason: '处数 3 × -0.5 = -1.5',
        },
      ],
    });
    expect((await ask('tree[0]')).none).toContain('不是一个条款');
    expect(await ask(path, 'line: [')).toMatchObject({ examples: [] });
  });

  it('has the same form for everybody who drafts', async () => {
    const town = await founded();
    const { status, body } = await town.office.get(`${town.at}/schemes/form`);
    expect(status).toBe(200);
    expect(body.forms.Rule).toMatchObject({ kind: 'oneOf' });
    expect(body.fields['Rule.count.delta']).toEqual({ zh: '每一个几分', en: 'Points each' });
    expect(body.options['Rule.linear.stepping'].floor.zh).toBe('只计整步');
  });

  it('is for those who draft and for nobody else', async () => {
    const town = await founded();
    await uploaded(town, source);
    const denied = { status: 403, code: 'gate.not-permitted' };
    for (const person of [town.clerk, town.village]) {
      const edit = { source, edits: [raised] };
      await refused(town, () => person.post(`${town.at}/schemes/edit`, edit), denied);
      const example = { source, path };
      await refused(town, () => person.post(`${town.at}/schemes/example`, example), denied);
      await refused(town, () => person.get(`${town.at}/schemes/form`), denied);
    }
  });
});
