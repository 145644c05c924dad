-- the last entry, kept apart from the ledger: entries that are missing at its end leave a sound chain, and only this shows it;
-- one row, written in the transaction of the entry; an embedded store has a file for it instead
create table ledger_head (
  id smallint not null primary key check (id = 1),
  sequence bigint not null,
  hash varchar(64) not null
);

insert into ledger_head (id, sequence, hash)
  select 1, sequence, hash from ledger_entry where sequence = (select max(sequence) from ledger_entry);
