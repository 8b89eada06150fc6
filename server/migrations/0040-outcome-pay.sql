-- Assessment pay: what a year may spend, sheets made of sealed editions, what is released later.

-- Money of a year for the pay of one scheme, document by document; a correction is a further document.
create table pay_budget (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  line text not null,
  year text not null constraint pay_budget_year check (year ~ '^[0-9]{4}$'),
  document_no text not null,
  decided_on date not null,
  amount_fen bigint not null constraint pay_budget_amount check (amount_fen <> 0),
  note text not null default '',
  entered_by text not null references account (id),
  entered_at timestamptz not null,
  primary key (tenant_id, id),
  constraint pay_budget_document unique (tenant_id, line, year, document_no)
);
call tenant_table('pay_budget', 'select, insert');
create trigger pay_budget_unchanged before update or delete on pay_budget
  for each row execute function refuse_change();

create table pay_sheet (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  -- running in its year, never given again
  year text not null,
  no integer not null constraint pay_sheet_no check (no >= 1),
  line text not null,
  period text not null,
  edition integer not null,
  scheme_name text not null,
  -- the document that names the floating part
  authority text not null,
  -- SHA-256 of what it says: what would be said now must be the same to be checked and approved
  digest text not null,
  -- sentences on what the sheet leaves out
  notices jsonb not null,
  state text not null constraint pay_sheet_state
    check (state in ('draft', 'checked', 'approved', 'handed', 'paid', 'withdrawn')),
  made_by text not null references account (id),
  -- who that is in the roster, and in whose place a substitute acted
  made_persons text[] not null,
  made_at timestamptz not null,
  checked_by text references account (id),
  checked_persons text[],
  checked_at timestamptz,
  approved_by text references account (id),
  approved_at timestamptz,
  body text,
  document_no text,
  approved_on date,
  -- by what it may be more than the budget has left
  over_reason text,
  over_document text,
  -- the budget line as it stood when the sheet was approved
  budget_fen bigint,
  used_fen bigint,
  handed_on date,
  handed_by text references account (id),
  paid_on date,
  paid_by text references account (id),
  withdrawn_at timestamptz,
  withdrawn_by text references account (id),
  withdrawn_reason text,
  primary key (tenant_id, id),
  constraint pay_sheet_numbered unique (tenant_id, year, no),
  constraint pay_sheet_approved check (
    state not in ('approved', 'handed', 'paid')
    or (approved_by is not null and body is not null and document_no is not null
      and approved_on is not null and budget_fen is not null and used_fen is not null)),
  constraint pay_sheet_over check ((over_reason is null) = (over_document is null))
);
call tenant_table('pay_sheet', 'select, insert, update');
-- Two sheets under way would carry the same differences twice.
create unique index pay_sheet_one_open on pay_sheet (tenant_id, line)
  where state in ('draft', 'checked');

-- What a sheet is made of never changes; from its approval on only the days of handing over and paying are added.
create function keep_pay_sheet() returns trigger
language plpgsql as $$
declare
  later text[] := array['state', 'handed_on', 'handed_by', 'paid_on', 'paid_by'];
  earlier text[] := later || array['checked_by', 'checked_persons', 'checked_at', 'approved_by',
    'approved_at', 'body', 'document_no', 'approved_on', 'over_reason', 'over_document',
    'budget_fen', 'used_fen', 'withdrawn_at', 'withdrawn_by', 'withdrawn_reason'];
  free text[] := case when old.state in ('draft', 'checked') then earlier else later end;
begin
  if tg_op = 'DELETE' or old.state in ('paid', 'withdrawn')
    or to_jsonb(new) - free <> to_jsonb(old) - free
    or (old.state = 'approved' and new.state <> 'handed')
    or (old.state = 'handed' and (new.state <> 'paid' or new.handed_on <> old.handed_on
      or new.handed_by <> old.handed_by)) then
    raise exception 'a pay sheet that is % is kept as it is', old.state;
  end if;
  return new;
end
$$;
create trigger pay_sheet_kept before update or delete on pay_sheet
  for each row execute function keep_pay_sheet();

-- A named body lets go of what was kept back; the next sheet pays it.
create table pay_release (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  line text not null,
  period text not null,
  subject text not null,
  payee text not null,
  code text not null,
  body text not null,
  document_no text not null,
  decided_on date not null,
  reason text not null,
  entered_by text not null references account (id),
  entered_at timestamptz not null,
  primary key (tenant_id, id)
);
call tenant_table('pay_release', 'select, insert');
create trigger pay_release_unchanged before update or delete on pay_release
  for each row execute function refuse_change();

-- One amount of one payee, with its arithmetic.
create table pay_sheet_line (
  tenant_id uuid not null references tenant (id),
  sheet_id uuid not null,
  seq integer not null,
  kind text not null constraint pay_sheet_line_kind check (kind in ('period', 'difference', 'release')),
  -- the period that is paid for, and the edition it was worked out from
  period text not null,
  edition integer not null,
  subject text not null,
  subject_name text not null,
  payee text not null,
  payee_name text not null,
  payee_kind text not null constraint pay_sheet_line_payee check (payee_kind in ('person', 'unit')),
  roles text not null,
  code text not null,
  name text not null,
  document_no text not null,
  paid_by text not null,
  state text not null,
  -- what is due for the period altogether; null while it cannot be said
  amount_fen bigint,
  -- what an earlier sheet said
  old_fen bigint,
  -- what this sheet pays, and what it keeps back or lets go of
  paid_fen bigint not null,
  held_fen bigint not null,
  sentence text not null,
  why text not null,
  release_id uuid,
  facts jsonb not null,
  primary key (tenant_id, sheet_id, seq),
  constraint pay_sheet_line_sheet foreign key (tenant_id, sheet_id) references pay_sheet (tenant_id, id),
  constraint pay_sheet_line_release foreign key (tenant_id, release_id)
    references pay_release (tenant_id, id),
  constraint pay_sheet_line_adds_up check (
    case kind
      when 'period' then paid_fen + held_fen = coalesce(amount_fen, 0)
      when 'difference' then paid_fen + held_fen = amount_fen - old_fen
      else paid_fen + held_fen = 0
    end)
);
call tenant_table('pay_sheet_line', 'select, insert');
create index pay_sheet_line_payee_code on pay_sheet_line (tenant_id, payee);
create trigger pay_sheet_line_unchanged before update or delete on pay_sheet_line
  for each row execute function refuse_change();

-- Lines come with their sheet: nothing is added to one that was looked at.
create function refuse_late_pay() returns trigger
language plpgsql as $$
begin
  if not exists (select 1 from pay_sheet where tenant_id = new.tenant_id and id = new.sheet_id
      and state = 'draft') then
    raise exception 'the pay sheet is no draft any more';
  end if;
  return new;
end
$$;
create trigger pay_sheet_line_early before insert on pay_sheet_line
  for each row execute function refuse_late_pay();
