package planted.domain.quantity;

class Imprecise {
  double field;
  float[] list;

  void parameter(double amount) {}

  Double result() {
    return null;
  }

  java.math.BigDecimal innocentResult() {
    return null;
  }
}
