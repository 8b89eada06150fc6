-- The one list of a person, and of a village: who a line waits for by name, why, and whom to ask.

-- Waits for this person of the roster. No reference: a line is a notice, and whoever leaves the
-- roster must not keep it; a person without an account leaves the line to the roles.
alter table desk_line add column person_code text;
-- why it waits, in a sentence
alter table desk_line add column why text not null default '';
-- whom to ask: a person and the unit that wants it
alter table desk_line add column contact_person text;
alter table desk_line add column contact_unit text;
-- a secret of work: never on paper or a link outside of the program
alter table desk_line add column withheld boolean not null default false;

create index desk_line_person on desk_line (tenant_id, person_code)
  where closed_at is null and person_code is not null;
create index desk_line_account on desk_line (tenant_id, account_id)
  where closed_at is null and account_id is not null;
create index desk_line_unit on desk_line (tenant_id, unit_code)
  where closed_at is null and unit_code is not null;
-- whatever waits for a role: few beside what waits for persons
create index desk_line_roles on desk_line using gin (roles) where closed_at is null;
