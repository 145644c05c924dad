package planted.registry;

class StrayRow {
  javax.sql.DataSource database;
}
