package org.alliedregistry.domain.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alliedregistry.domain.pledge.statement.Statement;
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
                    .pledges()
                    .values()
                    .forEach(PledgeStatementsTest::theSameWheneverItWasSaid));
  }

  private static void theSameWheneverItWasSaid(PledgeStatements whole) {
    PledgeStatements grown = PledgeStatements.of(whole.openingOrder(), whole.pledge(), List.of());
    for (int statement = 1; statement <= whole.recorded().size(); statement++) {
      List<Statement> all = whole.recorded().subList(0, statement);
      grown = grown.with(all);
      assertThat(grown)
          .as("%s", all)
          .isEqualTo(PledgeStatements.of(whole.openingOrder(), whole.pledge(), all));
    }
    assertThat(grown).isEqualTo(whole);
  }
}
