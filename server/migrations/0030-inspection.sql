-- Inspection: check sheets, rounds with their draw, visits, what was written on the spot, findings.

-- A check sheet in its versions. A version that a round uses never changes again.
create table inspection_template (
  tenant_id uuid not null references tenant (id),
  code text not null constraint inspection_template_code check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  version integer not null constraint inspection_template_version check (version >= 1),
  name text not null,
  subjects text not null constraint inspection_template_subjects
    check (subjects in ('village', 'hamlet', 'centre')),
  -- the office that inspects by it
  office text not null,
  -- line of the scheme whose clauses make points of what is found
  scheme_line text,
  cadence text not null constraint inspection_template_cadence
    check (cadence in ('month', 'quarter', 'year')),
  mode text not null constraint inspection_template_mode check (mode in ('unannounced', 'open')),
  -- one sheet a visit, or one of each inspector
  sheets text not null constraint inspection_template_sheets check (sheets in ('team', 'each')),
  -- the way that is gone in every village: 环村一圈
  route text not null default '',
  -- how many places and households are drawn in a village
  places integer not null default 0 constraint inspection_template_places check (places between 0 and 50),
  households integer not null default 0
    constraint inspection_template_households check (households between 0 and 50),
  lines jsonb not null,
  -- counts the changes of a draft, so that two people do not write over each other
  revision integer not null default 1,
  state text not null constraint inspection_template_state
    check (state in ('draft', 'inUse', 'retired')),
  created_by_account text not null references account (id),
  created_by text not null,
  created_at timestamptz not null,
  primary key (tenant_id, code, version),
  constraint inspection_template_office foreign key (tenant_id, office)
    references unit (tenant_id, code)
);
call tenant_table('inspection_template', 'select, insert, update');

-- One check sheet gone through in one month, quarter or year.
create table inspection_round (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  template text not null,
  template_version integer not null,
  -- 2026-11, 2026-Q4 or 2026
  period text not null,
  office text not null,
  mode text not null constraint inspection_round_mode check (mode in ('unannounced', 'open')),
  from_on date not null,
  to_on date not null,
  state text not null constraint inspection_round_state
    check (state in ('planned', 'drawn', 'going', 'closed', 'missed', 'withdrawn')),
  -- why it was withdrawn, or what the office says about having missed it
  reason text,
  -- the item about the office that did not go
  item_id uuid,
  version integer not null default 1,
  created_by_account text not null references account (id),
  created_by text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id),
  constraint inspection_round_template foreign key (tenant_id, template, template_version)
    references inspection_template (tenant_id, code, version),
  constraint inspection_round_office foreign key (tenant_id, office)
    references unit (tenant_id, code),
  constraint inspection_round_item foreign key (tenant_id, item_id)
    references work_item (tenant_id, id),
  constraint inspection_round_days check (to_on >= from_on)
);
call tenant_table('inspection_round', 'select, insert, update');
create unique index inspection_round_once on inspection_round (tenant_id, template, period)
  where state <> 'withdrawn';

-- A draw, with all that is needed to do it again. A second draw of the same is a new row with a reason.
create table inspection_draw (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  round_id uuid not null,
  seq integer not null constraint inspection_draw_seq check (seq >= 1),
  what text not null constraint inspection_draw_what
    check (what in ('inspectors', 'subjects', 'places', 'households')),
  -- the village within which it was drawn; empty for the whole round
  subject text not null default '',
  seed text not null constraint inspection_draw_seed check (seed ~ '^[0-9a-f]{32}$'),
  candidates text[] not null,
  -- codes that could not be drawn, each with why
  recused jsonb not null default '[]',
  chosen text[] not null,
  reason text,
  account_id text not null references account (id),
  person text not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  constraint inspection_draw_order unique (tenant_id, round_id, seq),
  constraint inspection_draw_round foreign key (tenant_id, round_id)
    references inspection_round (tenant_id, id),
  constraint inspection_draw_chosen check (chosen <@ candidates)
);
call tenant_table('inspection_draw', 'select, insert');
create trigger inspection_draw_unchanged before update or delete on inspection_draw
  for each row execute function refuse_change();
create trigger inspection_draw_untruncated before truncate on inspection_draw
  for each statement execute function refuse_change();

-- One round at one place.
create table inspection_visit (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  round_id uuid not null,
  -- the village or hamlet that is looked at
  subject text not null,
  -- the village that it is or belongs to
  village text not null,
  inspectors text[] not null default '{}',
  places text[] not null default '{}',
  -- numbers of the village's households, never names
  households integer[] not null default '{}',
  planned_on date,
  state text not null constraint inspection_visit_state
    check (state in ('planned', 'gone', 'missed', 'withdrawn')),
  -- the visit of another office with which one journey is made
  merged_with uuid,
  reason text,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint inspection_visit_once unique (tenant_id, round_id, subject),
  constraint inspection_visit_round foreign key (tenant_id, round_id)
    references inspection_round (tenant_id, id),
  constraint inspection_visit_subject foreign key (tenant_id, subject)
    references unit (tenant_id, code),
  constraint inspection_visit_village foreign key (tenant_id, village)
    references unit (tenant_id, code),
  constraint inspection_visit_merged foreign key (tenant_id, merged_with)
    references inspection_visit (tenant_id, id)
);
call tenant_table('inspection_visit', 'select, insert, update');
create index inspection_visit_village_on on inspection_visit (tenant_id, village, planned_on);

-- Days on which nobody inspects: an election, the harvest, a flood.
create table quiet_period (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  -- empty: every village
  villages text[] not null default '{}',
  from_on date not null,
  to_on date not null,
  reason text not null,
  document text not null default '',
  created_by text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  constraint quiet_period_days check (to_on >= from_on)
);
call tenant_table('quiet_period', 'select, insert, update');

-- What a town settled about inspecting: the cap, and by what paper the page of the field is let.
create table inspection_setting (
  tenant_id uuid not null references tenant (id),
  -- visits that one village bears in a month
  visits_a_month integer not null default 2
    constraint inspection_setting_cap check (visits_a_month between 1 and 31),
  -- number of the filing or of the written opinion; without it the page of the field is off
  filing_no text,
  filing_on date,
  filing_by text,
  primary key (tenant_id),
  constraint inspection_setting_filing check ((filing_no is null) = (filing_on is null))
);
call tenant_table('inspection_setting', 'select, insert, update');

-- What one inspector, or one team, wrote at one place. Its id is made where it is written.
create table inspection_sheet (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  visit_id uuid not null,
  template text not null,
  template_version integer not null,
  account_id text not null references account (id),
  person text not null,
  -- on the phone, on paper and entered at the office, or from a file of the phone
  origin text not null constraint inspection_sheet_origin check (origin in ('field', 'paper', 'file')),
  -- counts what the device saved; the highest is what its writer means
  revision integer not null constraint inspection_sheet_revision check (revision >= 1),
  digest text not null constraint inspection_sheet_digest check (digest ~ '^[0-9a-f]{64}$'),
  answers jsonb not null,
  -- what a representative of the village said on the spot
  statement text not null default '',
  signature text not null default 'none' constraint inspection_sheet_signature
    check (signature in ('none', 'signed', 'paper', 'refused')),
  -- the photos that belong to it: hash as taken, line, and the evidence once it arrived
  photos jsonb not null default '[]',
  -- seconds by which the clock of the device was ahead of ours when it last saved
  clock_ahead integer not null default 0,
  -- another sheet of the same visit counts; this one is kept and shown
  is_spare boolean not null default false,
  state text not null constraint inspection_sheet_state
    check (state in ('draft', 'sent', 'toConfirm', 'confirmed', 'objected', 'settled', 'counted')),
  saved_at timestamptz not null,
  sent_at timestamptz,
  -- when the village was told, and the last day on which it confirms or objects
  told_on date,
  confirm_until date,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint inspection_sheet_visit foreign key (tenant_id, visit_id)
    references inspection_visit (tenant_id, id),
  constraint inspection_sheet_template foreign key (tenant_id, template, template_version)
    references inspection_template (tenant_id, code, version),
  constraint inspection_sheet_sent check ((state = 'draft') = (sent_at is null))
);
call tenant_table('inspection_sheet', 'select, insert, update');
create index inspection_sheet_visit_state on inspection_sheet (tenant_id, visit_id, state);

-- What was done with a sheet after it was sent: never changed. Answers that were changed stay here.
create table sheet_deed (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  sheet_id uuid not null,
  seq integer not null constraint sheet_deed_seq check (seq >= 1),
  deed text not null constraint sheet_deed_deed check (deed in (
    'send', 'tell', 'confirm', 'object', 'settle', 'change', 'count', 'lapse')),
  account_id text references account (id),
  person text,
  -- the village for which it was said, and how
  on_behalf_of text,
  how text constraint sheet_deed_how check (how in ('onSite', 'telephone', 'inPerson', 'paper')),
  note text,
  answers_before jsonb,
  at timestamptz not null,
  primary key (tenant_id, id),
  constraint sheet_deed_order unique (tenant_id, sheet_id, seq),
  constraint sheet_deed_sheet foreign key (tenant_id, sheet_id)
    references inspection_sheet (tenant_id, id)
);
call tenant_table('sheet_deed', 'select, insert');
create trigger sheet_deed_unchanged before update or delete on sheet_deed
  for each row execute function refuse_change();
create trigger sheet_deed_untruncated before truncate on sheet_deed
  for each statement execute function refuse_change();

-- One thing that was wrong at one place: put right by an item, looked at again by another person.
create table inspection_finding (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  sheet_id uuid not null,
  line text not null,
  subject text not null,
  village text not null,
  place text not null,
  severity text not null constraint inspection_finding_severity
    check (severity in ('onTheSpot', 'three', 'seven', 'fifteen')),
  found_on date not null,
  due_on date not null,
  -- evidence of how it was, and of how it was found again
  before text[] not null default '{}',
  after text[] not null default '{}',
  -- the finding that it repeats
  repeats uuid,
  item_id uuid,
  state text not null constraint inspection_finding_state
    check (state in ('found', 'toRectify', 'rectified', 'dropped')),
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint inspection_finding_sheet foreign key (tenant_id, sheet_id)
    references inspection_sheet (tenant_id, id),
  constraint inspection_finding_village foreign key (tenant_id, village)
    references unit (tenant_id, code),
  constraint inspection_finding_repeats foreign key (tenant_id, repeats)
    references inspection_finding (tenant_id, id),
  constraint inspection_finding_item foreign key (tenant_id, item_id)
    references work_item (tenant_id, id)
);
call tenant_table('inspection_finding', 'select, insert, update');
create index inspection_finding_village_line
  on inspection_finding (tenant_id, village, line, found_on);

-- Evidence may be cited by a sheet.
alter table evidence_use drop constraint evidence_use_cited_by;
alter table evidence_use add constraint evidence_use_cited_by
  check (cited_by in ('entry', 'fact', 'spot', 'item', 'sheet'));
