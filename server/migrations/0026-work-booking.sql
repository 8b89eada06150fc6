-- Draws of look-backs that anybody can repeat, recurring work as slips, and the bench: what is withheld
-- and what was redacted.

-- A sample of closed slips that somebody drew. It is kept with what it was drawn from, so that whoever
-- doubts it draws again; nothing is drawn in silence until it suits.
create table look_back_draw (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  seed text not null,
  -- the closed slips that nobody had looked back at when it was drawn
  candidates uuid[] not null,
  -- those drawn, in the order of their lots
  drawn uuid[] not null constraint look_back_draw_some check (cardinality(drawn) >= 1),
  account_id text not null references account (id),
  person text not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
call tenant_table('look_back_draw', 'select, insert');
create index look_back_draw_at on look_back_draw (tenant_id, at desc);
create trigger look_back_draw_unchanged before update or delete on look_back_draw
  for each row execute function refuse_change();
create trigger look_back_draw_untruncated before truncate on look_back_draw
  for each statement execute function refuse_change();

-- Work that comes back may be a slip, and other offices may help with it.
alter table work_recurring
  add column form text not null default 'oneLine'
    constraint work_recurring_form check (form in ('supervised', 'oneLine')),
  add column support_units text[] not null default '{}';

-- Minutes of the party committee are not for every office: the author and those who read the whole town.
alter table bench_document add column is_withheld boolean not null default false;
-- A sentence with personal data is taken out; its number and all others stay.
grant update (body) on bench_document to oneneedle_app;

-- Which sentence was taken out, by whom and why; of its text only the digest stays.
create table bench_redaction (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  document_id uuid not null,
  sentence integer not null constraint bench_redaction_sentence check (sentence >= 1),
  sha256 text not null,
  reason text not null,
  account_id text not null references account (id),
  person text not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  constraint bench_redaction_once unique (tenant_id, document_id, sentence),
  constraint bench_redaction_document foreign key (tenant_id, document_id)
    references bench_document (tenant_id, id)
);
call tenant_table('bench_redaction', 'select, insert');
create trigger bench_redaction_unchanged before update or delete on bench_redaction
  for each row execute function refuse_change();
create trigger bench_redaction_untruncated before truncate on bench_redaction
  for each statement execute function refuse_change();
