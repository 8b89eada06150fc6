/** Who ties at the edge of a quota: a choice for each between the grades that are left to the body. */

import { useWords } from '../words/catalogue.ts';
import { outcomeWords } from '../words/outcomes.ts';
import { Line, Pick } from '../work/WorkFields.tsx';
import type { TiedDraft } from './tied-draft.ts';
import type { Grades } from './use-outcomes.ts';

export function TiedGrades({
  grades: { rows },
  value,
  onChange,
}: {
  grades: Grades;
  value: TiedDraft;
  onChange(value: TiedDraft): void;
}) {
  const w = useWords(outcomeWords);
  const tied = rows.filter(({ open }) => open);
  if (tied.length === 0) return null;
  const why = [...new Set(tied.flatMap(({ reasons }) => reasons.at(-1) ?? []))];
  return (
    <fieldset>
      <legend>{w.tied}</legend>
      {why.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="soft">{w.tiedSays}</p>
      {tied.map(({ code, name, open = [] }) => (
        <Pick
          key={code}
          label={name}
          options={[['', w.choose], ...open.map((grade) => [grade, grade] as const)]}
          value={value.grades[code] ?? ''}
          onChange={(grade) => onChange({ ...value, grades: { ...value.grades, [code]: grade } })}
        />
      ))}
      <Line
        label={w.tiedReason}
        value={value.reason}
        onChange={(reason) => onChange({ ...value, reason })}
        required
      />
    </fieldset>
  );
}
