package org.alliedregistry.domain.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alliedregistry.support.RandomCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("property")
class PledgeStatementsTest {

  @Test
  void saidOneByOneOrAllAtOnceTheSameStands() {
    RandomCase.all()
        .forEach(
            each ->
                each.registry()
                    .dossiers()
                    .values()
                    .forEach(PledgeStatementsTest::theSameWheneverItWasSaid));
  }

  private static void theSameWheneverItWasSaid(PledgeStatements whole) {
    PledgeStatements grown = PledgeStatements.of(whole.age(), whole.pledge(), List.of());
    for (int said = 1; said <= whole.recorded().size(); said++) {
      List<Statement> all = whole.recorded().subList(0, said);
      grown = grown.with(all);
      assertThat(grown)
          .as("%s", all)
          .isEqualTo(PledgeStatements.of(whole.age(), whole.pledge(), all));
    }
    assertThat(grown).isEqualTo(whole);
  }
}
