package org.alliedregistry.seed;

import static org.alliedregistry.seed.Amount.ANYTHING;
import static org.alliedregistry.seed.Amount.NOTHING;
import static org.alliedregistry.seed.Amount.between;
import static org.alliedregistry.seed.Amount.exactly;
import static org.alliedregistry.seed.Amount.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.coverage.Coverage;
import org.alliedregistry.domain.coverage.RequirementCoverage;
import org.alliedregistry.domain.coverage.contribution.AllyRole;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.PledgeFilter;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.record.PledgeRecord;
import org.junit.jupiter.api.Test;

/** Facts that each faithful reading of the reports must give, whatever the pledges are called. */
class RecordFactsTest {

  private static final Question OFFICIAL = Question.OFFICIAL.against("steel-hedgehog");
  private static final Question REPORTED = Question.REPORTED.against("steel-hedgehog");

  private static RequirementCoverage airDefenceOf(String ally, AllyRole role) {
    AllySelection asked = new AllySelection(Set.of(ally), Set.of(), role, PledgeFilter.NONE);
    return Coverage.of(REPORTED.query().withAllies(asked), BundledRegistry.REGISTRY.coverageInput())
        .requirements()
        .stream()
        .filter(requirement -> requirement.requirement().code().equals("AIR_DEFENCE"))
        .findFirst()
        .orElseThrow();
  }

  /** Denmark, Lithuania and Norway pay for two Patriot systems; who paid how much is not known. */
  @Test
  void norwayPaysForTwoPatriotsAndSuppliesNone() {
    RequirementCoverage paid = airDefenceOf("NOR", AllyRole.PAYER);
    RequirementCoverage supplied = airDefenceOf("NOR", AllyRole.SUPPLIER);

    assertThat(paid.score().counted()).isEqualTo(upTo("2"));
    assertThat(paid.byPayer())
        .singleElement()
        .satisfies(row -> assertThat(row.allies()).containsExactly("NOR"));
    assertThat(supplied.onStatedNumbers().counted()).isEqualTo(NOTHING);
    assertThat(supplied.byPayer()).isEmpty();
  }

  /** The press says that twelve of the nineteen F-16 have come; no official word says how many. */
  @Test
  void whatDenmarkPromisedAndWhatCameOfIt() {
    assertThat(OFFICIAL.amount("DNK-F-16", Rung.PLEDGED)).isEqualTo(exactly("19"));
    assertThat(OFFICIAL.amount("DNK-F-16", Rung.IN_PLACE)).isEqualTo(NOTHING);
    assertThat(REPORTED.amount("DNK-F-16", Rung.PLEDGED)).isEqualTo(exactly("19"));
    assertThat(REPORTED.amount("DNK-F-16", Rung.IN_PLACE)).isEqualTo(exactly("12"));
  }

  /**
   * Each amount at the rate of the day on which it was said: Denmark about 580 m DKK; Norway 1.5 bn
   * NOK; the Netherlands 500 m EUR, 581,571,450, and 250 m EUR, 292,717,850; Spain 100 m EUR;
   * Germany 500 and 200 m USD; the United Kingdom 150 m GBP; Romania 50 m EUR; Croatia 15 m EUR;
   * Australia 50 m AUD; New Zealand 15 m NZD. What two groups gave together has no shares.
   */
  @Test
  void officialMoneyForUsMadeArmsByPayer() {
    SortedMap<String, Interval> money = purl(OFFICIAL);

    assertThat(money)
        .containsEntry("AUS", exactly("33199975"))
        .containsEntry("CAN", exactly("200000000"))
        .containsEntry("DEU", exactly("700000000"))
        .containsEntry("DNK", between("89607361.75", "91165750.65"))
        .containsEntry("DNK EST FIN ISL LVA LTU NOR SWE", exactly("500000000"))
        .containsEntry("DNK NOR SWE", exactly("500000000"))
        .containsEntry("ESP", exactly("115602000"))
        .containsEntry("EST", exactly("12000000"))
        .containsEntry("GBR", exactly("203787420"))
        .containsEntry("HRV", exactly("17563071"))
        .containsEntry("LTU", exactly("30000000"))
        .containsEntry("NLD", exactly("874289300"))
        .containsEntry("NOR", exactly("147043656"))
        .containsEntry("NZL", exactly("8673448.05"))
        .containsEntry("POL", exactly("100000000"))
        .containsEntry("ROU", exactly("58543570"))
        .containsEntry("SWE", exactly("275000000"));
    assertThat(without(money, NOTHING)).hasSize(17);
  }

  /**
   * The press adds Belgium 100 m EUR, Latvia 5 m EUR, Portugal 50 m EUR, Greece 20 m EUR, Iceland 1
   * bn ISK; Canada 500 m USD more; and Norway 5 bn NOK, 494,336,950, and 200 m USD: with the
   * 147,043,656 of August 841,380,606. Two joint rounds have no upper end. The billion that the
   * press gives for Spain does not override its own word.
   */
  @Test
  void moneyForUsMadeArmsByPayerWithThePress() {
    SortedMap<String, Interval> money = purl(REPORTED);

    assertThat(money)
        .containsEntry("BEL", exactly("117322270"))
        .containsEntry("CAN", exactly("700000000"))
        .containsEntry("ESP", exactly("115602000"))
        .containsEntry("GBR ISL NOR SWE LTU", ANYTHING)
        .containsEntry("GRC", exactly("23417428"))
        .containsEntry("ISL", exactly("8168620"))
        .containsEntry("LVA", exactly("5866113.5"))
        .containsEntry("NOR", exactly("841380606"))
        .containsEntry("NOR DEU POL NLD", new Interval(new BigDecimal("1000000000"), null))
        .containsEntry("PRT", exactly("58543570"));
    assertThat(without(money, NOTHING)).hasSize(24);
  }

  /** Four of the 26 are named. Germany is open; Poland is called cautious, and refuses itself. */
  @Test
  void whoIsNamedAndWhoIsCautious() {
    for (String named :
        List.of("EST-land-company", "FRA-land-troops", "GBR-land-troops", "LTU-land-troops")) {
      assertThat(REPORTED.position(named)).as(named).isEqualTo(Position.PLEDGED);
    }
    assertThat(REPORTED.position("DEU-land-troops")).isEqualTo(Position.CONSIDERING);
    assertThat(REPORTED.position("POL-land-troops")).isEqualTo(Position.DECLINED);
  }

  private static SortedMap<String, Interval> without(
      SortedMap<String, Interval> sums, Interval none) {
    SortedMap<String, Interval> kept = new TreeMap<>(sums);
    kept.values().removeIf(none::equals);
    return kept;
  }

  /** The pledges of money for PURL at the rung PLEDGED, by their allies, in US dollars. */
  private static SortedMap<String, Interval> purl(Question question) {
    SortedMap<String, Interval> sums = new TreeMap<>();
    BundledRegistry.REGISTRY.pledges().values().stream()
        .map(PledgeRecord::pledge)
        .filter(pledge -> "PURL".equals(pledge.programme()))
        .filter(pledge -> pledge.capability().equals("FUNDING"))
        .forEach(
            pledge ->
                sums.merge(
                    String.join(" ", pledge.allies()),
                    question.amount(String.valueOf(pledge.reference()), Rung.PLEDGED),
                    Interval::plus));
    return sums;
  }
}
