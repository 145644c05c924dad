package org.alliedregistry.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alliedregistry.seed.MappedRecord.Mapped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "About", "up to", "at least" and "several" are read in one way in the whole record. */
class PublicRecordWordsTest {

  private static final Pattern ABOUT =
      Pattern.compile(
          "\\b(about|around|some|roughly|approximately) ([A-Z]{3} )?[\\d,.]+(?! years|[\\d,.])");
  private static final Pattern AT_MOST =
      Pattern.compile("\\b(up to|as many as|nearly|almost|fewer than|less than|below) ");
  private static final Pattern AT_LEAST =
      Pattern.compile("\\b((more than|over|at least|above) |gulv\\b)");
  private static final Pattern WITHOUT_NUMBER =
      Pattern.compile(
          "\\b(several|dozens|a dozen or so|hundreds|thousands|very limited|double)\\b");

  @Test
  void everyWordingOfTheRecordIsReadByTheRule() {
    assertThat(MappedRecord.BUNDLED.statements())
        .allSatisfy(
            mapped ->
                assertThat(faults(mapped.statement(), words(mapped))).as("%s", mapped).isEmpty());
  }

  /** The words of the statement and those that the report gives for its number. */
  private static String words(Mapped mapped) {
    String wording = mapped.statement().path("wording").asText("");
    boolean isThatOfTheReport = MappedRecord.BUNDLED.statementsOf(mapped.report()).size() == 1;
    return isThatOfTheReport
        ? wording + " | " + MappedRecord.BUNDLED.reportOf(mapped).path("quantityText").asText("")
        : wording;
  }

  @ParameterizedTest
  @CsvSource({
    "around 200, 200, 200, false, about",
    "around 200, 200, 200, true, ''",
    "up to 100 within about 10 years, , 100, false, ''",
    "nearly a thousand, 1000, 1000, false, at most",
    "fewer than 7500, , 7500, false, ''",
    "more than 5000, 5000, 5000, false, at least",
    "at least 15, 15, , false, ''",
    "several hundred, 100, 900, false, without number",
    "exactly 5, 5, 5, true, not about",
  })
  void theRuleSeesEachFault(
      String words, Integer low, Integer high, boolean approximate, String fault) {
    var amount = JsonNodeFactory.instance.objectNode();
    amount.put("low", low).put("high", high).put("approximate", approximate);
    JsonNode statement = JsonNodeFactory.instance.objectNode().set("amount", amount);

    assertThat(faults(statement, words)).isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
  }

  private static List<String> faults(JsonNode statement, String words) {
    return Stream.of("amount", "committed", "inPlace")
        .map(statement::path)
        .filter(quantity -> quantity.hasNonNull("low") || quantity.hasNonNull("high"))
        .flatMap(quantity -> faultsOf(quantity, words))
        .distinct()
        .toList();
  }

  private static Stream<String> faultsOf(JsonNode quantity, String words) {
    boolean isAbout = ABOUT.matcher(words).find();
    boolean isApproximate = quantity.path("approximate").asBoolean();
    return Stream.of(
            isAbout && !isApproximate ? "about" : "",
            isApproximate && !isAbout ? "not about" : "",
            AT_MOST.matcher(words).find() && quantity.hasNonNull("low") ? "at most" : "",
            AT_LEAST.matcher(words).find() && quantity.hasNonNull("high") ? "at least" : "",
            WITHOUT_NUMBER.matcher(words).find() ? "without number" : "")
        .filter(fault -> !fault.isEmpty());
  }
}
