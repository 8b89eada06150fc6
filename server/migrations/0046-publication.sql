-- 核对码: the root over every part of the public copy of an edition; what was published before has none,
-- and lists of persons have no public copy.
alter table publication add column public_root text
  constraint publication_public_root check (public_root is null or (public_root ~ '^[0-9a-f]{64}$' and audience = 'public'));
-- 落款: who signed the notice, and when.
alter table publication add column signed_by text;
alter table publication add column signed_on date;
alter table publication add constraint publication_signed
  check ((signed_by is null) = (signed_on is null));
