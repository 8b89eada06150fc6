-- What of the one list leaves the program: plain links of villages, calendars, one e-mail a day.

-- What a town decided about it; no row: nothing leaves.
create table desk_setting (
  tenant_id uuid not null references tenant (id),
  -- number of the decision that lets villages read their list on a plain link; null: off
  link_decision text,
  -- whom a village calls: on the paper and on the link
  link_contact text not null default '',
  changed_at timestamptz not null,
  changed_by text not null references account (id),
  primary key (tenant_id)
);
call tenant_table('desk_setting', 'select, insert, update');

-- An address that shows the list of one village to whoever has the number from the paper.
create table plain_link (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  unit_code text not null,
  -- neither the token nor the number is kept
  token_digest text not null,
  pin_hash text not null,
  created_by text not null references account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- wrong numbers since the last right one; at five it is shut for good
  failed_count integer not null default 0,
  locked_at timestamptz,
  ended_at timestamptz,
  primary key (tenant_id, id),
  constraint plain_link_token unique (token_digest),
  constraint plain_link_unit foreign key (tenant_id, unit_code) references unit (tenant_id, code)
    deferrable initially deferred
);
call tenant_table('plain_link', 'select, insert, update');
-- one living link a village
create unique index plain_link_living on plain_link (tenant_id, unit_code) where ended_at is null;

-- Every reading of a plain link and every wrong number; it only grows.
create table plain_link_reading (
  tenant_id uuid not null references tenant (id),
  id bigint generated always as identity,
  link_id uuid not null,
  at timestamptz not null,
  outcome text not null
    constraint plain_link_outcome check (outcome in ('read', 'wrong-pin', 'locked')),
  -- without its last part
  address text not null,
  primary key (tenant_id, id),
  constraint plain_link_reading_link foreign key (tenant_id, link_id)
    references plain_link (tenant_id, id) deferrable initially deferred
);
call tenant_table('plain_link_reading', 'select, insert');
create index plain_link_reading_of on plain_link_reading (tenant_id, link_id, at);

-- The secret address at which the calendar of a telephone asks for the days of one account.
create table calendar_feed (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  account_id text not null references account (id),
  token_digest text not null,
  created_at timestamptz not null,
  -- to the hour
  last_read_at timestamptz,
  ended_at timestamptz,
  primary key (tenant_id, id),
  constraint calendar_feed_token unique (token_digest)
);
call tenant_table('calendar_feed', 'select, insert, update');
create unique index calendar_feed_living on calendar_feed (tenant_id, account_id)
  where ended_at is null;

-- Where somebody wants one e-mail a day; whoever has no row gets none.
create table digest_choice (
  tenant_id uuid not null references tenant (id),
  account_id text not null references account (id),
  email text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, account_id)
);
call tenant_table('digest_choice', 'select, insert, update, delete');

-- One e-mail an account and day, claimed before it is sent: a second run finds it claimed.
create table digest_sent (
  tenant_id uuid not null references tenant (id),
  account_id text not null references account (id),
  on_day date not null,
  claimed_at timestamptz not null,
  -- null: the run broke off, and nobody knows whether it went out
  sent_at timestamptz,
  lines integer not null,
  -- last day that was near, so that the next one knows what came near since
  near_until date not null,
  primary key (tenant_id, account_id, on_day)
);
call tenant_table('digest_sent', 'select, insert, update, delete');
