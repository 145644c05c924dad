package planted.domain.record;

class StrayRow {
  javax.sql.DataSource database;
  java.sql.Connection connection;
  jakarta.persistence.EntityManager entities;
  org.hibernate.StatelessSession session;
  io.quarkus.hibernate.orm.panache.PanacheRepository<Object> rows;
}
