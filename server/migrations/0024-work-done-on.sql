-- The day on which what is told was done, where it is not the day of telling: entering is not doing.
alter table item_deed add column done_on date;
