-- The decomposition bench: a speech, a report, minutes or a task table, and the drafts taken out of it.

create table bench_document (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null constraint bench_document_kind
    check (kind in ('speech', 'report', 'minutes', 'paper', 'table')),
  title text not null,
  -- the day that it bears
  dated date,
  -- the meeting, the office, the number of the paper
  source text not null default '',
  -- as pasted; of a table, one row a line
  body text not null constraint bench_document_body check (octet_length(body) <= 102400),
  created_by_account text not null references account (id),
  created_by text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
-- The sentences are numbered by counting: a text that changed would move every number.
call tenant_table('bench_document', 'select, insert');

-- A task that a sentence may carry. Nothing follows from it until a person claims it.
create table work_draft (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  document_id uuid not null,
  sentence integer not null constraint work_draft_sentence check (sentence >= 1),
  -- the place of what is asked within the sentence, in UTF-16 units
  from_at integer not null,
  to_at integer not null,
  -- what the sentence itself says of who, how many, until when; never taken over without a person
  said_actor text,
  said_quantity text,
  said_date text,
  -- by which pattern it was proposed; a person's own has none
  why text,
  state text not null constraint work_draft_state
    check (state in ('open', 'claimed', 'merged', 'aside', 'split')),
  -- why it forms no task
  reason text,
  item_id uuid,
  split_from uuid,
  -- counts every deed, so that two people do not act on what they did not see
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint work_draft_document foreign key (tenant_id, document_id)
    references bench_document (tenant_id, id),
  constraint work_draft_item foreign key (tenant_id, item_id) references work_item (tenant_id, id),
  constraint work_draft_place check (from_at >= 0 and to_at > from_at),
  constraint work_draft_reason check ((state = 'aside') = (reason is not null)),
  constraint work_draft_linked check ((state in ('claimed', 'merged')) = (item_id is not null))
);
create index work_draft_by_document on work_draft (tenant_id, document_id, sentence, from_at);
create index work_draft_by_item on work_draft (tenant_id, item_id) where item_id is not null;
call tenant_table('work_draft', 'select, insert, update');

-- What was done with a draft: never changed.
create table draft_deed (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  draft_id uuid not null,
  seq integer not null constraint draft_deed_seq check (seq >= 1),
  deed text not null constraint draft_deed_deed
    check (deed in ('propose', 'add', 'claim', 'merge', 'aside', 'reopen', 'split')),
  to_state text not null,
  -- absent where a pattern proposed it
  account_id text references account (id),
  person text,
  at timestamptz not null,
  note text,
  primary key (tenant_id, id),
  constraint draft_deed_order unique (tenant_id, draft_id, seq),
  constraint draft_deed_draft foreign key (tenant_id, draft_id)
    references work_draft (tenant_id, id)
);
call tenant_table('draft_deed', 'select, insert');
create trigger draft_deed_unchanged before update or delete on draft_deed
  for each row execute function refuse_change();
create trigger draft_deed_untruncated before truncate on draft_deed
  for each statement execute function refuse_change();
