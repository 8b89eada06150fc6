-- People and units. The tables of the log-in library stand in a schema of their own; they and the
-- two tables about accounts hold no tenant data: listed exceptions.

create schema login;
grant usage on schema login to oneneedle_app;

create table login."user" (
  "id" text primary key, "name" text not null, "email" text not null unique,
  "emailVerified" boolean not null, "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "username" text constraint user_name_unique unique, "displayUsername" text
);
create table login."session" (
  "id" text primary key, "expiresAt" timestamptz not null, "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null,
  "ipAddress" text, "userAgent" text,
  "userId" text not null references login."user" ("id") on delete cascade
);
create table login."account" (
  "id" text primary key, "accountId" text not null, "providerId" text not null,
  "userId" text not null references login."user" ("id") on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text,
  "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null
);
create table login."verification" (
  "id" text primary key, "identifier" text not null, "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index on login."session" ("userId");
create index on login."account" ("userId");
create index on login."verification" ("identifier");
grant select, insert, update, delete on all tables in schema login to oneneedle_app;

-- What the program itself knows of an account: the first password, failures, an end.
create table account (
  id text primary key references login."user" ("id"),
  must_change_password boolean not null default true,
  failed_count integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  last_sign_in_at timestamptz,
  -- the town that keeps the account: only its administrators reset the password or disable it
  home_id uuid references tenant (id),
  created_at timestamptz not null
);
grant select, insert, update on account to oneneedle_app;

-- Which towns an account may enter; what it may do there is in role_grant.
create table membership (
  account_id text not null references account (id),
  tenant_id uuid not null references tenant (id),
  primary key (account_id, tenant_id)
);
grant select, insert, delete on membership to oneneedle_app;

create table unit (
  tenant_id uuid not null references tenant (id),
  code text not null,
  name text not null,
  -- town, office, station, village, hamlet, branch
  type text not null,
  group_code text,
  parent_code text,
  aliases text[] not null default '{}',
  tags text[] not null default '{}',
  -- exact numbers as text, or dated lists of them; json keeps the order of the columns
  sizes json not null default '{}',
  -- names it had, each with its last day: [{"name": …, "to": …}]
  former_names jsonb not null default '[]',
  from_on date,
  to_on date,
  -- the unit that took it over when it ended
  successor_code text,
  -- order in every list
  position integer not null default 0,
  constraint unit_code_unique primary key (tenant_id, code),
  constraint unit_days check (to_on is null or from_on is null or to_on >= from_on),
  constraint unit_parent foreign key (tenant_id, parent_code) references unit (tenant_id, code)
    deferrable initially deferred,
  constraint unit_successor foreign key (tenant_id, successor_code) references unit (tenant_id, code)
    deferrable initially deferred
);
call tenant_table('unit', 'select, insert, update, delete');

-- A person by an opaque code: the only name of a person in ledger, audit and log.
create table person (
  tenant_id uuid not null references tenant (id),
  code text not null,
  class text not null,
  group_code text,
  tags text[] not null default '{}',
  account_id text references account (id),
  position integer not null default 0,
  constraint person_code_unique primary key (tenant_id, code),
  constraint person_account_unique unique (tenant_id, account_id)
);
call tenant_table('person', 'select, insert, update, delete');

-- Name and contact, outside of every hash: erased when the law says so.
create table person_detail (
  tenant_id uuid not null references tenant (id),
  person_code text not null,
  name text not null,
  phone text,
  erased_at timestamptz,
  primary key (tenant_id, person_code),
  constraint person_detail_person foreign key (tenant_id, person_code)
    references person (tenant_id, code) on delete cascade
);
call tenant_table('person_detail', 'select, insert, update, delete');

-- A post over days; to_on is its last day.
create table post (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_code text not null,
  unit_code text not null,
  role text not null,
  from_on date not null,
  to_on date,
  seconded_to text,
  position integer not null default 0,
  primary key (tenant_id, id),
  constraint post_person foreign key (tenant_id, person_code) references person (tenant_id, code),
  constraint post_unit foreign key (tenant_id, unit_code) references unit (tenant_id, code),
  constraint post_days check (to_on is null or to_on >= from_on)
);
call tenant_table('post', 'select, insert, update, delete');
create index post_unit_code on post (tenant_id, unit_code);
create index post_person_code on post (tenant_id, person_code);

-- A person tied to a unit: 挂点领导, 包村干部, 联户.
create table pairing (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null,
  person_code text not null,
  unit_code text not null,
  from_on date not null,
  to_on date,
  position integer not null default 0,
  primary key (tenant_id, id),
  constraint pairing_person foreign key (tenant_id, person_code) references person (tenant_id, code),
  constraint pairing_unit foreign key (tenant_id, unit_code) references unit (tenant_id, code),
  constraint pairing_days check (to_on is null or to_on >= from_on)
);
call tenant_table('pairing', 'select, insert, update, delete');
create index pairing_unit_code on pairing (tenant_id, unit_code);
create index pairing_person_code on pairing (tenant_id, person_code);

-- What an account may do in this town, from a day to a day.
create table role_grant (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  account_id text not null references account (id),
  role text not null constraint role_grant_role check (role in (
    'administrator', 'assessment-office', 'recorder', 'reviewer', 'leader', 'resident-cadre',
    'village', 'discipline', 'county')),
  -- limited to this unit and what is below it
  unit_code text,
  -- limited to these offices that own clauses; empty is all
  lines text[] not null default '{}',
  -- a substitute named for the year
  substitute boolean not null default false,
  from_on date not null,
  to_on date,
  primary key (tenant_id, id),
  constraint role_grant_unit foreign key (tenant_id, unit_code) references unit (tenant_id, code)
);
call tenant_table('role_grant', 'select, insert, update, delete');
create index role_grant_account on role_grant (tenant_id, account_id);
