package planted.ledger;

class InnocentRow {
  javax.sql.DataSource database;
  jakarta.persistence.EntityManager entities;
}
