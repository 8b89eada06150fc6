-- The one list: what waits for whom. Rooms open a line with what they do and close it with what ends it.

create table desk_line (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  -- the room that opened it, and what kind of waiting it is there: ledger, review
  room text not null,
  kind text not null,
  -- what it is about, in that room's words: the id of an entry, line and period
  about text not null,
  title text not null,
  detail text not null default '',
  -- who it waits for: any of these roles, within this line of work and unit if they are named ...
  roles text[] not null,
  line text,
  unit_code text,
  -- ... or one account; and never the account that made it wait
  account_id text references account (id),
  except_account_id text references account (id),
  due_on date,
  -- where it is done, within the town's pages: /ledger/entries/…
  address text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id)
);
call tenant_table('desk_line', 'select, insert, update');
create unique index desk_line_open on desk_line (tenant_id, room, kind, about) where closed_at is null;
create index desk_line_waiting on desk_line (tenant_id, due_on) where closed_at is null;
