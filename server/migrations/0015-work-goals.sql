-- Goals of a year as a tree, what was read of them, and what was done to them.

-- One goal. Its place in the tree is its code: 1.2.3 stands under 1.2. Exact numbers are text.
create table goal (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  year integer not null constraint goal_year check (year between 1000 and 2999),
  code text not null constraint goal_code_form check (code ~ '^[1-9][0-9]*(\.[1-9][0-9]*)*$'),
  title text not null,
  -- a quantity, or steps where nothing can be counted; null of a goal that only holds others
  measure text constraint goal_measure check (measure in ('quantity', 'steps')),
  target text,
  unit text,
  baseline text,
  -- [{title, on, quantity}]
  steps jsonb not null default '[]',
  direction text not null default 'up' constraint goal_direction check (direction in ('up', 'down')),
  mode text not null default 'sum' constraint goal_mode check (mode in ('sum', 'weighted')),
  -- among its siblings, in 1/1000
  weight integer constraint goal_weight check (weight between 1 and 1000),
  method text not null default '',
  measures text not null default '',
  risks text not null default '',
  contingency text not null default '',
  -- codes of persons and units
  lead_leader text,
  lead_unit text,
  support_units text[] not null default '{}',
  accountable text,
  village text,
  starts_on date not null,
  due_on date,
  is_every_village boolean not null default false,
  -- [{goal, weight}]: other goals of the year that this leaf serves too
  serves jsonb not null default '[]',
  -- document, meeting or instruction that it comes from
  source text not null default '',
  state text not null constraint goal_state check (state in ('open', 'closed', 'withdrawn')),
  -- counts every change, so that two people do not write over each other
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint goal_measured check ((measure = 'quantity') = (target is not null and unit is not null)
    or measure is null),
  constraint goal_days check (due_on is null or due_on >= starts_on),
  constraint goal_lead foreign key (tenant_id, lead_unit) references unit (tenant_id, code),
  constraint goal_village foreign key (tenant_id, village) references unit (tenant_id, code)
);
call tenant_table('goal', 'select, insert, update');
-- A withdrawn goal leaves its code to another.
create unique index goal_code_unique on goal (tenant_id, year, code) where state <> 'withdrawn';
create index goal_accountable on goal (tenant_id, accountable) where state = 'open';

-- What was done to a goal, never changed: how it was made, each date that was moved, each figure.
create table goal_deed (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  goal_id uuid not null,
  seq integer not null constraint goal_deed_seq check (seq >= 1),
  deed text not null constraint goal_deed_deed check (
    deed in ('make', 'change', 'moveDate', 'close', 'withdraw')),
  -- [{field, from, to}] as text
  changes jsonb not null,
  from_on date,
  to_on date,
  reason text not null,
  account_id text not null references account (id),
  person text,
  at timestamptz not null,
  primary key (tenant_id, id),
  constraint goal_deed_once unique (tenant_id, goal_id, seq),
  constraint goal_deed_goal foreign key (tenant_id, goal_id) references goal (tenant_id, id)
);
call tenant_table('goal_deed', 'select, insert');
create trigger goal_deed_unchanged before update or delete on goal_deed
  for each row execute function refuse_change();
create trigger goal_deed_untruncated before truncate on goal_deed
  for each statement execute function refuse_change();

-- What was read of a leaf on a day: the whole so far. It is corrected by another that names it.
create table goal_reading (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  goal_id uuid not null,
  seq bigint generated always as identity,
  -- the day that the figure is good for
  read_on date not null,
  -- exact text
  quantity text,
  steps_done integer constraint goal_reading_steps check (steps_done >= 0),
  note text not null,
  -- where the figure can be looked up
  evidence text not null,
  corrects uuid,
  account_id text not null references account (id),
  person text,
  -- persons in whose place a substitute read it in
  in_place_of text[] not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  constraint goal_reading_corrected_once unique (tenant_id, corrects),
  constraint goal_reading_of unique (tenant_id, goal_id, id),
  constraint goal_reading_what check ((quantity is null) <> (steps_done is null)),
  constraint goal_reading_goal foreign key (tenant_id, goal_id) references goal (tenant_id, id),
  constraint goal_reading_corrects foreign key (tenant_id, goal_id, corrects)
    references goal_reading (tenant_id, goal_id, id)
);
call tenant_table('goal_reading', 'select, insert');
create index goal_reading_goal_day on goal_reading (tenant_id, goal_id, read_on);
create trigger goal_reading_unchanged before update or delete on goal_reading
  for each row execute function refuse_change();
create trigger goal_reading_untruncated before truncate on goal_reading
  for each statement execute function refuse_change();

alter table work_item add constraint work_item_goal
  foreign key (tenant_id, goal_id) references goal (tenant_id, id);
create index work_item_goal_id on work_item (tenant_id, goal_id) where goal_id is not null;
