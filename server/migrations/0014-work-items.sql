-- Items: what somebody asked and somebody must do, with the whole course of handling.

-- The last number given in a year. A number is given once and never again.
create table work_item_counter (
  tenant_id uuid not null references tenant (id),
  year integer not null,
  last integer not null constraint work_item_counter_last check (last >= 1),
  primary key (tenant_id, year)
);
call tenant_table('work_item_counter', 'select, insert, update');

-- Work that comes back every month, quarter, half-year or year; never daily or weekly.
create table work_recurring (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  title text not null,
  requirement text not null default '',
  every text not null constraint work_recurring_every
    check (every in ('month', 'quarter', 'halfYear', 'year')),
  -- calendar days from the first day of the period to the day it is due; a day of rest gives way
  due_after_days integer not null constraint work_recurring_due check (due_after_days between 0 and 365),
  lead_unit text not null,
  accountable text not null,
  starts_on date not null,
  ends_on date,
  created_by_account text not null references account (id),
  created_by text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint work_recurring_lead foreign key (tenant_id, lead_unit) references unit (tenant_id, code),
  constraint work_recurring_days check (ends_on is null or ends_on >= starts_on)
);
call tenant_table('work_recurring', 'select, insert, update');

-- One thing that is asked. Its state is what its deeds say; it stands here to be found quickly.
create table work_item (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  -- 〔2026〕12号 as year and number; null until it is registered
  year integer,
  number integer,
  -- the county's own number of supervision
  upper_no text,
  form text not null constraint work_item_form check (form in ('supervised', 'oneLine')),
  title text not null,
  requirement text not null default '',
  -- where it comes from: {kind, document, no, on, by, sentence}
  source jsonb not null,
  urgency text not null default 'normal'
    constraint work_item_urgency check (urgency in ('normal', 'urgent', 'special')),
  -- the unit that leads: an office, or a village
  lead_unit text,
  support_units text[] not null default '{}',
  -- code of the one person who answers for it
  accountable text,
  -- villages that must do something for it
  units text[] not null default '{}',
  starts_on date,
  due_on date,
  feedback text not null default 'once'
    constraint work_item_feedback check (feedback in ('once', 'month', 'quarter')),
  state text not null constraint work_item_state check (state in (
    'draft', 'registered', 'proposed', 'assigned', 'acknowledged', 'inProgress',
    'extensionRequested', 'urged', 'onSite', 'reported', 'underReview', 'sentBack', 'accepted',
    'closedOut', 'archived', 'withdrawn')),
  -- the slip that was issued last
  colour text constraint work_item_colour check (colour in ('blue', 'orange', 'red')),
  goal_id uuid,
  campaign_id uuid,
  -- the item whose new instruction, or failed look-back, this one follows
  follows uuid,
  merged_into uuid,
  recurring_id uuid,
  period text,
  -- instructions of leaders are work secrets: not on a plain link, not on a village's page
  is_withheld boolean not null default false,
  -- the office that asks, where one does
  issuer_unit text,
  created_by_account text not null references account (id),
  created_by text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  -- counts every deed, so that two people do not act on what they did not see
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint work_item_number_unique unique (tenant_id, year, number),
  constraint work_item_recurring_once unique (tenant_id, recurring_id, period),
  constraint work_item_numbered check ((year is null) = (number is null)),
  constraint work_item_lead foreign key (tenant_id, lead_unit) references unit (tenant_id, code),
  constraint work_item_follows foreign key (tenant_id, follows) references work_item (tenant_id, id),
  constraint work_item_merged foreign key (tenant_id, merged_into)
    references work_item (tenant_id, id),
  constraint work_item_recurring foreign key (tenant_id, recurring_id)
    references work_recurring (tenant_id, id)
);
call tenant_table('work_item', 'select, insert, update');
create index work_item_open on work_item (tenant_id, due_on)
  where state not in ('closedOut', 'archived', 'withdrawn');
create index work_item_lead_unit on work_item (tenant_id, lead_unit, state);
create index work_item_accountable on work_item (tenant_id, accountable, state);
create index work_item_merged_into on work_item (tenant_id, merged_into) where merged_into is not null;
create index work_item_follows_id on work_item (tenant_id, follows) where follows is not null;

-- The course of handling: every deed on an item, never changed.
create table item_deed (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  item_id uuid not null,
  seq integer not null constraint item_deed_seq check (seq >= 1),
  deed text not null,
  -- null for the deed that made the item
  from_state text,
  to_state text not null,
  -- whose request it was, and who that is in the roster; null where the program did it by the clock
  account_id text references account (id),
  person text,
  -- persons in whose place a substitute acted
  in_place_of text[] not null default '{}',
  -- the village for which a resident cadre spoke, and how it said so
  on_behalf_of text,
  how text constraint item_deed_how check (how in ('telephone', 'inPerson', 'paper')),
  at timestamptz not null,
  note text,
  due_from date,
  due_to date,
  -- the six checks, each true; or {"holds": …} of a look-back; or {"outcome": …}
  checks jsonb,
  colour text,
  primary key (tenant_id, id),
  constraint item_deed_order unique (tenant_id, item_id, seq),
  constraint item_deed_item foreign key (tenant_id, item_id) references work_item (tenant_id, id),
  constraint item_deed_behalf check ((on_behalf_of is null) = (how is null))
);
call tenant_table('item_deed', 'select, insert');
create trigger item_deed_unchanged before update or delete on item_deed
  for each row execute function refuse_change();
create trigger item_deed_untruncated before truncate on item_deed
  for each statement execute function refuse_change();

-- Which kind of fact the town records for an outcome that a checker confirmed.
create table work_outcome (
  tenant_id uuid not null references tenant (id),
  outcome text not null constraint work_outcome_outcome
    check (outcome in ('doneLate', 'notDoneAfterUrging', 'doneBadly')),
  kind text not null,
  primary key (tenant_id, outcome)
);
call tenant_table('work_outcome', 'select, insert, update, delete');
