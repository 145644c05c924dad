package planted.domain.record;

class StrayRow {
  javax.sql.DataSource database;
}
