package org.alliedregistry.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alliedregistry.support.RandomCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("property")
class DossierTest {

  @Test
  void saidOneByOneOrAllAtOnceTheSameStands() {
    RandomCase.all()
        .forEach(
            each ->
                each.registry().dossiers().values().forEach(DossierTest::theSameWheneverItWasSaid));
  }

  private static void theSameWheneverItWasSaid(Dossier whole) {
    Dossier grown = Dossier.of(whole.age(), whole.pledge(), List.of());
    for (int said = 1; said <= whole.recorded().size(); said++) {
      List<Statement> all = whole.recorded().subList(0, said);
      grown = grown.with(all);
      assertThat(grown).as("%s", all).isEqualTo(Dossier.of(whole.age(), whole.pledge(), all));
    }
    assertThat(grown).isEqualTo(whole);
  }
}
