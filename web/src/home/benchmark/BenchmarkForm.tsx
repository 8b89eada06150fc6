/** A list typed, pasted from Excel or read from a file; what is wrong is said while one types. */

import type { BenchmarkShown } from '@oneneedle/contract';
import { readBenchmark } from '@oneneedle/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useMemo, useRef, useState } from 'react';
import { api, client, download, useSave } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { tableFiles } from '../../forms/index.ts';
import { ResultsFrame } from '../../publication/ResultsFrame.tsx';
import { Button, SaveLine, useTown } from '../../shell/index.ts';
import { tsvBlock, tsvText } from '../../table/index.ts';
import { benchmarkWords } from '../../words/benchmark.ts';
import { useWords } from '../../words/catalogue.ts';
import { Line } from '../../work/WorkFields.tsx';
import { CellsShown } from './CellsShown.tsx';
import { useTownName } from './Chances.tsx';

/** `/qinghe/results/benchmark/new` */
export function NewBenchmarkPage() {
  const w = useWords(benchmarkWords);
  const town = useTown();
  const navigate = useNavigate();
  return (
    <ResultsFrame here="benchmark" title={w.formTitle} state={w.formState}>
      <BenchmarkForm
        onDone={(id) =>
          void navigate({ to: `/${town}/results/benchmark${id === undefined ? '' : `/${id}`}` })
        }
      />
    </ResultsFrame>
  );
}

interface FormProps {
  /** What is corrected; a new list without it. */
  list?: BenchmarkShown;
  /** With the list that was written, if one was. */
  onDone(id?: string): void;
}

export function BenchmarkForm({ list, onDone }: FormProps) {
  const w = useWords(benchmarkWords);
  const town = useTown();
  const own = useTownName();
  const queries = useQueryClient();
  const [words, setWords] = useState({
    name: list?.name ?? '',
    issuer: list?.issuer ?? '',
    document: list?.document ?? '',
    period: list?.period ?? '',
  });
  const [text, setText] = useState(list ? tsvText(list.cells) : '');
  const cells = useMemo(() => tsvBlock(text), [text]);
  const { faults } = useMemo(() => readBenchmark(cells, own), [cells, own]);
  const onSaved = ({ id }: { id: string }) => {
    void queries.invalidateQueries({ queryKey: api.benchmark.key() });
    void queries.invalidateQueries({ queryKey: api.secretary.key() });
    onDone(id);
  };
  const record = useSave(client.benchmark.record, { onSaved });
  const correct = useSave(client.benchmark.correct, { onSaved });
  const save = list ? correct : record;
  const isReady =
    words.name !== '' &&
    words.issuer !== '' &&
    words.period !== '' &&
    text !== '' &&
    faults.length === 0;
  const send = () => {
    const input = { town, ...words, cells };
    if (list) void correct.run({ ...input, id: list.id, version: list.version });
    else void record.run(input);
  };
  const change = (key: keyof typeof words) => (value: string) =>
    setWords({ ...words, [key]: value });
  return (
    <div className="benchmark-form">
      <Line
        label={w.name}
        hint={w.namePlaceholder}
        value={words.name}
        onChange={change('name')}
        required
      />
      <Line label={w.issuer} value={words.issuer} onChange={change('issuer')} required />
      <Line label={w.document} value={words.document} onChange={change('document')} />
      <PeriodChoice value={words.period} onChange={change('period')} />
      <TableText text={text} onChange={setText} />
      {text !== '' && <Faults faults={faults} />}
      {text !== '' && (
        <>
          <h3>{w.preview}</h3>
          <CellsShown cells={cells} label={w.preview} />
        </>
      )}
      <p className="benchmark-deeds">
        <Button kind="main" disabled={!isReady || save.isBusy} onClick={send}>
          {list ? w.saveChange : w.save}
        </Button>
        <Button onClick={() => onDone()}>{w.cancel}</Button>
      </p>
      <SaveLine save={save} />
    </div>
  );
}

function TableText({ text, onChange }: { text: string; onChange(text: string): void }) {
  const w = useWords(benchmarkWords);
  const id = useId();
  const own = useTownName();
  const town = useTown();
  const field = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [hasFaults, setHasFaults] = useState(false);
  const read = useSave(client.benchmark.preview, {
    onSaved: ({ cells, faults }) => {
      onChange(tsvText(cells));
      setHasFaults(faults.length > 0);
    },
  });
  const mark = useSave(client.benchmark.mark, { onSaved: download });
  return (
    <div className="field benchmark-text">
      <label htmlFor={id}>{w.table}</label>
      <textarea
        id={id}
        rows={12}
        wrap="off"
        spellCheck={false}
        placeholder={`${w.head}\t${w.full}\t${w.office}\t${own}`}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
      <p className="soft">{w.tableHint}</p>
      <p className="benchmark-deeds">
        <input
          ref={field}
          type="file"
          hidden
          aria-label={w.file}
          accept={tableFiles}
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            setFile(chosen);
            if (chosen) void read.run({ town, file: chosen });
          }}
        />
        <Button disabled={read.isBusy} onClick={() => field.current?.click()}>
          {w.file}
        </Button>
        {file && hasFaults && (
          <Button disabled={mark.isBusy} onClick={() => void mark.run({ town, file })}>
            {w.marked}
          </Button>
        )}
      </p>
      {read.step !== 'idle' && read.step !== 'saved' && <SaveLine save={read} />}
    </div>
  );
}

function Faults({ faults }: Pick<ReturnType<typeof readBenchmark>, 'faults'>) {
  const w = useWords(benchmarkWords);
  if (faults.length === 0) return null;
  return (
    <div role="status" className="field-error">
      <p>{w.faults(faults.length)}</p>
      <ul>
        {faults.slice(0, 12).map(({ row, column, sentence }) => (
          <li key={`${row} ${column} ${sentence}`}>{w.faultAt(row + 1, sentence)}</li>
        ))}
      </ul>
    </div>
  );
}

function PeriodChoice({ value, onChange }: { value: string; onChange(value: string): void }) {
  const w = useWords(benchmarkWords);
  const format = useFormat();
  const id = useId();
  const year = Number(format.today.slice(0, 4));
  const offered = [year, year - 1, year - 2].flatMap((one) => [
    `${one}`,
    ...['H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'].map((part) => `${one}-${part}`),
  ]);
  const choices = value === '' || offered.includes(value) ? offered : [value, ...offered];
  return (
    <div className="field">
      <label htmlFor={id}>{w.period}</label>
      <select id={id} required value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{w.none}</option>
        {choices.map((one) => (
          <option key={one} value={one}>
            {format.period(one)}
          </option>
        ))}
      </select>
    </div>
  );
}
