-- Who does not agree with a fact, a mark or a result. Objecting is never a fact and costs nothing.
create table objection (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  -- counted within a year once it is acknowledged; never used again
  year integer,
  no integer,
  about text not null constraint objection_about
    check (about in ('fact', 'mark', 'result', 'unclear')),
  fact_id text,
  line text,
  period text,
  subject text,
  clause text,
  edition integer,
  way text not null constraint objection_way
    check (way in ('account', 'link', 'paper', 'telephone', 'visit')),
  -- whose it is; neither where nobody gave a name
  unit_code text,
  person text,
  -- who typed it; nobody where it came through a plain link
  account_id text references account (id),
  written_by text,
  link_id uuid,
  -- who said it, and how that was confirmed
  said_by text,
  confirmed text,
  said text not null,
  received_on date not null,
  received_at timestamptz not null,
  answer_by date not null,
  is_guessed boolean not null,
  is_late boolean not null,
  state text not null constraint objection_state check (state in (
    'received', 'acknowledged', 'assigned', 'decided', 'answered', 'withdrawn')),
  decider text,
  result text constraint objection_result check (result in (
    'kept', 'reversed', 'replaced', 'inPart', 'notHeard')),
  answered_on date,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint objection_number unique (tenant_id, year, no),
  constraint objection_numbered check ((year is null) = (no is null)),
  constraint objection_matter check (
    (about = 'fact') = (fact_id is not null)
    and (about in ('mark', 'result')) = (subject is not null)
    and (about = 'mark') = (clause is not null)),
  constraint objection_typed check ((way = 'link') = (account_id is null)),
  constraint objection_decided check ((state in ('decided', 'answered')) = (result is not null))
);
call tenant_table('objection', 'select, insert, update');
create index objection_open on objection (tenant_id, state, answer_by);

-- What was done about an objection: never changed.
create table objection_deed (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  objection_id uuid not null,
  seq integer not null constraint objection_deed_seq check (seq >= 1),
  deed text not null constraint objection_deed_deed check (deed in (
    'receive', 'acknowledge', 'assign', 'giveBack', 'decide', 'answer', 'withdraw')),
  account_id text references account (id),
  person text,
  note text,
  -- of a decision: what was looked at, found, why and by which clause; of an answer: number, day, how
  words jsonb,
  at timestamptz not null,
  primary key (tenant_id, id),
  constraint objection_deed_order unique (tenant_id, objection_id, seq),
  constraint objection_deed_of foreign key (tenant_id, objection_id)
    references objection (tenant_id, id)
);
call tenant_table('objection_deed', 'select, insert');
create trigger objection_deed_unchanged before update or delete on objection_deed
  for each row execute function refuse_change();
create trigger objection_deed_untruncated before truncate on objection_deed
  for each statement execute function refuse_change();

-- What a decision wrote into the ledger: the entry that takes a fact back, the one in its place.
create table objection_correction (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  objection_id uuid not null,
  -- the fact that is taken back
  fact_id text,
  reversal_entry uuid,
  right_entry uuid,
  -- sentences of the ledger on the later period in which it counts
  later text[] not null default '{}',
  primary key (tenant_id, id),
  constraint objection_correction_of foreign key (tenant_id, objection_id)
    references objection (tenant_id, id),
  constraint objection_correction_some
    check (reversal_entry is not null or right_entry is not null),
  constraint objection_correction_back check ((fact_id is null) = (reversal_entry is null))
);
call tenant_table('objection_correction', 'select, insert, delete');
