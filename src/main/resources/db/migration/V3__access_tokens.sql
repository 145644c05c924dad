-- the tokens that the local issuer gave out, beside the ledger; the tokens themselves are kept nowhere
create table access_token (
  id varchar(36) not null primary key,
  role varchar(20) not null,
  ally varchar(20),
  issued_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone
);
