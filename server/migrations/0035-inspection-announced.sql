-- When the villages of an open round were told of it, after it had passed the burden gate.
alter table inspection_round add column announced_at timestamptz;
alter table inspection_round add constraint inspection_round_announced
  check (announced_at is null or mode = 'open');
