-- The robot of a town's chat group: off until a decision is named; it says how many wait, nothing else.
alter table desk_setting add column robot_decision text;
-- carries the key of the group: shown to nobody again
alter table desk_setting add column robot_url text;

-- One message a town and day, claimed before it is sent: a second run finds it claimed.
create table robot_sent (
  tenant_id uuid not null references tenant (id),
  on_day date not null,
  claimed_at timestamptz not null,
  sent_at timestamptz,
  lines integer not null,
  primary key (tenant_id, on_day)
);
call tenant_table('robot_sent', 'select, insert, update');
