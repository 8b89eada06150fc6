-- What whoever reads a part of the items is found by: the list and its counts look at those rows alone.

create index work_item_created_by on work_item (tenant_id, created_by_account);
create index work_item_issuer on work_item (tenant_id, issuer_unit) where issuer_unit is not null;
-- Units in arrays cannot be looked up: row security lets no condition on an array come before it.
-- The few items that have any are looked through.
create index work_item_helped on work_item (tenant_id) where support_units <> '{}';
create index work_item_asked on work_item (tenant_id) where units <> '{}';

-- The open items that are lit otherwise than by their day alone.
create index work_item_lit_apart on work_item (tenant_id)
  where state not in ('closedOut', 'archived', 'withdrawn')
    and (feedback <> 'once' or state in ('reported', 'underReview'));
