-- Lists of the district on which the town is compared with others, as they were printed.
create table benchmark_list (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null,
  -- who issued it, and the paper that it stands in
  issuer text not null,
  document text not null default '',
  -- a month, quarter, half-year or year
  period text not null,
  -- rows and cells as they were typed, head first; what they mean is read anew
  cells jsonb not null,
  version integer not null default 1 constraint benchmark_list_version check (version >= 1),
  recorded_by text not null,
  recorded_at timestamptz not null,
  changed_by text,
  changed_at timestamptz,
  primary key (tenant_id, id),
  constraint benchmark_list_once unique (tenant_id, name, issuer, period)
);
call tenant_table('benchmark_list', 'select, insert, update');
