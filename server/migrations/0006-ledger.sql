-- Facts, append-only, and the log over them; entries that become facts; notes; seals.

-- The rights of the program's role end at insert; this binds the owner too.
create function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception '% only grows: % is refused', tg_table_name, lower(tg_op);
end
$$;

-- What happened, as it is committed to by a leaf of the log. `body` alone is written; the other
-- columns are read from it, so that no column can say something else than the leaf. Sentences of
-- people are not in it but in fact_text, where they can be erased.
create table fact (
  tenant_id uuid not null references tenant (id),
  body jsonb not null,
  leaf_hash text not null constraint fact_leaf_hash check (leaf_hash ~ '^[0-9a-f]{64}$'),
  -- salted digest of the free text; null where there never was any
  text_digest text constraint fact_text_digest check (text_digest ~ '^[0-9a-f]{64}$'),
  -- posting the same thing twice posts it once
  client_key text not null,
  -- what its leaf does not say: the entry it was posted from, the office that answers for it
  entry_id uuid,
  office text,
  id text not null generated always as (body ->> 'id') stored,
  seq bigint not null generated always as ((body ->> 'seq')::bigint) stored,
  kind text not null generated always as (body ->> 'kind') stored,
  form text not null generated always as (body ->> 'form') stored,
  -- civil dates as text: 2026-03-06
  on_on text generated always as (body ->> 'on') stored,
  period text generated always as (body ->> 'period') stored,
  matter text generated always as (body ->> 'matter') stored,
  reverses text generated always as (body ->> 'reverses') stored,
  recorded_by text generated always as (body ->> 'recordedBy') stored,
  constraint fact_id_unique primary key (tenant_id, id),
  constraint fact_seq_unique unique (tenant_id, seq),
  constraint fact_client_key_unique unique (tenant_id, client_key),
  constraint fact_reversed_once unique (tenant_id, reverses),
  constraint fact_reverses_known foreign key (tenant_id, reverses) references fact (tenant_id, id)
);
call tenant_table('fact', 'select, insert');
create index fact_kind_day on fact (tenant_id, kind, on_on);
create index fact_matter on fact (tenant_id, matter) where matter is not null;
create trigger fact_unchanged before update or delete on fact
  for each row execute function refuse_change();
create trigger fact_untruncated before truncate on fact
  for each statement execute function refuse_change();

-- A reversal takes back a fact, never another reversal: whoever erred in it posts a new fact.
create function refuse_reversed_reversal() returns trigger
language plpgsql as $$
begin
  if exists (select 1 from fact where tenant_id = new.tenant_id
      and id = new.body ->> 'reverses' and reverses is not null) then
    raise exception 'a reversal is not reversed' using
      errcode = 'check_violation', constraint = 'fact_reverses_fact';
  end if;
  return new;
end
$$;
create trigger fact_reverses_fact before insert on fact
  for each row when (new.body ? 'reverses') execute function refuse_reversed_reversal();

-- Free text of a fact with the salt of its digest. It may be erased when its time is over, and is
-- never changed; the fact and its proof stand.
create table fact_text (
  tenant_id uuid not null references tenant (id),
  fact_id text not null,
  salt text not null constraint fact_text_salt check (salt ~ '^([0-9a-f]{2}){16,}$'),
  note text,
  -- the reason of points that a person chose
  reason text,
  primary key (tenant_id, fact_id),
  constraint fact_text_fact foreign key (tenant_id, fact_id) references fact (tenant_id, id)
);
call tenant_table('fact_text', 'select, insert, delete');
create trigger fact_text_unchanged before update on fact_text
  for each row execute function refuse_change();

-- The right edge of the log, one row a tenant, locked by whoever posts.
create table ledger_head (
  tenant_id uuid primary key references tenant (id),
  size bigint not null constraint ledger_head_size check (size >= 0),
  root text not null,
  -- roots of the full subtrees, oldest first
  frontier jsonb not null
);
call tenant_table('ledger_head', 'select, insert, update');

-- What an edition printed, and up to which fact it knew. A sealed edition never changes.
create table seal (
  tenant_id uuid not null references tenant (id),
  line text not null,
  period text not null,
  edition integer not null constraint seal_edition check (edition >= 1),
  at_seq bigint not null,
  decision_no text,
  -- printed thousandths by subject and by node, clause or total
  printed jsonb not null,
  result_hash text,
  -- what proves which inputs gave this result
  receipt jsonb,
  -- root of the log when it held at_seq facts
  ledger_root text not null,
  sealed_by text,
  sealed_at timestamptz not null,
  constraint seal_edition_unique primary key (tenant_id, line, period, edition)
);
call tenant_table('seal', 'select, insert');
create trigger seal_unchanged before update or delete on seal
  for each row execute function refuse_change();
create trigger seal_untruncated before truncate on seal
  for each statement execute function refuse_change();

-- A fact on its way: draft → reviewed → posted. Editable until it is posted, then kept as its origin.
create table entry (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  state text not null constraint entry_state check (state in ('draft', 'reviewed', 'posted')),
  -- the fact as far as it is written: no number, no recorder, no period
  body jsonb not null,
  -- the office that answers for it, as schemes write their owners; null where no clause names one
  office text,
  -- the clause by which it was recorded, for the score sheet; it decides nothing
  line text,
  clause text,
  -- entries of one deed (a reversal and what replaces it) are reviewed and posted together
  bundle_id uuid,
  recorded_by_account text not null references account (id),
  recorded_by text not null,
  -- whose words it rests on, where a cadre writes for somebody
  on_behalf_of text,
  -- everybody who wrote on it: none of them may review it
  writers text[] not null,
  reviewed_by_account text references account (id),
  reviewed_by text,
  reviewed_at timestamptz,
  -- why the reviewer gave it back; cleared when it is written anew
  sent_back_by text,
  sent_back_reason text,
  sent_back_at timestamptz,
  -- counts every change, so that two clerks do not overwrite each other
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint entry_reviewed check ((state = 'draft') = (reviewed_at is null)),
  constraint entry_sent_back check (
    (sent_back_at is null) = (sent_back_reason is null)
    and (sent_back_at is null or state = 'draft')),
  constraint entry_not_own_review check (not (reviewed_by = any (writers)))
);
call tenant_table('entry', 'select, insert, update, delete');
create index entry_waiting on entry (tenant_id, state, office);
create index entry_bundle on entry (tenant_id, bundle_id) where bundle_id is not null;
create unique index entry_reversal_once on entry (tenant_id, (body ->> 'reverses'))
  where body ? 'reverses' and state <> 'posted';

-- What a village said on paper, by telephone or at the table, written down by the town. It hangs on
-- a fact or an entry and changes no points; it stays when the entry is thrown away.
create table note (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  fact_id text,
  entry_id uuid,
  unit_code text not null,
  channel text not null constraint note_channel check (channel in ('paper', 'telephone', 'visit')),
  said_on date not null,
  said text not null,
  recorded_by_account text not null references account (id),
  recorded_by text not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  constraint note_about check ((fact_id is null) <> (entry_id is null)),
  constraint note_fact foreign key (tenant_id, fact_id) references fact (tenant_id, id),
  constraint note_unit foreign key (tenant_id, unit_code) references unit (tenant_id, code)
);
call tenant_table('note', 'select, insert');
create index note_fact_id on note (tenant_id, fact_id);
create index note_entry_id on note (tenant_id, entry_id);
