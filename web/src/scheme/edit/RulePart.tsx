/** How a clause counts: chosen among the kinds with a word and an example of each, then filled in. */

import { exampleIn, type FormField } from '@oneneedle/kernel';
import { useMemo, useState } from 'react';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { ruleWords } from '../../words/scheme-rules.ts';
import { type PartProps, useEditing } from './edit-context.ts';
import { FieldRows, Findings } from './GroupPart.tsx';
import { sampleText } from './rule-samples.ts';
import { blankOf, keyOf, resolved } from './shape.ts';

interface RuleProps {
  /** Of the clause. */
  readonly path: string;
  readonly value: PartProps['value'];
}

/** A pending clause is asked at once; another shows its rule and a way to choose anew. */
export function RulePart({ path, value }: RuleProps) {
  const w = useWords(schemeEditWords);
  const { words, forms } = useEditing();
  const [isOpen, setOpen] = useState(false);
  const fields = ruleFields(forms);
  const rule = keyOf(value, 'rule');
  const field = fields.find(({ key }) => keyOf(rule, key) !== undefined);
  const isPending = field === undefined || field.key === 'pending';
  const shape = field && resolved(field.shape, forms);
  return (
    <section className="rule-part" aria-label={words.field('Clause.rule')}>
      <header className="rule-head">
        <h3>{isPending ? w.chooseRule : w.ruleNow(words.field(field.place))}</h3>
        {!isPending && (
          <Button kind="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? w.keepRule : w.changeRule}
          </Button>
        )}
      </header>
      {!isPending && <p className="soft">{words.ruleWhat(field.key)}</p>}
      {!isPending && <Findings path={`${path}.rule`} />}
      {(isPending || isOpen) && (
        <RuleKinds fields={fields} path={path} now={field?.key} onChosen={() => setOpen(false)} />
      )}
      {!isPending && shape?.kind === 'fields' && (
        <div className="rule-fields">
          <Findings path={`${path}.rule.${field.key}`} />
          <FieldRows
            path={`${path}.rule.${field.key}`}
            value={keyOf(rule, field.key)}
            fields={shape.fields}
          />
        </div>
      )}
    </section>
  );
}

function ruleFields(forms: ReturnType<typeof useEditing>['forms']): readonly FormField[] {
  const shape = forms.Rule;
  return shape?.kind === 'oneOf' ? shape.fields : [];
}

interface KindsProps {
  readonly fields: readonly FormField[];
  readonly path: string;
  readonly now: string | undefined;
  onChosen(): void;
}

function RuleKinds({ fields, path, now, onChosen }: KindsProps) {
  const w = useWords(schemeEditWords);
  const { words, apply, forms } = useEditing();
  const offered = Object.keys(ruleWords).filter((kind) => kind !== now && kind !== 'pending');
  const choose = (field: FormField) => {
    apply({ op: 'set', path: `${path}.rule`, value: { [field.key]: blankOf(field.shape, forms) } });
    onChosen();
  };
  return (
    <ul className="rule-kinds">
      {offered.map((kind) => {
        const field = fields.find(({ key }) => key === kind);
        if (!field) return null;
        const name = words.field(field.place);
        return (
          <li key={kind}>
            <Button aria-label={w.takeRule(name)} onClick={() => choose(field)}>
              {name}
            </Button>
            <span>{words.ruleWhat(kind)}</span>
            <Sample kind={kind} />
          </li>
        );
      })}
    </ul>
  );
}

/** A clause of that kind with what comes of it, worked out like every other example. */
function Sample({ kind }: { kind: string }) {
  const w = useWords(schemeEditWords);
  const said = useMemo(() => {
    const sample = sampleText(kind);
    if (!sample) return undefined;
    const { examples } = exampleIn(sample.source, sample.path);
    const [largest] = [...examples].sort((a, b) => Math.abs(b.milli) - Math.abs(a.milli));
    return { text: sample.text, sentence: largest?.sentence ?? '' };
  }, [kind]);
  if (!said) return null;
  return (
    <span className="soft rule-sample" lang="zh-CN">
      {w.sampleOf(said.text, said.sentence)}
    </span>
  );
}
