-- What keeps an account its owner's. An account stands above towns, so these tables hold no tenant
-- data: listed exceptions.

-- The second step: a secret shared with the owner's telephone. Until confirmed_at it asks for nothing.
create table second_step (
  account_id text primary key references account (id),
  -- sealed with the secret of the installation
  sealed_secret text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  -- the half minute of the last code: a code is taken once
  last_used_step bigint not null default 0
);
grant select, insert, update, delete on second_step to oneneedle_app;

-- What is printed for the day the telephone is lost; each is taken once.
create table backup_code (
  account_id text not null references account (id),
  digest text not null,
  used_at timestamptz,
  primary key (account_id, digest)
);
grant select, insert, update, delete on backup_code to oneneedle_app;

-- Where and when an account signed in or failed to, for its owner; kept for a year.
create table sign_in (
  id bigint generated always as identity primary key,
  account_id text not null references account (id),
  at timestamptz not null,
  way text not null constraint sign_in_way check (way in ('password', 'identity')),
  outcome text not null
    constraint sign_in_outcome check (outcome in ('entered', 'wrong-password', 'wrong-code')),
  -- without its last part
  address text not null,
  browser text not null
);
grant select, insert, delete on sign_in to oneneedle_app;
create index sign_in_account on sign_in (account_id, at);

-- What a machine shows instead of a password, in one town.
create table access_token (
  id uuid primary key,
  account_id text not null references account (id),
  town_id uuid not null references tenant (id),
  name text not null,
  digest text not null constraint access_token_digest_unique unique,
  -- {"ledger": "read", …}: what it may do in each room
  scope jsonb not null,
  -- its last day
  expires_on date not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  last_address text,
  ended_at timestamptz
);
grant select, insert, update on access_token to oneneedle_app;
create index access_token_account on access_token (account_id);

-- A unified identity of elsewhere, bound to an account by its owner.
create table identity (
  issuer text not null,
  -- the provider's own number of the person
  subject text not null,
  account_id text not null references account (id),
  bound_at timestamptz not null,
  constraint identity_bound_once primary key (issuer, subject),
  constraint identity_one_an_account unique (issuer, account_id)
);
grant select, insert, delete on identity to oneneedle_app;

-- A role held in somebody's place: in force only while the role that it stands in for is.
alter table role_grant add column in_place_of uuid;
alter table role_grant add constraint role_grant_in_place_of
  foreign key (tenant_id, in_place_of) references role_grant (tenant_id, id)
  on delete cascade deferrable initially deferred; -- a backup brings them back in any order

-- In whose place a substitute did a deed, and with which token a machine did it.
alter table audit add column in_place_of text[] not null default '{}';
alter table audit add column access_token text;
