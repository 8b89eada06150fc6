-- What was written of a campaign is corrected while it runs; what stood is kept.

-- counts every correction, so that two people do not write over what they did not see
alter table campaign add column version integer not null default 1
  constraint campaign_version check (version >= 1);

-- A correction of a campaign, or its end moved by a leader: never changed.
create table campaign_deed (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  campaign_id uuid not null,
  seq integer not null constraint campaign_deed_seq check (seq >= 1),
  deed text not null constraint campaign_deed_deed check (deed in ('correct', 'moveEnd')),
  -- [{field, from, to}] in the words of the page
  changes jsonb not null,
  reason text not null,
  account_id text not null references account (id),
  person text not null,
  -- persons in whose place a substitute acted
  in_place_of text[] not null default '{}',
  at timestamptz not null,
  primary key (tenant_id, id),
  constraint campaign_deed_order unique (tenant_id, campaign_id, seq),
  constraint campaign_deed_campaign foreign key (tenant_id, campaign_id)
    references campaign (tenant_id, id)
);
call tenant_table('campaign_deed', 'select, insert');
create trigger campaign_deed_unchanged before update or delete on campaign_deed
  for each row execute function refuse_change();
create trigger campaign_deed_untruncated before truncate on campaign_deed
  for each statement execute function refuse_change();

-- What of a spot a correction changed: [{field, from, to}] in the words of the page.
alter table spot_deed add column changes jsonb not null default '[]';

-- A spot that should never have stood on the list, such as one entered twice: it counts nowhere.
alter table campaign_spot drop constraint campaign_spot_state;
alter table campaign_spot add constraint campaign_spot_state
  check (state in ('open', 'closed', 'handed', 'left', 'struck'));
alter table spot_deed drop constraint spot_deed_deed;
alter table spot_deed add constraint spot_deed_deed check (deed in (
  'add', 'change', 'advance', 'moveBack', 'prove', 'earn', 'close', 'reopen', 'hand', 'leave',
  'strike'));

-- In whose place the change was said: they do not conclude that it kept.
alter table retrospective add column changed_in_place_of text[] not null default '{}';
