/** The form of what stands above the tree: what the scheme is called, whom and when it assesses. */

import type { FormField, FormShape } from '@oneneedle/kernel';

const line = (kind: 'text' | 'code' | 'decimal' | 'whole' | 'date'): FormShape => ({ kind });
const choice = (...options: string[]): FormShape => ({ kind: 'choice', options });

function field(place: string, shape: FormShape, required = false): FormField {
  return { key: place.split('.').at(-1) ?? '', place: `Head.${place}`, required, shape };
}

const stepping = choice('floor', 'linear', 'ceil');

/** The conventions that a scheme may answer for all of its clauses. */
const switches: FormShape = {
  kind: 'fields',
  fields: [
    field('switches.stepping', stepping),
    field('switches.bonus', choice('separate', 'refill')),
    field('switches.notApplicable', choice('full', 'mean', 'exclude')),
    field('switches.sameFact', choice('heaviest', 'separate')),
    field('switches.aggravate', choice('maxOnce', 'product')),
    field('switches.jointLoss', choice('each', 'split')),
    field('switches.postChange', choice('byDays', 'mainPost', 'segments')),
    field('switches.missingPeriod', choice('excludeAndFlag', 'zero', 'block')),
    field('switches.quotaRounding', choice('floor', 'ceil', 'half')),
    field('switches.leastMonthsForGrade', line('whole')),
  ],
};

/** What every scheme says first. Grades, prizes and pay are written in the text itself. */
export const headForm: FormShape = {
  kind: 'fields',
  fields: [
    field('line', line('code'), true),
    field('name', line('text'), true),
    field('version', line('text'), true),
    field('documentNo', line('text')),
    field('decidedBy', line('text')),
    field('effective', {
      kind: 'fields',
      fields: [
        field('effective.from', line('date'), true),
        field('effective.to', line('date'), true),
      ],
    }),
    field(
      'subject',
      {
        kind: 'fields',
        fields: [
          field('subject.kind', choice('unit', 'person'), true),
          field('subject.where', { kind: 'form', form: 'AppliesTo' }),
        ],
      },
      true,
    ),
    field('period', choice('month', 'quarter', 'halfYear', 'year'), true),
    field('decimals', choice('0', '1', '2', '3')),
    field('rounding', choice('halfAwayFromZero', 'halfEven', 'down', 'up')),
    field('shown', choice('0', '1', '2', '3')),
    field('groups', {
      kind: 'list',
      item: {
        kind: 'fields',
        fields: [
          field('groups.code', line('code'), true),
          field('groups.name', line('text'), true),
        ],
      },
    }),
    field('sameMatter', { kind: 'form', form: 'SameMatter' }),
    field('total', {
      kind: 'fields',
      fields: [
        field('total.full', line('decimal')),
        field('total.cap', line('decimal')),
        field('total.floor', { kind: 'either', ways: [choice('zero', 'none'), line('decimal')] }),
      ],
    }),
    field('switches', switches),
  ],
};

/** The switches alone, for the page of conventions. */
export const switchForm = switches;
