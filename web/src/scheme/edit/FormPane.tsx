/** The middle of the page: the form of a clause, an indicator, the whole, or the conventions. */

import type { EditValue, FactKind, FormField, OutlineRow, SchemeEdit } from '@oneneedle/kernel';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../api/index.ts';
import { unitTypes, useTypeName } from '../../org/type-names.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { schemeWords } from '../../words/scheme.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { FindingsList } from '../FindingsList.tsx';
import { ImportNotesPart } from '../ImportNotesPart.tsx';
import type { Finding, VersionRead } from '../replies.ts';
import { fileAddress } from '../SchemeLink.tsx';
import type { Lint } from '../use-lint.ts';
import { forms } from './all-forms.ts';
import { ClauseForm } from './ClauseForm.tsx';
import { ConventionsPart } from './ConventionsPart.tsx';
import { draftedKinds } from './drafted-kinds.ts';
import { EditContext, type Editing } from './edit-context.ts';
import { useFormWords } from './form-words.ts';
import { FieldRows, Findings } from './GroupPart.tsx';
import { HeardKinds } from './HeardKinds.tsx';
import { KnownKinds } from './KnownKinds.tsx';
import { NewKind } from './NewKind.tsx';
import { NotScored } from './NotScored.tsx';
import { needsKind } from './new-kind.ts';
import type { Chosen } from './Outline.tsx';
import { isWithin, rowAtLine } from './outline.ts';
import { usePartWords } from './part-words.ts';
import { RowDeeds } from './RowDeeds.tsx';
import { fieldsOfPart, formOfPart, partOf, type SchemePart } from './scheme-parts.ts';
import { drawnAt, drawnPaths, keyOf, membersOf, valueAt } from './shape.ts';
import { suggestionsFor } from './suggestions.ts';

/** What has a field also while it is not written. */
const always: ReadonlySet<string> = new Set([
  'Clause.on',
  'Clause.owner',
  'Clause.source',
  'Node.owner',
  'Node.full',
  'Scheme.documentNo',
  'Scheme.decidedBy',
  'Scheme.decimals',
  'Scheme.rounding',
  'Scheme.effective',
  'Scheme.subject.where',
  'Scheme.vetoes',
  'Scheme.eligibility',
  'Scheme.sequences',
  'Scheme.outcomes',
  'Veto.authority',
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
  goToPart(part: SchemePart): void;
}

export function FormPane(props: PaneProps) {
  const { chosen, value, lint, rows, apply, missing } = props;
  const w = useWords(schemeEditWords);
  const words = useFormWords();
  const nameOfType = useTypeName();
  const types = new Map(unitTypes.map((type) => [type, nameOfType(type)]));
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
  const part = 'part' in chosen ? chosen.part : 'head';
  const shown = useMemo(() => {
    const form = row && forms[row.kind === 'clause' ? 'Clause' : 'Node'];
    const shape = form ?? formOfPart(forms, part);
    const drawn = new Set(drawnPaths({ shape, value: here, path, forms, always }));
    return byPlace(lint.checked.findings, { drawn, path, rows });
  }, [lint.checked.findings, row, part, here, path, rows]);
  const editing: Editing = {
    forms,
    words,
    always,
    apply: (...edits) => void apply(edits),
    findingsAt: (at) => shown.get(at) ?? [],
    suggestions: (place) => suggestionsFor(place, { kinds, rows, value: here, types }),
    kindAt: (code) => kindIn(value, code),
    below: (place, at, one) =>
      place === 'Veto' ? (
        <VetoKinds path={at} value={one} kinds={kinds} drafted={drafted.length} />
      ) : null,
  };
  return (
    <EditContext value={editing}>
      <section className="edit-form">
        {missing && <p className="field-error">{w.gone}</p>}
        {row ? (
          <RowForm
            {...props}
            row={row}
            root={value}
            value={here}
            {...{ kinds }}
            drafted={drafted.length}
          />
        ) : (
          <TopForm {...props} catalogue={catalogue?.map(({ kind }) => kind) ?? []} />
        )}
      </section>
    </EditContext>
  );
}

/** Where a scheme describes a kind of fact itself. */
function kindIn(root: EditValue | undefined, code: string) {
  const list = membersOf(keyOf(root, 'kinds'));
  const at = list.findIndex((kind) => keyOf(kind, 'kind') === code);
  const value = list[at];
  return value === undefined ? undefined : { path: `kinds[${at}]`, value };
}

interface VetoProps {
  readonly path: string;
  readonly value: EditValue | undefined;
  readonly kinds: readonly FactKind[];
  readonly drafted: number;
}

/** What a veto hears, or a way to make what it needs. */
function VetoKinds({ path, value, kinds, drafted }: VetoProps) {
  const on = keyOf(value, 'on');
  const taken = new Set(kinds.map(({ kind }) => kind));
  return (
    <>
      <HeardKinds on={on} kinds={kinds} />
      {needsKind({ on, hears: true }, kinds) && (
        <NewKind key={path} {...{ path, value, taken, drafted }} hears />
      )}
    </>
  );
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
  /** The whole scheme. */
  readonly root: EditValue | undefined;
  readonly row: OutlineRow;
  readonly kinds: readonly FactKind[];
  readonly drafted: number;
}

function RowForm(props: RowFormProps) {
  const { row, rows, root, value, apply, goTo, goToPart, read, source, kinds, drafted } = props;
  const w = useWords(schemeEditWords);
  const town = useTown();
  const { code = '', text = '', kind, path } = row;
  const nodeForm = forms.Node;
  const fields: readonly FormField[] = nodeForm?.kind === 'fields' ? nodeForm.fields : [];
  const said = useWords(schemeWords);
  const remarks = (read.notes?.remarks ?? [])
    .filter(({ sentence }) => isAbout(sentence, code))
    .map(({ place, sentence }) => said.importRemark(place, sentence));
  const assumed = (read.notes?.open ?? []).filter((sentence) => isAbout(sentence, code));
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
        <ClauseForm
          {...{ row, value, source, kinds, drafted, remarks, assumed }}
          elsewhere={<NotScored {...{ row, rows, root, goToPart }} />}
        />
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

interface TopProps extends PaneProps {
  readonly catalogue: readonly FactKind[];
}

function TopForm(props: TopProps) {
  const { read, lint, chosen, rows, value, source, goTo, goToPart, catalogue } = props;
  const names = usePartWords();
  const part = 'part' in chosen ? chosen.part : 'head';
  const toLine = (line: number) => {
    const found = lint.checked.findings.find((one) => one.line === line);
    const at = found && partOf(found.path);
    const row = rowAtLine(rows, line);
    if (at) goToPart(at);
    else if (row) goTo(row.path, 'focus');
  };
  const toPath = (path: string) => {
    const to = rows.filter((row) => isWithin(path, row.path)).at(-1);
    if (to) goTo(to.path, 'focus');
    else goToPart(partOf(path) ?? 'head');
  };
  return (
    <>
      <h2 tabIndex={-1}>{names[part]}</h2>
      {part === 'conventions' ? (
        <ConventionsPart {...{ source, value }} onPath={toPath} />
      ) : (
        <>
          {part === 'head' && read.notes && <ImportNotesPart notes={read.notes} />}
          {part === 'head' && <KnownKinds root={value} catalogue={catalogue} />}
          <FieldRows path="" value={value} fields={fieldsOfPart(forms, part)} />
          {part === 'head' && (
            <FindingsList checked={lint.checked} isChecking={lint.isChecking} onPick={toLine} />
          )}
        </>
      )}
    </>
  );
}
