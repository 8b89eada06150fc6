-- The supervision office (督查室, often part of 党政办) is a role of its own.

alter table role_grant drop constraint role_grant_role;
alter table role_grant add constraint role_grant_role check (role in (
  'administrator', 'assessment-office', 'recorder', 'reviewer', 'leader', 'supervision',
  'resident-cadre', 'village', 'discipline', 'county'));
