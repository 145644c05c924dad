package org.alliedregistry.domain.baseline;

import static org.alliedregistry.support.Baselines.AIR;
import static org.alliedregistry.support.Baselines.COMBAT_AIRCRAFT;
import static org.alliedregistry.support.Baselines.FORCE;
import static org.alliedregistry.support.Baselines.LAND;
import static org.alliedregistry.support.Baselines.LAND_FORCES;
import static org.alliedregistry.support.Baselines.NAVAL_PRESENCE;
import static org.alliedregistry.support.Baselines.SEA;
import static org.alliedregistry.support.Baselines.anyPurpose;
import static org.alliedregistry.support.Baselines.in;
import static org.alliedregistry.support.Baselines.requiring;
import static org.alliedregistry.support.Baselines.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import org.alliedregistry.domain.baseline.Requirement.Required;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.Purpose;
import org.junit.jupiter.api.Test;

class RequirementTest {

  private static Requirement forAid(Requirement line) {
    return with(
        line, line.required(), new TreeSet<>(Set.of(Purpose.AID_TO_UKRAINE)), line.places());
  }

  @Test
  void requiredAmountIsConvertedExactly() {
    assertThat(FORCE.requiredInAccount(LAND, LAND_FORCES)).contains(new BigDecimal("20000"));
    assertThat(FORCE.requiredInAccount(AIR, COMBAT_AIRCRAFT)).contains(new BigDecimal("200"));
    assertThat(FORCE.requiredInAccount(requiring(LAND, "7.50"), LAND_FORCES))
        .contains(new BigDecimal("7.5"));
  }

  @Test
  void requiredAmountIsWrittenInPlainDigits() {
    Requirement half =
        with(LAND, new Required(new BigDecimal("2.5"), "brigade"), LAND.purposes(), LAND.places());
    assertThat(FORCE.requiredInAccount(half, LAND_FORCES)).contains(new BigDecimal("12500"));
  }

  @Test
  void namedWithoutANumberRequiresNoAmount() {
    assertThat(FORCE.requiredInAccount(SEA, NAVAL_PRESENCE)).isEmpty();
  }

  @Test
  void absentPurposesAndPlacesAcceptAny() {
    assertThat(anyPurpose(LAND).accepts(Purpose.STANDING_ACTIVITY)).isTrue();
    assertThat(LAND.accepts(Purpose.STANDING_ACTIVITY)).isFalse();
    assertThat(LAND.accepts(PlaceOfEmployment.ELSEWHERE)).isTrue();
    assertThat(in(LAND, PlaceOfEmployment.IN_UKRAINE).accepts(PlaceOfEmployment.ELSEWHERE))
        .isFalse();
  }

  @Test
  void overlapsWhereOnePledgeCouldCountTowardBoth() {
    assertThat(LAND.overlaps(LAND)).isTrue();
    assertThat(LAND.overlaps(anyPurpose(LAND))).isTrue();
    assertThat(LAND.overlaps(in(LAND, PlaceOfEmployment.IN_UKRAINE))).isTrue();
    assertThat(
            in(LAND, PlaceOfEmployment.IN_UKRAINE, PlaceOfEmployment.ELSEWHERE)
                .overlaps(in(LAND, PlaceOfEmployment.ELSEWHERE)))
        .isTrue();
  }

  @Test
  void doesNotOverlapWhereCapabilityPurposeOrPlaceDiffers() {
    assertThat(LAND.overlaps(AIR)).isFalse();
    assertThat(LAND.overlaps(forAid(LAND))).isFalse();
    assertThat(
            in(LAND, PlaceOfEmployment.IN_UKRAINE).overlaps(in(LAND, PlaceOfEmployment.ELSEWHERE)))
        .isFalse();
  }
}
