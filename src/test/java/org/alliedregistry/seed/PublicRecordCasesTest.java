package org.alliedregistry.seed;

import static org.alliedregistry.seed.Amount.ANYTHING;
import static org.alliedregistry.seed.Amount.NOTHING;
import static org.alliedregistry.seed.Amount.exactly;
import static org.alliedregistry.seed.Amount.upTo;
import static org.alliedregistry.seed.Question.OFFICIAL;
import static org.alliedregistry.seed.Question.REPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.alliedregistry.domain.coverage.RequirementCoverage;
import org.alliedregistry.domain.coverage.TraceLine;
import org.alliedregistry.domain.coverage.contribution.Reason;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.Purpose;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ten hard cases of the public record, and how the mapped record answers them. */
class PublicRecordCasesTest {

  private static final Question AID = REPORTED.against("steel-hedgehog");

  @Test
  void case01GermanPatriotsAreTwoAndCountOnce() {
    TraceLine promised = AID.trace("AIR_DEFENCE", "DEU-Patriot-2025");

    assertThat(promised.state().pledge().allies()).containsExactly("DEU");
    assertThat(promised.state().pledge().financedBy())
        .containsExactlyInAnyOrder("DNK", "LTU", "NOR");
    // Kyiv says that some have come, and the press says two. All is in place, so no condition is
    // open
    assertThat(promised.counted()).isEqualTo(exactly("2"));
    assertThat(promised.reasons()).containsExactly(Reason.COUNTED);
    assertThat(AID.amount("DEU-Patriot-2025", Rung.IN_PLACE)).isEqualTo(exactly("2"));
    // the minister asked for a replacement in July, and in August it was promised to him
    assertThat(OFFICIAL.on("2025-07-31").conditions("DEU-Patriot-2025"))
        .containsExactly("BACKFILL_BY_US");
    assertThat(OFFICIAL.on("2025-08-01").conditions("DEU-Patriot-2025")).isEmpty();
    // two of 2025 and three from before; those who pay have no systems of their own
    assertThat(
            promised
                .counted()
                .plus(AID.trace("AIR_DEFENCE", "DEU-Patriot-earlier").counted())
                .high())
        .isEqualByComparingTo("5");
    assertThat(alliesWithPatriots()).contains("DEU").doesNotContain("DNK", "LTU", "NOR");
  }

  @Test
  void case02DutchLaunchersAreNoSystem() {
    TraceLine sent = AID.trace("AIR_DEFENCE", "NLD-Patriot-composite");

    assertThat(sent.state().terms().amount().value())
        .isEqualTo(quantity("3", "3", "patriot_launcher"));
    assertThat(sent.counted()).as("no factor makes launchers a system").isEqualTo(ANYTHING);
    assertThat(sent.reasons()).containsExactly(Reason.NO_PLANNING_FACTOR);
    assertThat(sent.state().amounts().onStatedNumbers().amountAt(Rung.IN_PLACE)).isEqualTo(NOTHING);
    assertThat(
            OFFICIAL
                .against("steel-hedgehog")
                .trace("AIR_DEFENCE", "NLD-Patriot-composite")
                .reasons())
        .containsExactly(Reason.WEAK_EVIDENCE);
  }

  @Test
  void case03FiveInterceptorsDependOnThirtyFromOthers() {
    // before some of them were handed over
    Question official = OFFICIAL.against("steel-hedgehog").on("2026-03-01");
    TraceLine offer = official.trace("AIR_DEFENCE", "DEU-PAC-3");

    assertThat(offer.state().terms().amount().value())
        .isEqualTo(quantity("5", "5", "pac3_missile"));
    assertThat(offer.conditions()).containsOnlyKeys("MATCHING_PLEDGE", "US_APPROVAL");
    assertThat(offer.reasons()).containsExactly(Reason.CONDITION_OPEN, Reason.NO_PLANNING_FACTOR);
    assertThat(official.assuming("MATCHING_PLEDGE").trace("AIR_DEFENCE", "DEU-PAC-3").reasons())
        .as("Washington must agree as well")
        .contains(Reason.CONDITION_OPEN);
    assertThat(
            official
                .assuming("MATCHING_PLEDGE", "US_APPROVAL")
                .trace("AIR_DEFENCE", "DEU-PAC-3")
                .reasons())
        .containsExactly(Reason.NO_PLANNING_FACTOR);
  }

  @Test
  void case04BritishNumberIsWithheldAndTheJointCeilingCountsOnce() {
    TraceLine official = OFFICIAL.trace("LAND", "GBR-land-troops");
    TraceLine reported = REPORTED.trace("LAND", "GBR-land-troops");

    assertThat(official.state().terms().positionOrNull()).isEqualTo(Position.PLEDGED);
    assertThat(official.counted()).isEqualTo(ANYTHING);
    assertThat(official.reasons()).containsExactly(Reason.CONDITION_OPEN, Reason.UNQUANTIFIED);
    assertThat(reported.state().terms().positionOrNull()).isEqualTo(Position.PLEDGED);
    assertThat(reported.counted()).isEqualTo(upTo("7500"));
    assertThat(reported.reasons()).containsExactly(Reason.CONDITION_OPEN, Reason.WEAKER_AMOUNT);
    assertThat(REPORTED.on("2025-06-01").trace("LAND", "GBR-land-troops").counted())
        .as("the leak of April 2025")
        .isEqualTo(upTo("10000"));
    // pledged are the parts alone, 7,500 + 6,000; the ceiling is only considered
    assertThat(REPORTED.row("LAND", "FRA", "GBR")).isEqualTo(upTo("13500"));
    // and where it counts, it is 15,000: neither 28,500 nor 22,500
    assertThat(REPORTED.at(Rung.CONSIDERING).row("LAND", "FRA", "GBR")).isEqualTo(upTo("15000"));
  }

  @Test
  void case05EstonianCompanyIsOnePledgeOfUpTo250() {
    for (Question question :
        List.of(OFFICIAL, REPORTED, OFFICIAL.withEvidence(EvidenceGrade.SPECULATIVE))) {
      TraceLine company = question.trace("LAND", "EST-land-company");

      assertThat(company.state().terms().amount().value())
          .isEqualTo(quantity(null, "1", "company"));
      assertThat(company.counted()).isEqualTo(upTo("250"));
      assertThat(question.row("LAND", "EST")).isEqualTo(upTo("250"));
    }
    assertThat(REPORTED.standing("EST-land-company").terms().disputed())
        .as("the press has another number")
        .isTrue();
    assertThat(OFFICIAL.standing("EST-land-company").terms().disputed()).isFalse();
  }

  @Test
  void case06CzechWordTurnsWithTheGovernment() {
    assertThat(OFFICIAL.on("2025-08-20").position("CZE-land-troops")).isNull();
    assertThat(OFFICIAL.on("2025-12-31").position("CZE-land-troops"))
        .isEqualTo(Position.CONSIDERING);
    assertThat(OFFICIAL.on("2026-01-06").position("CZE-land-troops")).isEqualTo(Position.DECLINED);
    assertThat(OFFICIAL.conditions("CZE-land-troops"))
        .as("what was said before the refusal no longer counts")
        .isEmpty();
    // a partial adherence: the ammunition initiative goes on with the money of others
    assertThat(OFFICIAL.position("CZE-ammunition-coordination")).isEqualTo(Position.PLEDGED);
    assertThat(OFFICIAL.conditions("CZE-ammunition-coordination"))
        .containsExactlyInAnyOrder("FUNDED_BY_OTHERS");
    assertThat(OFFICIAL.position("CZE-EU-loan")).isEqualTo(Position.DECLINED);
  }

  @Test
  void case07OfficeHoldersStandAboveThePressOfTheSameDay() {
    assertThat(REPORTED.on("2025-03-27").position("GRC-land-troops")).isEqualTo(Position.DECLINED);
    // sources in Madrid call it premature, which is no refusal
    assertThat(REPORTED.on("2025-09-04").position("ESP-land-troops"))
        .isEqualTo(Position.CONSIDERING);
    assertThat(REPORTED.on("2026-01-06").position("ESP-land-troops"))
        .isEqualTo(Position.CONSIDERING);
    // the minister has no plan as yet: the door that his prime minister opened stays open
    assertThat(REPORTED.on("2026-01-07").position("ESP-land-troops"))
        .isEqualTo(Position.CONSIDERING);
    assertThat(OFFICIAL.standing("ESP-land-troops").terms().position().basis())
        .satisfies(s -> assertThat(s.attribution().speaker()).contains("Sánchez"));
    for (Question question : List.of(OFFICIAL, REPORTED)) {
      assertThat(question.position("SVN-land-troops")).isEqualTo(Position.CONSIDERING);
      assertThat(question.conditions("SVN-land-troops"))
          .containsExactlyInAnyOrder("AFTER_CEASEFIRE", "UN_OR_EU_MANDATE");
    }
  }

  @Test
  void case08TwentySixCountriesAreNoPledge() {
    assertThat(MappedRecord.BUNDLED.leftOut()).containsKeys("ALB-01", "CYP-01", "SVN-02");
    assertThat(MappedRecord.BUNDLED.leftOut().values())
        .filteredOn(why -> why.contains("the 26 "))
        .hasSize(2);
    assertThat(alliesOfTheForce()).isNotEmpty().doesNotContain("ALB", "CYP");
    // the list of a third party stands in the weakest grade, against its members' own word
    assertThat(REPORTED.trace("LAND", "ISL-land-troops").reasons())
        .containsExactly(Reason.WEAK_EVIDENCE);
    for (String own : List.of("TUR", "CAN", "AUS", "NZL", "NOR")) {
      assertThat(OFFICIAL.withEvidence(EvidenceGrade.SPECULATIVE).position(own + "-land-troops"))
          .as(own)
          .isEqualTo(Position.CONSIDERING);
    }
    for (String refused : List.of("ITA", "POL", "JPN")) {
      assertThat(REPORTED.position(refused + "-land-troops"))
          .as(refused)
          .isEqualTo(Position.DECLINED);
    }
  }

  @Test
  void case09DonatedAircraftAreNoSquadronsOfTheForce() {
    assertThat(REPORTED.requirement("AIR").trace())
        .filteredOn(line -> line.reasons().contains(Reason.WRONG_PURPOSE))
        .allSatisfy(line -> assertThat(line.counted()).isEqualTo(NOTHING))
        .extracting(line -> line.state().pledge().reference())
        .containsExactlyInAnyOrder(
            "BEL-F-16",
            "DNK-F-16",
            "FRA-Mirage-2000",
            "FRA-Rafale-sale",
            "NLD-F-16",
            "NOR-F-16",
            "SWE-Gripen-donation",
            "SWE-Gripen-sale");
    assertThat(REPORTED.requirement("AIR").onStatedNumbers().counted()).isEqualTo(NOTHING);
    // surveillance offered to the force, a sale, and a gift refused are three pledges of Sweden
    assertThat(OFFICIAL.trace("AIR", "SWE-air").reasons()).contains(Reason.UNQUANTIFIED);
    assertThat(OFFICIAL.said("SWE-Gripen-sale")).isEqualTo(quantity("100", "150", "aircraft"));
    assertThat(OFFICIAL.standing("SWE-Gripen-sale").terms().caveats().codes())
        .containsOnlyKeys("NON_BINDING_LOI");
    assertThat(REPORTED.position("SWE-Gripen-donation")).isEqualTo(Position.DECLINED);
    // thirty became "up to thirty"
    assertThat(OFFICIAL.on("2024-12-31").said("BEL-F-16"))
        .isEqualTo(quantity("30", "30", "aircraft"));
    assertThat(OFFICIAL.said("BEL-F-16")).isEqualTo(quantity(null, "30", "aircraft"));
  }

  /** Whatever Ukraine buys or pays for by a loan, on every line of the baseline of aid. */
  @Test
  void noSaleCountsAsAid() {
    Set<String> sales = new TreeSet<>();
    for (RequirementCoverage requirement :
        AID.withEvidence(EvidenceGrade.SPECULATIVE).coverage().requirements()) {
      for (TraceLine line : requirement.trace()) {
        if (line.state().pledge().purpose() == Purpose.SALE_TO_UKRAINE) {
          assertThat(line.reasons()).containsExactly(Reason.WRONG_PURPOSE);
          assertThat(line.counted()).isEqualTo(NOTHING);
          sales.add(String.valueOf(line.state().pledge().reference()));
        }
      }
    }
    assertThat(sales)
        .containsExactly(
            "FRA-Rafale-sale", "FRA-SAMPT-sale", "GBR-light-missiles-sale", "SWE-Gripen-sale");
  }

  /** The essay names four who promised troops on Ukrainian soil and two who remain cautious. */
  @Test
  void theNamedFourAndTheCautiousStandAsTheEssaySays() {
    Map<String, Position> essay = new TreeMap<>();
    for (MappedRecord.Mapped mapped : MappedRecord.BUNDLED.statements()) {
      if (mapped.pledge().path("capability").asText().equals("LAND_FORCES")
          && mapped.statement().path("source").path("publisher").asText().contains("Daalder")) {
        essay.put(
            mapped.pledge().path("allies").path(0).asText(),
            Position.valueOf(mapped.statement().path("position").asText()));
      }
    }
    assertThat(essay)
        .isEqualTo(
            Map.of(
                "DEU", Position.CONSIDERING,
                "EST", Position.PLEDGED,
                "FRA", Position.PLEDGED,
                "GBR", Position.PLEDGED,
                "LTU", Position.PLEDGED,
                "POL", Position.CONSIDERING));
  }

  @Test
  void case10MinehuntersAreHandedOverAndNotInTheBlackSea() {
    for (String reference : List.of("GBR-minehunters-sale", "BEL-minehunter", "NLD-minehunters")) {
      PledgeState ships = OFFICIAL.standing(reference);
      assertThat(ships.terms().place().value()).hasToString("ELSEWHERE");
      assertThat(ships.terms().conditions().codes()).containsOnlyKeys("STRAITS_OPEN");
      assertThat(OFFICIAL.trace("SEA", reference).reasons()).containsExactly(Reason.WRONG_PURPOSE);
    }
    assertThat(OFFICIAL.amount("GBR-minehunters-sale", Rung.IN_PLACE)).isEqualTo(exactly("2"));
    assertThat(OFFICIAL.amount("BEL-minehunter", Rung.IN_PLACE)).isEqualTo(exactly("1"));
    assertThat(OFFICIAL.amount("NLD-minehunters", Rung.IN_PLACE)).isEqualTo(exactly("1"));
    // the second is intended and not committed
    assertThat(OFFICIAL.amount("NLD-minehunters", Rung.COMMITTED)).isEqualTo(exactly("1"));
    assertThat(OFFICIAL.amount("NLD-minehunters", Rung.PLEDGED)).isEqualTo(exactly("2"));
    assertThat(REPORTED.conditions("GBR-minehunters-sale"))
        .as("the third party's veto is heard beside the handover")
        .containsExactly("STRAITS_OPEN");
  }

  private static Set<String> alliesOfTheForce() {
    return BundledRegistry.REGISTRY.pledges().values().stream()
        .map(PledgeRecord::pledge)
        .filter(pledge -> pledge.purpose() == Purpose.GUARANTEE_FORCE)
        .flatMap(pledge -> pledge.allies().stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> alliesWithPatriots() {
    return AID.requirement("AIR_DEFENCE").trace().stream()
        .map(line -> line.state().pledge())
        .filter(pledge -> String.valueOf(pledge.reference()).contains("Patriot"))
        .flatMap(pledge -> pledge.allies().stream())
        .collect(Collectors.toSet());
  }

  private static Quantity quantity(@Nullable String low, @Nullable String high, String unit) {
    return new Quantity(
        low == null ? null : new BigDecimal(low), high == null ? null : new BigDecimal(high), unit);
  }
}
