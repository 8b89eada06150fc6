-- What waits for those who write for an office is found by its line of work; what has none, beside it.
create index desk_line_line on desk_line (tenant_id, line)
  where closed_at is null and account_id is null;
