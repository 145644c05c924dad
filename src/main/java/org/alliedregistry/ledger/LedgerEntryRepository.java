package org.alliedregistry.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class LedgerEntryRepository implements PanacheRepositoryBase<LedgerEntryRow, Long> {

  List<LedgerEntryRow> inOrder() {
    return listAll(Sort.by("sequence"));
  }
}
