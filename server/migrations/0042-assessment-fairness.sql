-- Who opened the fairness report of a period before it is published, when, and at which state of the ledger.
create table fairness_reading (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  line text not null,
  period text not null,
  -- person by opaque code, or account
  read_by text not null,
  read_at timestamptz not null,
  -- facts that the ledger had: what was posted afterwards was not read
  ledger_size bigint not null,
  primary key (tenant_id, id)
);
call tenant_table('fairness_reading', 'select, insert');
create index fairness_reading_of_period on fairness_reading (tenant_id, line, period, read_at);
