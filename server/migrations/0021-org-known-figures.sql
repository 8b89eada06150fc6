-- What the town knows of a village by number: it is shown and not asked again.

create table known_figure (
  tenant_id uuid not null references tenant (id),
  unit_code text not null,
  name text not null,
  -- the day that the value is good for; a newer one stands beside the older
  as_of date not null,
  -- exact text of the number, as it was written
  value text not null,
  measure text not null,
  source text not null,
  primary key (tenant_id, unit_code, name, as_of),
  constraint known_figure_unit foreign key (tenant_id, unit_code) references unit (tenant_id, code)
);
call tenant_table('known_figure', 'select, insert, update');
