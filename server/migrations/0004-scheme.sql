-- Schemes by version with their exact text, what offices say about a draft, the catalogue of facts.

-- draft → approved → ended; or draft → withdrawn. What was approved is never changed, only ended
-- by a decision before anything of it was sealed. Everything stays readable.
create table scheme_version (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  -- line, version, name, document number and days are those of the text, as far as it can be read
  line text,
  version text,
  name text not null,
  document_no text,
  effective_from date,
  effective_to date,
  -- exactly as written; the draft's is kept whatever is wrong with it
  source text not null,
  source_sha256 text not null,
  -- what an import could not read, for the person who finishes the draft
  import_notes jsonb,
  state text not null constraint scheme_version_state
    check (state in ('draft', 'approved', 'ended', 'withdrawn')),
  -- the days on which offices may comment
  comments_from date,
  comments_to date,
  decision_no text,
  decided_by text,
  decided_on date,
  approved_by text,
  approved_at timestamptz,
  end_decision_no text,
  end_reason text,
  ended_by text,
  ended_at timestamptz,
  -- null where the program itself put it there
  created_by text references account (id),
  created_at timestamptz not null,
  changed_by text references account (id),
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  constraint scheme_version_comment_days check (
    (comments_from is null) = (comments_to is null) and comments_to >= comments_from),
  constraint scheme_version_approved check (state in ('draft', 'withdrawn') or (
    line is not null and version is not null and effective_from is not null
    and effective_to >= effective_from and decision_no is not null and decided_by is not null
    and decided_on is not null and approved_at is not null)),
  constraint scheme_version_ended check (
    (state = 'ended') = (ended_at is not null and end_decision_no is not null))
);
call tenant_table('scheme_version', 'select, insert, update');
create unique index scheme_version_approved_once on scheme_version (tenant_id, line, version)
  where state = 'approved';

-- A draft changes freely; what was approved only ends, and what ended or was withdrawn stays.
create function keep_approved_scheme() returns trigger
language plpgsql as $$
begin
  if old.state <> 'draft' and (
    (new.source, new.line, new.version, new.name, new.document_no, new.effective_from,
      new.effective_to, new.decision_no, new.decided_by, new.decided_on)
    is distinct from (old.source, old.line, old.version, old.name, old.document_no,
      old.effective_from, old.effective_to, old.decision_no, old.decided_by, old.decided_on)
    or (old.state, new.state) not in (('approved', 'approved'), ('approved', 'ended'),
      ('ended', 'ended'), ('withdrawn', 'withdrawn'))) then
    raise exception 'a scheme that was approved or withdrawn does not change' using
      errcode = 'check_violation', constraint = 'scheme_version_fixed';
  end if;
  return new;
end
$$;
create trigger scheme_version_fixed before update on scheme_version
  for each row execute function keep_approved_scheme();

-- The document that a draft was made from, as it was uploaded.
create table scheme_paper (
  tenant_id uuid not null references tenant (id),
  version_id uuid not null,
  file_name text not null,
  media_type text not null,
  content bytea not null,
  content_sha256 text not null,
  primary key (tenant_id, version_id),
  constraint scheme_paper_version foreign key (tenant_id, version_id)
    references scheme_version (tenant_id, id)
);
call tenant_table('scheme_paper', 'select, insert');

-- What an office says about a draft or one of its clauses, and the answer to it.
create table scheme_comment (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  version_id uuid not null,
  -- null: about the scheme as a whole
  clause_code text,
  -- the words of the clause that the comment is about; the draft may change later
  clause_text text,
  text text not null,
  -- code of the office or other unit that speaks
  unit_code text,
  account_id text not null references account (id),
  person_code text,
  at timestamptz not null,
  answer text,
  adopted boolean,
  answered_by text references account (id),
  answered_at timestamptz,
  primary key (tenant_id, id),
  constraint scheme_comment_version foreign key (tenant_id, version_id)
    references scheme_version (tenant_id, id),
  constraint scheme_comment_answer check (
    (answer is null) = (answered_at is null) and (answer is null) = (adopted is null))
);
call tenant_table('scheme_comment', 'select, insert, update');
create index scheme_comment_version_id on scheme_comment (tenant_id, version_id, at);

-- The town's catalogue of facts: a kind by its code, as the kernel reads it.
create table fact_kind (
  tenant_id uuid not null references tenant (id),
  code text not null,
  -- codes that the kind had before; facts of old keep them
  formerly text[] not null default '{}',
  kind jsonb not null,
  position integer not null default 0,
  constraint fact_kind_code_unique primary key (tenant_id, code)
);
call tenant_table('fact_kind', 'select, insert, update, delete');
