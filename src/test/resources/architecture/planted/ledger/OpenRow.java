package planted.ledger;

import jakarta.persistence.Entity;

@Entity
public class OpenRow {
  public String shown;
  private String hidden;

  public void setHidden(String value) {
    this.hidden = value;
  }

  String settled() {
    return hidden;
  }
}
