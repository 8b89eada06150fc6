-- Periods on their way to the seal, and what a sealed edition showed.

-- open → scoring → checking; a period without a row is open, one with a seal is sealed.
create table period_state (
  tenant_id uuid not null references tenant (id),
  line text not null,
  period text not null,
  state text not null constraint period_state_state check (state in ('open', 'scoring', 'checking')),
  changed_by text not null references account (id),
  changed_at timestamptz not null,
  reason text,
  primary key (tenant_id, line, period)
);
call tenant_table('period_state', 'select, insert, update');

-- The list of an edition as it was sealed: read ever after, never worked out again.
create table edition (
  tenant_id uuid not null references tenant (id),
  line text not null,
  period text not null,
  edition integer not null,
  receipt_code text not null,
  -- the reply of the standings address, without what a reader's role adds
  standings jsonb not null,
  primary key (tenant_id, line, period, edition)
);
call tenant_table('edition', 'select, insert');

-- The tree of one subject of an edition.
create table edition_subject (
  tenant_id uuid not null references tenant (id),
  line text not null,
  period text not null,
  edition integer not null,
  subject text not null,
  explanation jsonb not null,
  primary key (tenant_id, line, period, edition, subject),
  constraint edition_subject_edition foreign key (tenant_id, line, period, edition)
    references edition (tenant_id, line, period, edition)
);
call tenant_table('edition_subject', 'select, insert');

create trigger edition_unchanged before update or delete on edition
  for each row execute function refuse_change();
create trigger edition_subject_unchanged before update or delete on edition_subject
  for each row execute function refuse_change();
