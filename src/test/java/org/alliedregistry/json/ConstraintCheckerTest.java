package org.alliedregistry.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.problem.Violation;
import org.alliedregistry.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every bound on a body is held, where it stands, and none is silently passed over. */
class ConstraintCheckerTest {

  /** A body with one bound of each kind. */
  public record Body(
      @NotNull(message = "given") @Nullable Boolean given,
      @NotBlank(message = "not blank") @Nullable String name,
      @NotEmpty(message = "not empty") @Size(max = 3)
          @Nullable List<@Pattern(regexp = "[a-z]+", message = "lower case") String> items,
      @Nullable List<@Pattern(regexp = "[A-Z]+", message = "upper case") String> codes,
      @DecimalMin(value = "0", inclusive = false, message = "above 0")
          @DecimalMax(value = "10", message = "at most 10")
          @Digits(integer = 2, fraction = 1, message = "one decimal")
          @Nullable BigDecimal number) {}

  /** A body with a bound that is not known. */
  public record Alien(@Email @Nullable String text) {}

  private static List<Violation> faults(String json) throws IOException {
    Violations violations = new Violations();
    new RecordBinder(LocalDate.of(2026, 1, 1), violations)
        .read(new ObjectMapper().readTree(json), Body.class, "");
    return violations.list();
  }

  private static String sound(String field, String value) {
    String body = "{'given':true,'name':'a','items':['a'],'codes':['A'],'number':10}";
    return body.replaceFirst(
            "'" + field + "':('[^']*'|\\[[^]]*]|[^,}]*)", "'" + field + "':" + value)
        .replace('\'', '"');
  }

  @Test
  void aSoundBodyHasNoFault() throws IOException {
    assertThat(faults(sound("name", "'b'"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "given, null, /given, given",
        "name, ' ', /name, not blank",
        "name, null, /name, not blank",
        "items, [], /items, not empty",
        "items, \"['a','b','c','d']\", /items, must have at most 3 items",
        "items, \"['a','B']\", /items/1, lower case",
        "codes, \"['A','b']\", /codes/1, upper case",
        "number, 0, /number, above 0",
        "number, 10.5, /number, at most 10",
        "number, 9.25, /number, one decimal"
      })
  void aBrokenBoundIsNamedWhereItStands(String field, String value, String pointer, String detail)
      throws IOException {
    assertThat(faults(sound(field, value))).containsExactly(new Violation(pointer, detail));
  }

  @Test
  void whatCannotBeReadIsNotCalledMissingToo() throws IOException {
    assertThat(faults(sound("name", "7"))).hasSize(1);
  }

  @Test
  void aBoundThatIsNotKnownIsABug() {
    assertThatThrownBy(
            () ->
                new RecordBinder(LocalDate.EPOCH, new Violations())
                    .read(new ObjectMapper().readTree("{}"), Alien.class, ""))
        .isInstanceOf(IllegalStateException.class);
  }
}
