/** Whatever a clause or indicator may say has a field, and every field and choice has its words. */

import { type FormShape, formFields, schemeForms } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { optionWords } from '../src/scheme/form-options.ts';
import { fieldWords } from '../src/scheme/form-words.ts';

const forms = schemeForms();
const fields = formFields(forms);

/** The choices under a place: those of a field, or of a form's own ways. */
function choicesIn(shape: FormShape, place: string): [string, string][] {
  switch (shape.kind) {
    case 'choice':
      return shape.options.map((option) => [place, option]);
    case 'list':
      return choicesIn(shape.item, place);
    case 'record':
      return choicesIn(shape.value, place);
    case 'either':
      return shape.ways.flatMap((way) => choicesIn(way, place));
    case 'fields':
    case 'oneOf':
      return shape.fields.flatMap((field) => choicesIn(field.shape, field.place));
    default:
      return [];
  }
}

const choices = Object.entries(forms).flatMap(([name, shape]) => choicesIn(shape, name));

describe('the form of the language', () => {
  it('has words in both languages for every field, and none for fields that are not', () => {
    expect(fields.length).toBeGreaterThan(300);
    const places = new Set(fields.map(({ place }) => place));
    expect([...places].filter((place) => !fieldWords[place])).toEqual([]);
    expect(Object.keys(fieldWords).filter((place) => !places.has(place))).toEqual([]);
  });

  it('has words in both languages for every choice, and none for choices that are not', () => {
    expect(choices.length).toBeGreaterThan(100);
    expect(choices.filter(([place, option]) => !optionWords[place]?.[option])).toEqual([]);
    const known = new Set(choices.map((choice) => choice.join(' ')));
    const written = Object.entries(optionWords).flatMap(([place, words]) =>
      Object.keys(words).map((option) => `${place} ${option}`),
    );
    expect(written.filter((choice) => !known.has(choice))).toEqual([
      // The same words serve where fewer of them are allowed.
      'Condition.resultGradeIn.period year',
    ]);
  });

  it('says both languages in their own letters', () => {
    const all = [
      ...Object.values(fieldWords),
      ...Object.values(optionWords).flatMap(Object.values),
    ];
    const pairs = all as (readonly [string, string])[];
    expect(pairs.filter(([zh]) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
    expect(pairs.filter(([, en]) => !/^[\x20-\x7e]+$/.test(en))).toEqual([]);
  });

  it('shows every kind of rule, of quantity and of question', () => {
    const keysOf = (name: string) => {
      const shape = forms[name];
      const ways = shape?.kind === 'either' ? shape.ways : shape ? [shape] : [];
      return ways.flatMap((way) => (way.kind === 'oneOf' ? way.fields.map(({ key }) => key) : []));
    };
    expect(keysOf('Rule')).toHaveLength(16);
    expect(keysOf('Quantity')).toHaveLength(19);
    expect(keysOf('Condition')).toHaveLength(13);
    expect(keysOf('Charge')).toEqual([
      'self',
      'roles',
      'holders',
      'paired',
      'parent',
      'children',
      'as',
    ]);
  });

  it('knows what must be written', () => {
    const required = (form: string) =>
      fields
        .filter(({ place, required }) => required && place.split('.').length === 2)
        .filter(({ place }) => place.startsWith(`${form}.`))
        .map(({ key }) => key);
    expect(required('Clause')).toEqual(['code', 'text', 'rule']);
    expect(required('Node')).toEqual(['code', 'name']);
  });
});
