-- Documents that were numbered and issued, and the templates that clerks change in Word.

-- Bytes by their digest: of templates and of documents as they were issued. They never change.
create table document_file (
  tenant_id uuid not null references tenant (id),
  sha256 text not null constraint document_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  primary key (tenant_id, sha256)
);
call tenant_table('document_file', 'select, insert');
create trigger document_file_unchanged before update or delete on document_file
  for each row execute function refuse_change();
create trigger document_file_untruncated before truncate on document_file
  for each statement execute function refuse_change();

-- A version of a template; what was once made with it can be looked at again.
create table document_template (
  tenant_id uuid not null references tenant (id),
  kind text not null,
  version integer not null constraint document_template_version check (version >= 1),
  file_name text not null,
  sha256 text not null,
  kept_by_account text not null references account (id),
  kept_at timestamptz not null,
  primary key (tenant_id, kind, version),
  constraint document_template_file foreign key (tenant_id, sha256)
    references document_file (tenant_id, sha256)
);
call tenant_table('document_template', 'select, insert');
create trigger document_template_unchanged before update or delete on document_template
  for each row execute function refuse_change();
create trigger document_template_untruncated before truncate on document_template
  for each statement execute function refuse_change();

-- Which version is used from when on; without a version it is the default of the program.
create table document_template_choice (
  tenant_id uuid not null references tenant (id),
  kind text not null,
  seq integer not null constraint document_template_choice_seq check (seq >= 1),
  version integer,
  chosen_by_account text not null references account (id),
  chosen_at timestamptz not null,
  primary key (tenant_id, kind, seq),
  constraint document_template_choice_version foreign key (tenant_id, kind, version)
    references document_template (tenant_id, kind, version)
);
call tenant_table('document_template_choice', 'select, insert');
create trigger document_template_choice_unchanged before update or delete on document_template_choice
  for each row execute function refuse_change();
create trigger document_template_choice_untruncated before truncate on document_template_choice
  for each statement execute function refuse_change();

-- A document with its running number: given once, kept when it is void. Only the number of the
-- office's register and the voiding are written later.
create table document_issue (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null,
  year integer not null,
  number integer not null constraint document_issue_number check (number >= 1),
  title text not null,
  -- what it is about, for the room that made it
  about text not null,
  made_from text not null,
  data_sha256 text not null,
  template_version integer,
  sha256 text not null,
  -- roles that read it beside whoever made it
  readers text[] not null,
  made_by_account text not null references account (id),
  made_by text,
  made_at timestamptz not null,
  official_number text constraint document_issue_official check (official_number <> ''),
  voided_by text,
  voided_at timestamptz,
  void_reason text,
  primary key (tenant_id, id),
  constraint document_issue_numbered unique (tenant_id, kind, year, number),
  constraint document_issue_registered unique (tenant_id, official_number),
  constraint document_issue_template foreign key (tenant_id, kind, template_version)
    references document_template (tenant_id, kind, version),
  constraint document_issue_file foreign key (tenant_id, sha256)
    references document_file (tenant_id, sha256),
  constraint document_issue_void check ((voided_at is null) = (void_reason is null))
);
call tenant_table('document_issue', 'select, insert, update');
create index document_issue_made on document_issue (tenant_id, made_at);
create index document_issue_about on document_issue (tenant_id, kind, about);

create function keep_document_issue() returns trigger language plpgsql as $$
declare
  later text[] := array['official_number', 'voided_by', 'voided_at', 'void_reason'];
begin
  if tg_op = 'DELETE' or to_jsonb(new) - later is distinct from to_jsonb(old) - later
    or old.voided_at is not null then
    raise exception 'an issued document never changes';
  end if;
  return new;
end $$;
create trigger document_issue_unchanged before update or delete on document_issue
  for each row execute function keep_document_issue();
create trigger document_issue_untruncated before truncate on document_issue
  for each statement execute function refuse_change();

-- Documents packed into one zip for whoever asked; kept for seven days.
create table document_batch (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  documents uuid[] not null,
  done integer not null default 0,
  state text not null constraint document_batch_state check (state in ('packing', 'ready', 'failed')),
  bytes bytea,
  asked_by_account text not null references account (id),
  asked_at timestamptz not null,
  -- who packs it now; somebody else goes on where this lies back
  held_until timestamptz,
  primary key (tenant_id, id),
  constraint document_batch_ready check ((state = 'ready') = (bytes is not null))
);
call tenant_table('document_batch', 'select, insert, update, delete');
