-- What follows from a result: grades that a body decided, proposals with their course, imported
-- counts of ballots, and who is excused for having tried.

-- The decision of the named body on the grades of an edition; before it nobody outside reads a grade.
create table grade_decision (
  tenant_id uuid not null references tenant (id),
  line text not null,
  period text not null,
  edition integer not null,
  body text not null,
  document_no text not null,
  decided_on date not null,
  entered_by_account text not null references account (id),
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (tenant_id, line, period, edition),
  constraint grade_decision_edition foreign key (tenant_id, line, period, edition)
    references edition (tenant_id, line, period, edition)
);
call tenant_table('grade_decision', 'select, insert');

-- One subject of it: what was worked out, what was decided, and why where they differ.
create table grade_of_subject (
  tenant_id uuid not null references tenant (id),
  line text not null,
  period text not null,
  edition integer not null,
  subject text not null,
  computed text,
  grade text,
  reason text not null default '',
  basis text not null default '',
  primary key (tenant_id, line, period, edition, subject),
  constraint grade_of_subject_decision foreign key (tenant_id, line, period, edition)
    references grade_decision (tenant_id, line, period, edition)
);
call tenant_table('grade_of_subject', 'select, insert');

create trigger grade_decision_unchanged before update or delete on grade_decision
  for each row execute function refuse_change();
create trigger grade_of_subject_unchanged before update or delete on grade_of_subject
  for each row execute function refuse_change();

-- What an edition's scheme proposes for one subject. Where it stands is what its deeds say.
create table outcome_proposal (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  line text not null,
  period text not null,
  edition integer not null,
  -- the latest edition that was compared with it
  compared_edition integer not null,
  subject text not null,
  -- class of the person as the roster said it; null for a unit
  class text,
  code text not null,
  name text not null,
  kind text not null,
  reason text not null,
  body text not null,
  basis text not null,
  procedure text[] not null,
  papers text[] not null,
  fact_ids text[] not null,
  state text not null constraint outcome_proposal_state check (state in (
    'proposed', 'considered', 'decided', 'declined', 'carriedOut', 'reviewed', 'revoked')),
  ground text not null default 'stands' constraint outcome_proposal_ground
    check (ground in ('stands', 'corrected')),
  -- by when the next step should be done
  due_on date,
  -- until when whoever it is about may say something
  hear_until date,
  item_id uuid,
  -- facts that were taken back, and a person let it stand all the same
  let_stand text[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint outcome_proposal_once unique (tenant_id, line, period, edition, subject, code)
);
call tenant_table('outcome_proposal', 'select, insert, update');
create index outcome_proposal_subject on outcome_proposal (tenant_id, subject);

-- A deed on a proposal: never changed.
create table outcome_deed (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  proposal_id uuid not null,
  seq integer not null,
  deed text not null,
  from_state text,
  to_state text not null,
  -- null where a corrected edition took away the ground
  account_id text references account (id),
  person text,
  in_place_of text[] not null default '{}',
  at timestamptz not null,
  -- what the deed brought: the shape is the contract's, one a deed
  words jsonb not null,
  evidence uuid[] not null default '{}',
  primary key (tenant_id, id),
  constraint outcome_deed_seq unique (tenant_id, proposal_id, seq),
  constraint outcome_deed_proposal foreign key (tenant_id, proposal_id)
    references outcome_proposal (tenant_id, id)
);
call tenant_table('outcome_deed', 'select, insert');
create trigger outcome_deed_unchanged before update or delete on outcome_deed
  for each row execute function refuse_change();

-- Ballots that were counted on paper, as the signed sheet says: one subject of one vote.
create table ballot_count (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null,
  subject text not null,
  voted_on date not null,
  eligible integer not null,
  present integer not null,
  issued integer not null,
  returned integer not null,
  invalid integer not null,
  -- votes by option, abstentions among them
  votes jsonb not null,
  tellers text[] not null constraint ballot_count_tellers check (cardinality(tellers) > 0),
  supervisors text[] not null constraint ballot_count_supervisors
    check (cardinality(supervisors) > 0),
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (tenant_id, id),
  constraint ballot_count_once unique (tenant_id, kind, subject, voted_on),
  constraint ballot_count_sum check (returned <= issued and invalid <= returned)
);
call tenant_table('ballot_count', 'select, insert');
create trigger ballot_count_unchanged before update or delete on ballot_count
  for each row execute function refuse_change();

-- 容错: somebody asks that a fact be not, or less, held against them; a body decides.
create table tolerance (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  fact_id text not null,
  subject text not null,
  said text not null,
  applied_on date not null,
  applied_by_account text not null references account (id),
  applied_by text not null,
  applied_at timestamptz not null,
  state text not null constraint tolerance_state check (state in ('applied', 'examined', 'decided')),
  examined_by text,
  examined_on date,
  finding text,
  result text constraint tolerance_result check (result in ('exempt', 'lighten', 'none')),
  body text,
  document_no text,
  decided_on date,
  decided_by text,
  decided_at timestamptz,
  reason text,
  -- whether the scheme has a rule that hears of it
  is_heard boolean,
  due_on date,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint tolerance_once unique (tenant_id, fact_id, subject),
  constraint tolerance_decided check ((state = 'decided') = (result is not null))
);
call tenant_table('tolerance', 'select, insert, update');

-- A paper of a proposal stays, as what a fact cites does.
alter table evidence_use drop constraint evidence_use_cited_by;
alter table evidence_use add constraint evidence_use_cited_by
  check (cited_by in ('entry', 'fact', 'spot', 'item', 'sheet', 'proposal'));
