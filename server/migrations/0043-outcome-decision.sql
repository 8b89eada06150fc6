-- A decision on grades says of how many subjects it is: nobody is added to it later, not even one
-- whom it left out. Decisions of before are of those who stand in them.
alter table grade_decision add column subjects integer;
alter table grade_decision disable trigger grade_decision_unchanged;
alter table grade_decision no force row level security;
alter table grade_of_subject no force row level security;
update grade_decision set subjects = (
  select count(*) from grade_of_subject of where of.tenant_id = grade_decision.tenant_id
    and of.line = grade_decision.line and of.period = grade_decision.period
    and of.edition = grade_decision.edition);
alter table grade_of_subject force row level security;
alter table grade_decision force row level security;
alter table grade_decision enable trigger grade_decision_unchanged;
alter table grade_decision alter column subjects set not null;

-- Counted once a statement: the grades of a decision come together, here and out of a backup.
create function refuse_late_grade() returns trigger
language plpgsql as $$
begin
  if exists (
    select 1 from grade_decision decided
    where (decided.tenant_id, decided.line, decided.period, decided.edition) in (
        select tenant_id, line, period, edition from added)
      and decided.subjects < (
        select count(*) from grade_of_subject of where of.tenant_id = decided.tenant_id
          and of.line = decided.line and of.period = decided.period
          and of.edition = decided.edition)) then
    raise exception 'the decision on these grades is made: nobody is added to it' using
      errcode = 'check_violation', constraint = 'grade_of_subject_late';
  end if;
  return null;
end
$$;
create trigger grade_of_subject_late after insert on grade_of_subject
  referencing new table as added
  for each statement execute function refuse_late_grade();
