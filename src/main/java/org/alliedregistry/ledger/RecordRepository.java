package org.alliedregistry.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class RecordRepository implements PanacheRepositoryBase<RecordRow, Long> {

  List<RecordRow> inOrder() {
    return listAll(Sort.by("sequence"));
  }
}
