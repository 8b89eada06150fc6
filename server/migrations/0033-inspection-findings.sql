-- What was done about a finding: never changed.
create table finding_deed (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  finding_id uuid not null,
  seq integer not null constraint finding_deed_seq check (seq >= 1),
  deed text not null constraint finding_deed_deed
    check (deed in ('find', 'rectify', 'recheck', 'drop')),
  account_id text references account (id),
  person text,
  note text,
  -- what somebody else found when it was looked at again
  result text constraint finding_deed_result check (result in ('rectified', 'notYet')),
  evidence text[] not null default '{}',
  -- the item that it was sent out as
  item_id uuid,
  at timestamptz not null,
  primary key (tenant_id, id),
  constraint finding_deed_order unique (tenant_id, finding_id, seq),
  constraint finding_deed_finding foreign key (tenant_id, finding_id)
    references inspection_finding (tenant_id, id),
  constraint finding_deed_item foreign key (tenant_id, item_id)
    references work_item (tenant_id, id),
  constraint finding_deed_checked check ((deed = 'recheck') = (result is not null))
);
call tenant_table('finding_deed', 'select, insert');
create trigger finding_deed_unchanged before update or delete on finding_deed
  for each row execute function refuse_change();
create trigger finding_deed_untruncated before truncate on finding_deed
  for each statement execute function refuse_change();

-- What one visit found goes through the gate once: the other items that a demand sends with its first.
alter table demand add column also text[] not null default '{}';
