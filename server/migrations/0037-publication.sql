-- What a period's editions were published with, and where they were posted.

-- An edition that is kept before the seal: what the seal will freeze, so that nothing of it is worked out again.
alter table edition add column frozen jsonb;
alter table edition add column kept_at timestamptz;
-- Why a period was sealed while something spoke for waiting: the sentences, and the reason given.
alter table seal add column despite jsonb;

-- An edition that the named body decided to publish. What it says is kept as the file itself.
create table publication (
  tenant_id uuid not null references tenant (id),
  line text not null,
  period text not null,
  edition integer not null,
  -- the edition that it takes the place of, and why
  replaces integer,
  reason text,
  -- lists of units are public in the town; lists of persons are for the office alone
  audience text not null constraint publication_audience check (audience in ('public', 'internal')),
  decided_by text not null,
  decision_no text not null,
  decided_on date not null,
  -- who read it for secrets, and when
  reviewed_by text not null,
  reviewed_on date not null,
  -- [{code, sentence, reason}]: what spoke against publishing, and why it was published all the same
  overrides jsonb not null,
  posted_on date not null,
  object_until date not null,
  -- {person, telephone, place}
  object_to jsonb not null,
  receipt_code text not null,
  ledger_size bigint not null,
  ledger_root text not null,
  -- per subject what the edition before said, what this one says, and which reversals made the difference
  changes jsonb not null,
  -- the published file as text: the same bytes for everybody, for ever
  file text not null,
  file_sha256 text not null,
  published_by text not null references account (id),
  published_at timestamptz not null,
  primary key (tenant_id, line, period, edition),
  constraint publication_edition foreign key (tenant_id, line, period, edition)
    references edition (tenant_id, line, period, edition),
  constraint publication_replaces foreign key (tenant_id, line, period, replaces)
    references publication (tenant_id, line, period, edition),
  constraint publication_reason check ((replaces is null) = (reason is null)),
  constraint publication_window check (object_until > posted_on)
);
call tenant_table('publication', 'select, insert');
create trigger publication_unchanged before update or delete on publication
  for each row execute function refuse_change();
create trigger publication_untruncated before truncate on publication
  for each statement execute function refuse_change();

-- Where a published edition hangs, as whoever posted it says; taking it down is written once.
create table publication_display (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  line text not null,
  period text not null,
  edition integer not null,
  place text not null,
  posted_on date not null,
  -- hash of a photo among the evidence
  photo text,
  posted_by text not null references account (id),
  taken_down_on date,
  taken_down_by text references account (id),
  at timestamptz not null,
  primary key (tenant_id, id),
  constraint publication_display_of foreign key (tenant_id, line, period, edition)
    references publication (tenant_id, line, period, edition),
  constraint publication_display_days check (taken_down_on is null or taken_down_on >= posted_on),
  constraint publication_display_down check ((taken_down_on is null) = (taken_down_by is null))
);
call tenant_table('publication_display', 'select, insert, update');

-- Whether lists of units stand on the internet: off until a decision says so; the latest row counts.
create table publication_internet (
  tenant_id uuid not null references tenant (id),
  seq integer not null constraint publication_internet_seq check (seq >= 1),
  is_on boolean not null,
  decision_no text,
  decided_on date,
  changed_by text not null references account (id),
  changed_at timestamptz not null,
  primary key (tenant_id, seq),
  constraint publication_internet_decided
    check (not is_on or (decision_no is not null and decided_on is not null))
);
call tenant_table('publication_internet', 'select, insert');
create trigger publication_internet_unchanged before update or delete on publication_internet
  for each row execute function refuse_change();
