-- what was replied under an Idempotency-Key, beside the ledger; rows go after their day
create table kept_reply (
  caller varchar(255) not null,
  idempotency_key varchar(255) not null,
  request_digest varchar(64) not null,
  kept_at timestamp(6) with time zone not null,
  status integer not null,
  location varchar(1000),
  etag varchar(100),
  media_type varchar(100) not null,
  body bytea not null,
  primary key (caller, idempotency_key)
);

create index kept_reply_kept_at on kept_reply (kept_at);
