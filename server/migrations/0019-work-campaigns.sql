-- Campaigns with their numbered spots, retrospectives, and the circular of a month.

-- A campaign: a goal, a list, a term, an owner. It ends by itself after its last day.
create table campaign (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null,
  goal text not null,
  -- what is to be reached, as an exact decimal and its unit: 24 处
  goal_quantity text constraint campaign_goal_quantity
    check (goal_quantity ~ '^\d{1,12}(\.\d{1,6})?$'),
  goal_unit text not null default '',
  -- the paper that it rests on
  source text not null,
  owner_person text not null,
  owner_office text not null,
  villages text[] not null constraint campaign_villages check (cardinality(villages) > 0),
  from_on date not null,
  to_on date not null,
  stages text[] not null constraint campaign_stages check (cardinality(stages) between 1 and 8),
  created_by_account text not null references account (id),
  created_by text not null,
  created_at timestamptz not null,
  -- when the program noticed that its last day was over, and told its owner
  ended_at timestamptz,
  primary key (tenant_id, id),
  constraint campaign_name unique (tenant_id, name, from_on),
  constraint campaign_days check (to_on >= from_on),
  constraint campaign_owner foreign key (tenant_id, owner_office) references unit (tenant_id, code)
);
call tenant_table('campaign', 'select, insert, update');

-- A place or thing on the list of a campaign, closed one by one.
create table campaign_spot (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  campaign_id uuid not null,
  number text not null,
  village text not null,
  place text not null,
  kind text not null,
  quantity text constraint campaign_spot_quantity check (quantity ~ '^\d{1,12}(\.\d{1,6})?$'),
  unit text not null default '',
  -- place in the stages of the campaign, from 0
  stage integer not null constraint campaign_spot_stage check (stage >= 0),
  income_fen bigint not null default 0 constraint campaign_spot_income check (income_fen >= 0),
  found_on date,
  state text not null constraint campaign_spot_state
    check (state in ('open', 'closed', 'handed', 'left')),
  -- the item that it was handed to
  item_id uuid,
  -- counts every deed, so that two people do not act on what they did not see
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint campaign_spot_number unique (tenant_id, campaign_id, number),
  constraint campaign_spot_campaign foreign key (tenant_id, campaign_id)
    references campaign (tenant_id, id),
  constraint campaign_spot_village foreign key (tenant_id, village)
    references unit (tenant_id, code),
  constraint campaign_spot_item foreign key (tenant_id, item_id)
    references work_item (tenant_id, id),
  constraint campaign_spot_handed check ((state = 'handed') = (item_id is not null))
);
call tenant_table('campaign_spot', 'select, insert, update');

-- What was done with a spot: never changed.
create table spot_deed (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  spot_id uuid not null,
  seq integer not null constraint spot_deed_seq check (seq >= 1),
  deed text not null constraint spot_deed_deed check (deed in (
    'add', 'change', 'advance', 'moveBack', 'prove', 'earn', 'close', 'reopen', 'hand', 'leave')),
  from_stage integer,
  to_stage integer not null,
  to_state text not null,
  account_id text not null references account (id),
  person text not null,
  -- persons in whose place a substitute acted
  in_place_of text[] not null default '{}',
  -- the village for which a resident cadre spoke, and how it said so
  on_behalf_of text,
  how text constraint spot_deed_how check (how in ('telephone', 'inPerson', 'paper')),
  at timestamptz not null,
  note text,
  -- evidence, and whether it shows the spot before or after the work
  shows text constraint spot_deed_shows check (shows in ('before', 'after')),
  evidence text[] not null default '{}',
  income_fen bigint,
  primary key (tenant_id, id),
  constraint spot_deed_order unique (tenant_id, spot_id, seq),
  constraint spot_deed_spot foreign key (tenant_id, spot_id)
    references campaign_spot (tenant_id, id),
  constraint spot_deed_behalf check ((on_behalf_of is null) = (how is null)),
  constraint spot_deed_evidence check ((shows is null) = (cardinality(evidence) = 0))
);
call tenant_table('spot_deed', 'select, insert');
create trigger spot_deed_unchanged before update or delete on spot_deed
  for each row execute function refuse_change();
create trigger spot_deed_untruncated before truncate on spot_deed
  for each statement execute function refuse_change();

-- A problem, why it came about, what was changed, and the figure that tells whether it helped.
create table retrospective (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  problem text not null,
  found_on date not null,
  -- where it came up: a meeting, an inspection, a paper
  source text not null default '',
  -- the office or village that it concerns
  unit text,
  owner_person text not null,
  cause text,
  cause_at timestamptz,
  cause_by text,
  change_kind text constraint retrospective_change_kind check (change_kind in ('item', 'clause')),
  change_note text,
  item_id uuid,
  -- scheme line and code of the clause whose change is proposed
  clause_line text,
  clause_code text,
  changed_at timestamptz,
  changed_by text,
  -- the figure that is looked at later
  figure text,
  figure_before text,
  figure_wanted text,
  look_on date,
  -- when the line for the look was opened
  look_opened_at timestamptz,
  result text constraint retrospective_result check (result in ('kept', 'notKept')),
  figure_found text,
  conclusion text,
  concluded_at timestamptz,
  concluded_by text,
  created_by_account text not null references account (id),
  created_by text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint retrospective_item foreign key (tenant_id, item_id)
    references work_item (tenant_id, id),
  constraint retrospective_unit foreign key (tenant_id, unit) references unit (tenant_id, code),
  constraint retrospective_caused check ((cause is null) = (cause_at is null)),
  constraint retrospective_changed check (
    (change_kind is null) = (changed_at is null)
    and (change_kind is null or cause is not null)
    and (item_id is not null) = (change_kind is not null and change_kind = 'item')
    and (clause_code is not null) = (change_kind is not null and change_kind = 'clause')),
  constraint retrospective_looked check (
    (change_kind is null) = (look_on is null) and (look_on is null) = (figure is null)),
  constraint retrospective_concluded check (
    (result is null) = (concluded_at is null) and (result is null or change_kind is not null))
);
call tenant_table('retrospective', 'select, insert, update');

-- The circular of a month, with the figures as they stood when it was issued.
create table circular (
  tenant_id uuid not null references tenant (id),
  month text not null constraint circular_month check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  -- what it says: counts, items by number, the burden meter
  facts jsonb not null,
  -- the last deed that it knows
  edition_at timestamptz,
  issued_by_account text not null references account (id),
  issued_by text not null,
  issued_at timestamptz not null,
  primary key (tenant_id, month)
);
call tenant_table('circular', 'select, insert');
create trigger circular_unchanged before update or delete on circular
  for each row execute function refuse_change();

alter table work_item add constraint work_item_campaign
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id);

-- A spot cites evidence too; what it cites stays, as with facts.
alter table evidence_use drop constraint evidence_use_cited_by;
alter table evidence_use add constraint evidence_use_cited_by
  check (cited_by in ('entry', 'fact', 'spot'));
