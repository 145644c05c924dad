create table ledger_entry (
  sequence bigint not null primary key,
  recorded_at timestamp(6) with time zone not null,
  actor varchar(255) not null,
  kind varchar(40) not null,
  subject varchar(255) not null,
  content_digest varchar(64) not null,
  previous_hash varchar(64) not null unique,
  hash varchar(64) not null unique
);

-- content is the canonical JSON that content_digest is made of
create table record (
  sequence bigint not null primary key references ledger_entry (sequence),
  content varchar not null
);
