-- What somebody objects to now: it says 有异议 wherever it is read, until that is answered.
create table objected (
  tenant_id uuid not null references tenant (id),
  -- number of the objection in the room that deals with it
  objection_id uuid not null,
  -- a fact …
  fact_id text,
  -- … or a mark or the whole result of a subject
  line text,
  period text,
  subject text,
  clause text,
  primary key (tenant_id, objection_id),
  constraint objected_to check ((fact_id is null) <> (subject is null)),
  constraint objected_result check (
    (subject is null) = (line is null) and (subject is null) = (period is null)
    and (clause is null or subject is not null)),
  constraint objected_fact foreign key (tenant_id, fact_id) references fact (tenant_id, id)
);
call tenant_table('objected', 'select, insert, delete');
create index objected_by_fact on objected (tenant_id, fact_id);
create index objected_by_subject on objected (tenant_id, line, period, subject);
