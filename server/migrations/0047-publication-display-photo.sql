-- The photo of a posting is evidence that stays, as what a fact cites does.
alter table evidence_use drop constraint evidence_use_cited_by;
alter table evidence_use add constraint evidence_use_cited_by
  check (cited_by in ('entry', 'fact', 'spot', 'item', 'sheet', 'proposal', 'display'));
