-- Who goes where too few may be drawn, who must not go, and what the calendar of visits reads.

-- Below six eligible persons inspectors take turns: there is no seed, and the list says who went when.
alter table inspection_draw alter column seed drop not null;
alter table inspection_draw add column way text not null default 'draw'
  constraint inspection_draw_way check (way in ('draw', 'rota', 'named'));
alter table inspection_draw add constraint inspection_draw_seeded check (
  (way = 'draw') = (seed is not null));
-- Somebody is named without a draw for a reason alone.
alter table inspection_draw add constraint inspection_draw_named check (
  way <> 'named' or reason is not null);

-- Who does not inspect a village beside what the roster says: married into it, grown up in it.
create table recusal (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person text not null,
  village text not null,
  reason text not null,
  created_by text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  constraint recusal_village foreign key (tenant_id, village) references unit (tenant_id, code)
);
call tenant_table('recusal', 'select, insert, update');
create unique index recusal_once on recusal (tenant_id, person, village) where ended_at is null;
