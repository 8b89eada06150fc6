-- Signs hung at village offices and work chat groups that villages must be in, counted down.

create table village_sign (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  unit_code text not null,
  kind text not null constraint village_sign_kind check (kind in ('sign', 'group')),
  name text not null,
  -- code of the office that hung or started it, or the name of one outside of the town
  office text not null,
  basis text not null default '',
  -- the rules allow it: it stays
  is_kept boolean not null default false,
  -- hung or started on, where anybody knows
  since_on date,
  counted_on date not null,
  ended_on date,
  ended_how text not null default '',
  -- where the picture or the paper of its end is
  evidence text not null default '',
  -- somebody noted that nothing happens in the group; nothing is read from any chat
  idle_on date,
  -- code of that person
  idle_by text,
  primary key (tenant_id, id),
  constraint village_sign_counted unique (tenant_id, unit_code, kind, name, counted_on),
  constraint village_sign_unit foreign key (tenant_id, unit_code) references unit (tenant_id, code)
    deferrable initially deferred,
  constraint village_sign_end check (ended_on is null or ended_on >= counted_on),
  constraint village_sign_since check (since_on is null or since_on <= counted_on),
  constraint village_sign_kept check (not is_kept or basis <> ''),
  constraint village_sign_idle check (idle_on is null or kind = 'group')
);
call tenant_table('village_sign', 'select, insert, update');
create unique index village_sign_living on village_sign (tenant_id, unit_code, kind, name)
  where ended_on is null;

-- How many a village may have, by the document in which the town said so.
create table sign_limit (
  tenant_id uuid not null references tenant (id),
  kind text not null constraint sign_limit_kind check (kind in ('sign', 'group')),
  allowed integer not null constraint sign_limit_allowed check (allowed between 0 and 999),
  document text not null,
  primary key (tenant_id, kind)
);
call tenant_table('sign_limit', 'select, insert, update, delete');
