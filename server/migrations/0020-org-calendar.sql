-- The holidays of a year as a town entered them from the published notice, where the program does
-- not bring that year along.

create table calendar_year (
  tenant_id uuid not null references tenant (id),
  year integer not null,
  -- title and number of the notice, as the town names it
  source text not null,
  -- days as 2027-01-01, in their order
  off_days text[] not null,
  work_days text[] not null,
  entered_by text not null references account (id),
  entered_at timestamptz not null,
  primary key (tenant_id, year),
  constraint calendar_year_range check (year between 2024 and 2099)
);
call tenant_table('calendar_year', 'select, insert, update');
