/** What was telephoned, chatted or said already: one line, and the next one. */

import { useState } from 'react';
import { client, useSave } from '../../api/index.ts';
import { programNow } from '../../format/clock.ts';
import { useFormat } from '../../format/index.ts';
import { Choice, DateField, Field } from '../../forms/index.ts';
import { Button, Empty, Query, SaveLine, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { Findings } from './Findings.tsx';
import type { Demand, Options } from './replies.ts';
import { useChannelWords, useDemandOptions, useDemandRefresh } from './use-demands.ts';
import { VillagesField } from './VillagesField.tsx';
import './demands.css';

const channels = ['telephone', 'chat', 'inPerson', 'paper'] as const;

export function BookPage() {
  const w = useWords(demandWords);
  const query = useDemandOptions();
  return (
    <WorkFrame here="demands" title={w.bookTitle} state={w.bookState}>
      <Query query={query} what={w.demands}>
        {(options) =>
          options.bookable.length === 0 ? (
            <Empty what={w.notYours} why={w.notYoursWhy} />
          ) : (
            <BookForm options={options} />
          )
        }
      </Query>
    </WorkFrame>
  );
}

interface Line {
  title: string;
  office: string;
  units: string[];
  channel: (typeof channels)[number];
  sentOn: string;
  sentClock: string;
  dueOn: string;
  dueClock: string;
  dutyEntry: string;
}

/** Office and villages where there is only one; the clock of now. */
function startOf({ bookable, villages }: Options, today: string): Line {
  const one = (list: readonly { code: string }[]) =>
    list.length === 1 ? (list[0]?.code ?? '') : '';
  const village = one(villages);
  return {
    title: '',
    office: one(bookable),
    units: village === '' ? [] : [village],
    channel: 'telephone',
    sentOn: today,
    sentClock: clockNow(),
    dueOn: '',
    dueClock: '',
    dutyEntry: '',
  };
}

/** The clock in China, whatever zone the machine is set to. */
function clockNow(): string {
  return new Date(programNow() + 8 * 3_600_000).toISOString().slice(11, 16);
}

function BookForm({ options }: { options: Options }) {
  const w = useWords(demandWords);
  const town = useTown();
  const { today } = useFormat();
  const [line, setLine] = useState(() => startOf(options, today));
  const [done, setDone] = useState<Demand>();
  const refresh = useDemandRefresh();
  const write = (change: Partial<Line>) => setLine((now) => ({ ...now, ...change }));
  const save = useSave(client.demands.book, {
    onSaved: (demand) => {
      refresh();
      setDone(demand);
      // The next call is often of the same office to the same villages.
      write({ title: '', dueOn: '', dueClock: '', dutyEntry: '', sentClock: clockNow() });
    },
  });
  const isWhole = line.title.trim() !== '' && line.office !== '' && line.units.length > 0;
  const send = () => {
    const { dueOn, dueClock, dutyEntry, ...rest } = line;
    setDone(undefined);
    void save.run({
      town,
      ...rest,
      ...(dueOn === '' ? {} : { dueOn }),
      ...(dueOn === '' || dueClock === '' ? {} : { dueClock }),
      ...(dutyEntry === '' ? {} : { dutyEntry }),
    });
  };
  return (
    <form
      className="demand-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole && !save.isBusy) send();
      }}
    >
      {done && (
        <div role="status">
          <p>{w.bookDone(done.title)}</p>
          <Findings findings={done.findings} />
        </div>
      )}
      <BookFields line={line} write={write} options={options} />
      <div className="demand-deeds">
        <Button kind="main" type="submit" disabled={!isWhole || save.isBusy}>
          {w.bookSave}
        </Button>
      </div>
      <SaveLine save={save} />
    </form>
  );
}

interface FieldsProps {
  line: Line;
  write(change: Partial<Line>): void;
  options: Options;
}

function BookFields({ line, write, options }: FieldsProps) {
  const w = useWords(demandWords);
  const { today } = useFormat();
  return (
    <>
      <div className="demand-pair">
        <Choice
          label={w.bookOffice}
          options={options.bookable.map(({ code, name }) => ({ value: code, label: name }))}
          value={line.office}
          onChange={(office) => write({ office })}
          required
        />
        <Channel value={line.channel} onChange={(channel) => write({ channel })} />
      </div>
      <Field label={w.bookWhat} required>
        {(parts) => (
          <input
            {...parts}
            maxLength={200}
            value={line.title}
            onChange={({ target }) => write({ title: target.value })}
          />
        )}
      </Field>
      <div className="demand-pair">
        <DateField
          label={w.bookWhen}
          value={line.sentOn}
          max={today}
          onChange={(sentOn) => write({ sentOn })}
          required
        />
        <Clock
          label={w.bookClock}
          value={line.sentClock}
          onChange={(sentClock) => write({ sentClock })}
        />
      </div>
      <VillagesField
        label={w.bookUnits}
        villages={options.villages}
        value={line.units}
        onChange={(units) => write({ units })}
      />
      <details>
        <summary>{w.bookMore}</summary>
        <div className="demand-pair">
          <DateField label={w.dueOn} value={line.dueOn} onChange={(dueOn) => write({ dueOn })} />
          <Clock
            label={w.dueClock}
            hint={w.dueClockHint}
            value={line.dueClock}
            onChange={(dueClock) => write({ dueClock })}
          />
        </div>
        <Choice
          label={w.dutyEntry}
          options={options.dutyEntries.map(({ code, title }) => ({
            value: code,
            label: `${code} ${title}`,
          }))}
          value={line.dutyEntry}
          onChange={(dutyEntry) => write({ dutyEntry })}
        />
      </details>
    </>
  );
}

interface ChannelProps {
  value: Line['channel'];
  onChange(channel: Line['channel']): void;
}

function Channel({ value, onChange }: ChannelProps) {
  const w = useWords(demandWords);
  const words = useChannelWords();
  return (
    <Field label={w.channel} required>
      {(parts) => (
        <select
          {...parts}
          value={value}
          onChange={({ target }) => onChange(target.value as Line['channel'])}
        >
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {words[channel]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface ClockProps {
  label: string;
  hint?: string;
  value: string;
  onChange(clock: string): void;
}

function Clock({ label, hint, value, onChange }: ClockProps) {
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      {(parts) => (
        <input
          {...parts}
          type="time"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
