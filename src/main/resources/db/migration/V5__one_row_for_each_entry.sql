-- the content of an entry stands in its row; where entries and contents do not match, nothing of this is done (PairedRowsCheck).
-- an embedded store commits each statement by itself: where the process is killed between two, all of them are done again
create table if not exists record (
  sequence bigint not null primary key,
  content varchar not null
);

alter table ledger_entry add column if not exists content varchar;

update ledger_entry
  set content = (select record.content from record where record.sequence = ledger_entry.sequence)
  where content is null;

-- content is the canonical JSON that content_digest is made of
alter table ledger_entry alter column content set not null;

drop table record;
