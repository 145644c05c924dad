package org.alliedregistry.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactTest {

  @ParameterizedTest
  @CsvSource({"1E+3,1000", "5000.00,5000", "0.00,0", "0.500,0.5", "-20,-20", "1E-7,0.0000001"})
  void plainHasNoExponentAndNoTrailingZeros(BigDecimal number, String digits) {
    assertThat(Exact.plain(number).toPlainString()).isEqualTo(digits);
    assertThat(Exact.plain(number).scale()).isNotNegative();
  }

  @ParameterizedTest
  @CsvSource({
    "1,3,0.3333",
    "2,3,0.6666",
    "19999,20000,0.9999",
    "19999.999,20000,0.9999",
    "20000,20000,1",
    "30000,20000,1.5",
    "1,100000,0",
    "0,7,0"
  })
  void ratioIsCutToFourDecimals(BigDecimal part, BigDecimal whole, BigDecimal ratio) {
    assertThat(Exact.ratio(part, whole)).isEqualTo(ratio);
  }

  @Test
  void shortOfTheTargetIsNeverOne() {
    assertThat(Exact.ratio(new BigDecimal("19999.9999999"), new BigDecimal("20000")))
        .isLessThan(BigDecimal.ONE);
  }
}
