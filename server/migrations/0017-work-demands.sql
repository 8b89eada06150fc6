-- The burden gate: the duty lists, and what offices ask of villages.

-- An entry of the duty lists: what villages do themselves, help with, or may not be asked.
create table duty_entry (
  tenant_id uuid not null references tenant (id),
  -- as the list numbers it: 12, 协助-3
  code text not null,
  title text not null,
  list text not null constraint duty_entry_list check (list in ('own', 'assist', 'barred')),
  -- codes of the offices that may ask by it; empty is every office
  offices text[] not null default '{}',
  basis text not null default '',
  from_on date,
  to_on date,
  position integer not null default 0,
  primary key (tenant_id, code),
  constraint duty_entry_days check (to_on is null or from_on is null or to_on >= from_on)
);
call tenant_table('duty_entry', 'select, insert, update');

-- What an office asks of villages: before it leaves, or booked afterwards.
create table demand (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null constraint demand_kind check (
    kind in ('item', 'form', 'inspection', 'meeting', 'call')),
  -- the item that it sends, where it sends one
  about text,
  title text not null,
  -- code of the office that asks: the meter counts against it
  office text not null,
  units text[] not null constraint demand_units check (cardinality(units) > 0),
  purpose text not null,
  basis text not null,
  duty_entry text,
  data_asked text[] not null,
  channel text not null constraint demand_channel check (
    channel in ('paper', 'system', 'telephone', 'chat', 'inPerson')),
  due_on date,
  due_clock text,
  -- the three questions: {"canLookUp": false, …}
  answers jsonb not null,
  -- what the gate found, when it was judged last
  findings jsonb not null,
  -- figures the town holds, as they were shown and locked
  known jsonb not null,
  state text not null constraint demand_state check (
    state in ('stopped', 'cleared', 'sent', 'refused', 'withdrawn')),
  is_afterwards boolean not null,
  asked_at timestamptz not null,
  asked_by text,
  asked_by_account text not null references account (id),
  -- persons in whose place a substitute asked: none of them may let it through either
  in_place_of text[] not null,
  sent_at timestamptz,
  -- a leader's word on what was stopped
  decided_by text,
  decided_by_account text references account (id),
  decided_at timestamptz,
  decision_reason text,
  -- withdrawn, or merged into the demand that asks the same
  ended_at timestamptz,
  end_reason text,
  merged_into uuid,
  primary key (tenant_id, id),
  constraint demand_merged foreign key (tenant_id, merged_into) references demand (tenant_id, id),
  constraint demand_sent check (state <> 'sent' or sent_at is not null)
);
call tenant_table('demand', 'select, insert, update');
create index demand_sent_at on demand (tenant_id, sent_at);
create index demand_about on demand (tenant_id, about);
