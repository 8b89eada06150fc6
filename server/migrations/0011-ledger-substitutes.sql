-- Persons in whose place a substitute wrote an entry: none of them may review it.
alter table entry add column in_place_of text[] not null default '{}';
