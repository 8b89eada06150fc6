-- What is typed on a score sheet before it is sent for review, shared by all who fill it in.

-- One row a sheet, locked by whoever writes on it. Its revision counts every change of the sheet.
create table sheet_head (
  tenant_id uuid not null references tenant (id),
  line text not null,
  period text not null,
  clause text not null,
  revision integer not null constraint sheet_head_revision check (revision >= 1),
  primary key (tenant_id, line, period, clause)
);
call tenant_table('sheet_head', 'select, insert, update');

-- A cell that somebody typed. It stays when it was sent, so that its version never begins anew.
create table sheet_cell (
  tenant_id uuid not null references tenant (id),
  line text not null,
  period text not null,
  clause text not null,
  subject text not null,
  -- as the sheet names it: on, evidence, field:处数
  column_name text not null,
  value text not null,
  -- typed and not sent for review yet; false where the entry of the row says what counts
  is_pending boolean not null,
  -- the revision of the sheet at which it was typed: whoever typed on another one is told
  version integer not null,
  -- the revision of its last change of any kind, for whoever asks what is new
  revision integer not null,
  typed_by text not null,
  typed_by_account text not null references account (id),
  -- persons in whose place a substitute typed it: none of them may review it either
  in_place_of text[] not null,
  typed_at timestamptz not null,
  primary key (tenant_id, line, period, clause, subject, column_name),
  constraint sheet_cell_head foreign key (tenant_id, line, period, clause)
    references sheet_head (tenant_id, line, period, clause)
);
call tenant_table('sheet_cell', 'select, insert, update');
