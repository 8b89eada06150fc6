/** The middle of the page: the form of a clause, an indicator, the whole, or the conventions. */

import {
  type EditValue,
  type FactKind,
  type FormField,
  type FormShape,
  type OutlineRow,
  type SchemeEdit,
  schemeForms,
} from '@oneneedle/kernel';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../api/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { schemeWords } from '../../words/scheme.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { FindingsList } from '../FindingsList.tsx';
import { ImportNotesPart } from '../ImportNotesPart.tsx';
import type { Finding, VersionRead } from '../replies.ts';
import { fileAddress } from '../SchemeLink.tsx';
import type { Lint } from '../use-lint.ts';
import { ClauseForm } from './ClauseForm.tsx';
import { ConventionsPart } from './ConventionsPart.tsx';
import { draftedKinds } from './drafted-kinds.ts';
import { EditContext, type Editing } from './edit-context.ts';
import { useFormWords } from './form-words.ts';
import { FieldRows, Findings } from './GroupPart.tsx';
import { headForm } from './head-form.ts';
import type { Chosen } from './Outline.tsx';
import { isWithin, rowAtLine } from './outline.ts';
import { RowDeeds } from './RowDeeds.tsx';
import { drawnAt, drawnPaths, valueAt } from './shape.ts';
import { suggestionsFor } from './suggestions.ts';

/** Every form of the language, and that of the head of a scheme. */
const forms: Readonly<Record<string, FormShape>> = { ...schemeForms(), Head: headForm };

/** What has a field also while it is not written. */
const always: ReadonlySet<string> = new Set([
  'Clause.on',
  'Clause.owner',
  'Clause.source',
  'Node.owner',
  'Node.full',
  'Head.documentNo',
  'Head.decidedBy',
  'Head.decimals',
  'Head.rounding',
  'Head.effective',
  'Head.subject.where',
  'AppliesTo.types',
]);

export interface PaneProps {
  readonly read: VersionRead;
  readonly lint: Lint;
  readonly rows: readonly OutlineRow[];
  readonly chosen: Chosen;
  /** The address names what is not in the text. */
  readonly missing: boolean;
  readonly value: EditValue | undefined;
  readonly source: string;
  apply(edits: readonly SchemeEdit[]): boolean;
  goTo(path: string, and?: 'focus'): void;
  goToPart(part: 'head' | 'conventions'): void;
}

export function FormPane(props: PaneProps) {
  const { chosen, value, lint, rows, apply, missing } = props;
  const w = useWords(schemeEditWords);
  const words = useFormWords();
  const town = useTown();
  const catalogue = useQuery(api.scheme.kinds.queryOptions({ input: { town } })).data?.rows;
  const drafted = useMemo(() => draftedKinds(value), [value]);
  const kinds = useMemo<FactKind[]>(() => {
    const own = new Set(drafted.map(({ kind }) => kind));
    const town = (catalogue ?? []).map(({ kind }) => kind).filter(({ kind }) => !own.has(kind));
    return [...drafted, ...town];
  }, [drafted, catalogue]);
  const row = 'row' in chosen ? chosen.row : undefined;
  const path = row?.path ?? '';
  const here = row ? valueAt(value, path) : value;
  const shown = useMemo(() => {
    const shape = forms[formOf(row)] ?? headForm;
    const drawn = new Set(drawnPaths({ shape, value: here, path, forms, always }));
    return byPlace(lint.checked.findings, { drawn, path, rows });
  }, [lint.checked.findings, row, here, path, rows]);
  const editing: Editing = {
    forms,
    words,
    always,
    apply: (...edits) => void apply(edits),
    findingsAt: (at) => shown.get(at) ?? [],
    suggestions: (place) => suggestionsFor(place, { kinds, rows, value: here }),
  };
  return (
    <EditContext value={editing}>
      <section className="edit-form">
        {missing && <p className="field-error">{w.gone}</p>}
        {row ? (
          <RowForm {...props} row={row} value={here} kinds={kinds} drafted={drafted.length} />
        ) : (
          <TopForm {...props} />
        )}
      </section>
    </EditContext>
  );
}

function formOf(row: OutlineRow | undefined): string {
  if (!row) return 'Head';
  return row.kind === 'clause' ? 'Clause' : 'Node';
}

/** Findings of what is chosen, each at the innermost field that is drawn. */
function byPlace(
  findings: readonly Finding[],
  { drawn, path, rows }: { drawn: ReadonlySet<string>; path: string; rows: readonly OutlineRow[] },
): ReadonlyMap<string, readonly Finding[]> {
  const places = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!isWithin(finding.path, path) && path !== '') continue;
    const deeper = rows.some(
      (row) =>
        row.path.length > path.length && isWithin(finding.path, row.path) && row.path !== path,
    );
    if (deeper) continue;
    const at = drawnAt(finding.path, drawn, path);
    places.set(at, [...(places.get(at) ?? []), finding]);
  }
  return places;
}

interface RowFormProps extends PaneProps {
  readonly row: OutlineRow;
  readonly kinds: readonly FactKind[];
  readonly drafted: number;
}

function RowForm(props: RowFormProps) {
  const { row, rows, value, apply, goTo, read, source, kinds, drafted } = props;
  const w = useWords(schemeEditWords);
  const town = useTown();
  const { code = '', text = '', kind, path } = row;
  const nodeForm = forms.Node;
  const fields: readonly FormField[] = nodeForm?.kind === 'fields' ? nodeForm.fields : [];
  const said = useWords(schemeWords);
  const remarks = (read.notes?.remarks ?? [])
    .filter(({ sentence }) => isAbout(sentence, code))
    .map(({ place, sentence }) => said.importRemark(place, sentence));
  return (
    <>
      <h2 tabIndex={-1}>
        {code} <span className="edit-title">{text || w.nameless}</span>
      </h2>
      {row.pending !== undefined && read.paper && (
        <p>
          <a href={fileAddress(town, read.version.id, 'paper')} download>
            {w.openOriginal}
          </a>
        </p>
      )}
      {kind === 'clause' ? (
        <ClauseForm {...{ row, value, source, kinds, drafted, remarks }} />
      ) : (
        <>
          <Findings path={path} />
          <FieldRows path={path} value={value} fields={fields} />
        </>
      )}
      <RowDeeds
        row={row}
        rows={rows}
        change={(edit, to) => {
          if (apply([edit])) goTo(to, 'focus');
        }}
      />
    </>
  );
}

/** Whether a sentence of the import names a clause: 条款 1.2 and not 1.21. */
function isAbout(sentence: string, code: string): boolean {
  const at = code === '' ? -1 : sentence.indexOf(code);
  if (at < 0) return false;
  const around = `${sentence[at - 1] ?? ' '}${sentence[at + code.length] ?? ' '}`;
  return !/[\d.-]/.test(around);
}

function TopForm({ read, lint, chosen, rows, value, source, goTo, goToPart }: PaneProps) {
  const w = useWords(schemeEditWords);
  const part = 'part' in chosen ? chosen.part : 'head';
  const toLine = (line: number) => {
    const at = rowAtLine(rows, line);
    if (at) goTo(at.path, 'focus');
  };
  const toPath = (path: string) => {
    const to = rows.filter((row) => isWithin(path, row.path)).at(-1);
    if (to) goTo(to.path, 'focus');
    else goToPart('head');
  };
  const fields = headForm.kind === 'fields' ? headForm.fields : [];
  return (
    <>
      <h2 tabIndex={-1}>{w[part]}</h2>
      {part === 'conventions' ? (
        <ConventionsPart {...{ source, value }} onPath={toPath} />
      ) : (
        <>
          {read.notes && <ImportNotesPart notes={read.notes} />}
          <FieldRows path="" value={value} fields={fields} />
          <FindingsList checked={lint.checked} isChecking={lint.isChecking} onPick={toLine} />
        </>
      )}
    </>
  );
}
