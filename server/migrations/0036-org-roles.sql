-- Who proposes grades and outcomes, and who pays, are roles of their own.

alter table role_grant drop constraint role_grant_role;
alter table role_grant add constraint role_grant_role check (role in (
  'administrator', 'assessment-office', 'recorder', 'reviewer', 'leader', 'supervision',
  'resident-cadre', 'village', 'discipline', 'organisation', 'finance', 'county'));
