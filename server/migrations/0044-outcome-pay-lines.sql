-- A pay sheet says how many lines it has: none is added later, and all of them come back out of a
-- backup, where a sheet that was paid stands before its lines do.
drop trigger pay_sheet_line_early on pay_sheet_line;
drop function refuse_late_pay();
alter table pay_sheet add column lines integer;
alter table pay_sheet disable trigger pay_sheet_kept;
alter table pay_sheet no force row level security;
alter table pay_sheet_line no force row level security;
update pay_sheet set lines = (
  select count(*) from pay_sheet_line of
  where of.tenant_id = pay_sheet.tenant_id and of.sheet_id = pay_sheet.id);
alter table pay_sheet_line force row level security;
alter table pay_sheet force row level security;
alter table pay_sheet enable trigger pay_sheet_kept;
alter table pay_sheet alter column lines set not null;

-- Counted once a statement: the lines of a sheet come together, here and out of a backup.
create function refuse_late_pay() returns trigger
language plpgsql as $$
begin
  if exists (
    select 1 from pay_sheet sheet
    where (sheet.tenant_id, sheet.id) in (select tenant_id, sheet_id from added)
      and sheet.lines < (
        select count(*) from pay_sheet_line of
        where of.tenant_id = sheet.tenant_id and of.sheet_id = sheet.id)) then
    raise exception 'the pay sheet has all its lines: none is added' using
      errcode = 'check_violation', constraint = 'pay_sheet_line_late';
  end if;
  return null;
end
$$;
create trigger pay_sheet_line_late after insert on pay_sheet_line
  referencing new table as added
  for each statement execute function refuse_late_pay();
