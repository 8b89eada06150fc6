-- A sheet lets go of a photo as long as it was not sent; from then on it keeps what it cites, as a fact does.
drop policy evidence_use_of_facts_stays on evidence_use;
create policy evidence_use_of_facts_stays on evidence_use as restrictive for delete
  using (
    cited_by = 'entry'
    or (cited_by = 'sheet' and exists (
      select from inspection_sheet s
      where s.tenant_id = evidence_use.tenant_id and s.id::text = evidence_use.cited_id
        and s.state = 'draft'))
  );
