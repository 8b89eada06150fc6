-- What was reported of an item may rest on evidence; what it cites stays, as with facts.
alter table item_deed add column evidence text[] not null default '{}';
alter table evidence_use drop constraint evidence_use_cited_by;
alter table evidence_use add constraint evidence_use_cited_by
  check (cited_by in ('entry', 'fact', 'spot', 'item'));
