package planted.ledger;

import jakarta.persistence.Entity;

@Entity
class InnocentRow {
  private String hidden;

  String settled() {
    return hidden;
  }
}
