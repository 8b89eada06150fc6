-- What proves a fact: files by their content, who brought them, what rests on them.

-- A file on its way in. The bytes lie on the disk; how many are here is asked of the disk.
create table evidence_upload (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  account_id text not null references account (id),
  name text not null,
  bytes bigint not null constraint evidence_upload_bytes check (bytes > 0),
  sha256 text not null constraint evidence_upload_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  -- the inspector asked for the place on this photo
  stamp boolean not null,
  opened_at timestamptz not null,
  -- what became of it; null while it is on its way
  evidence_id uuid,
  primary key (tenant_id, id)
);
call tenant_table('evidence_upload', 'select, insert, update, delete');
create index evidence_upload_opened on evidence_upload (tenant_id, opened_at);

create table evidence (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null,
  kind text not null constraint evidence_kind check (kind in (
    'picture', 'pdf', 'document', 'sheet', 'text')),
  media_type text not null,
  -- what arrived; of a picture these bytes are gone, only their hash stays
  received_sha256 text not null,
  received_bytes bigint not null,
  -- what facts cite; it never changes, whatever becomes of the file
  stored_sha256 text not null,
  -- what lies on the disk: the stored file, or the redaction that took its place
  shown_sha256 text not null,
  shown_bytes bigint not null,
  preview_sha256 text,
  width integer,
  height integer,
  -- by the camera's clock, without a zone: 2026-03-06T10:11:12
  taken_at text,
  -- 1/10,000,000 degree, WGS 84; only where the inspector stamped it
  lat_e7 integer,
  lon_e7 integer,
  caption text not null,
  taken_on date,
  taken_by text not null,
  note text not null,
  added_by_account text not null references account (id),
  -- opaque code of the person, where the account has one
  added_by text,
  added_at timestamptz not null,
  redacted_at timestamptz,
  redacted_by_account text references account (id),
  redacted_reason text,
  primary key (tenant_id, id),
  constraint evidence_hashes check (
    received_sha256 ~ '^[0-9a-f]{64}$' and stored_sha256 ~ '^[0-9a-f]{64}$'
    and shown_sha256 ~ '^[0-9a-f]{64}$'
    and (preview_sha256 is null or preview_sha256 ~ '^[0-9a-f]{64}$')),
  constraint evidence_place check (
    (lat_e7 is null) = (lon_e7 is null)
    and (lat_e7 is null or (abs(lat_e7) <= 900000000 and abs(lon_e7) <= 1800000000))),
  constraint evidence_redaction check (
    (redacted_at is null) = (redacted_reason is null)
    and (redacted_at is null) = (redacted_by_account is null)
    and (redacted_at is not null or shown_sha256 = stored_sha256))
);
call tenant_table('evidence', 'select, insert, update, delete');
create index evidence_added on evidence (tenant_id, added_at desc, id);
create index evidence_shown on evidence (tenant_id, shown_sha256);
create index evidence_preview on evidence (tenant_id, preview_sha256);
create index evidence_received on evidence (tenant_id, received_sha256);

-- The hash that facts cite outlives every change of the row; the owner is bound too.
create function refuse_other_evidence() returns trigger
language plpgsql as $$
begin
  raise exception 'what evidence proves does not change';
end
$$;
create trigger evidence_same before update on evidence
  for each row when (
    (old.stored_sha256, old.received_sha256, old.received_bytes, old.added_by_account, old.added_at)
    is distinct from
    (new.stored_sha256, new.received_sha256, new.received_bytes, new.added_by_account, new.added_at))
  execute function refuse_other_evidence();

-- What rests on a piece of evidence. Its foreign key is what stands between a cited file and the
-- clean-up: whichever of the two comes first, the other waits and then sees it.
create table evidence_use (
  tenant_id uuid not null references tenant (id),
  evidence_id uuid not null,
  cited_by text not null constraint evidence_use_cited_by check (cited_by in ('entry', 'fact')),
  cited_id text not null,
  -- codes of the units and persons it is about, for whoever may read only what concerns themselves
  subjects text[] not null,
  at timestamptz not null,
  primary key (tenant_id, evidence_id, cited_by, cited_id),
  constraint evidence_use_known foreign key (tenant_id, evidence_id)
    references evidence (tenant_id, id)
);
call tenant_table('evidence_use', 'select, insert, delete');
create index evidence_use_cited on evidence_use (tenant_id, cited_by, cited_id);
-- An entry may let go of what it cited; a fact never does.
create policy evidence_use_of_facts_stays on evidence_use as restrictive for delete
  using (cited_by = 'entry');
