-- What every room stands on: tenants, row security, audit, idempotency.
-- The role oneneedle_app exists before the first migration; the program logs in as it.

create function current_tenant() returns uuid
language sql stable
return nullif(current_setting('oneneedle.tenant', true), '')::uuid;

-- Isolates a table by tenant and says what the program may do with its rows.
-- Every table with tenant data is passed through here once, right after it is made.
create procedure tenant_table(name regclass, privileges text)
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format(
    'create policy tenant on %s using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
    name);
  execute format('grant %s on %s to oneneedle_app', privileges, name);
end
$$;

-- A town, or the county office that runs the installation. No tenant data: listed exception.
create table tenant (
  id uuid primary key,
  code text not null constraint tenant_code_unique unique
    constraint tenant_code_form check (code ~ '^[a-z][a-z0-9-]{1,29}$'),
  name text not null,
  kind text not null constraint tenant_kind check (kind in ('town', 'county')),
  county_id uuid references tenant (id),
  created_at timestamptz not null default now()
);
grant select, insert, update on tenant to oneneedle_app;

-- One row for every write that was committed. Values of personal fields are digests.
create table audit (
  tenant_id uuid not null references tenant (id),
  id bigint generated always as identity,
  at timestamptz not null,
  account_id text not null,
  on_behalf_of text,
  deed text not null,
  input jsonb not null,
  request_id text not null,
  primary key (tenant_id, id)
);
call tenant_table('audit', 'select, insert');
create index audit_at on audit (tenant_id, at);

-- What outside of any town was done: set-up, accounts, log-in. No tenant data: listed exception.
create table installation_audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account_id text,
  deed text not null,
  input jsonb not null,
  request_id text not null
);
grant select, insert on installation_audit to oneneedle_app;

-- The reply to a creating request, so that a repeated request creates nothing and hears the same.
create table idempotency (
  tenant_id uuid not null references tenant (id),
  account_id text not null,
  key text not null,
  deed text not null,
  request_sha256 text not null,
  reply jsonb,
  at timestamptz not null,
  primary key (tenant_id, account_id, key)
);
call tenant_table('idempotency', 'select, insert, update, delete');
