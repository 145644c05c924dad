package org.alliedregistry.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.alliedregistry.pledge.Statement;
import org.alliedregistry.reference.Audience;
import org.alliedregistry.reference.Releasability;
import org.alliedregistry.support.RandomCase;
import org.alliedregistry.support.RecordedCase;
import org.alliedregistry.support.Say;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an audience sees, on made-up registries in which some things are hidden. */
@Tag("property")
class SightTest {

  private static final List<Audience> AUDIENCES =
      List.of(Audience.PUBLIC, Audience.COALITION, Audience.of("EST"), Audience.of("FRA"));

  static Stream<RecordedCase> cases() {
    return RandomCase.all().limit(120).map(RecordedCase::of);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSecretariatSeesEverything(RecordedCase each) {
    Registry all = Registry.EMPTY.apply(Hiding.hiding(each, 1));

    assertThat(Sight.of(Audience.SECRETARIAT, all)).isSameAs(all);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whereNothingIsHiddenTheViewIsTheRegistryButForWhenAPledgeIsOpened(RecordedCase each) {
    Registry seen = Sight.of(Audience.PUBLIC, each.registry());

    seen.pledges()
        .forEach(
            (id, file) ->
                assertThat(file.dossier())
                    .isEqualTo(
                        each.registry()
                            .pledge(id)
                            .orElseThrow()
                            .dossier()
                            .aged(file.dossier().age())));
    assertThat(seen.conditions()).isEqualTo(each.registry().conditions());
  }

  /** Those whose pledges can be recorded in any order. */
  static Stream<RecordedCase> casesWithoutParts() {
    return cases()
        .filter(
            each ->
                each.registry().pledges().values().stream()
                    .allMatch(file -> file.pledge().partOf() == null));
  }

  @ParameterizedTest
  @MethodSource("casesWithoutParts")
  void whatIsRecordedAtOnceAndHidesNothingIsNotCopied(RecordedCase each) {
    Registry all = Registry.EMPTY.apply(each.entries().stream().map(SightTest::atOnce).toList());

    assertThat(Sight.of(Audience.PUBLIC, all)).isSameAs(all);
  }

  private static Entry atOnce(Entry entry) {
    return new Entry(
        Stamp.of(
            entry.stamp().sequence(),
            Instant.EPOCH,
            entry.stamp().by(),
            entry.stamp().hash(),
            entry.content()),
        entry.content());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void growingWithTheLedgerIsTheSameAsBeingMadeAnew(RecordedCase each) {
    List<Entry> entries = Hiding.hiding(each, 2);
    for (Audience audience : AUDIENCES) {
      Registry all = Registry.EMPTY;
      Registry seen = Registry.EMPTY;
      for (Entry entry : entries) {
        Registry next = all.apply(List.of(entry));
        seen = Sight.next(audience, seen, all, next);
        all = next;
      }
      assertThat(seen).as(audience.code()).isEqualTo(Sight.of(audience, all));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatWasKnownThenIsWhatWasSeenThen(RecordedCase each) {
    Registry all = Registry.EMPTY.apply(Hiding.hiding(each, 3));
    for (Audience audience : AUDIENCES) {
      Registry seen = Sight.of(audience, all);
      for (long then = 1; then < all.journal().size(); then += 7) {
        assertThat(Sight.of(audience, all.asOf(then)))
            .as(audience.code() + " as of " + then)
            .isEqualTo(seen.asOf(then));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsHiddenMayBeAnythingAndTheViewStaysAsItIs(RecordedCase each) {
    List<Entry> entries = Hiding.hiding(each, 4);
    for (Audience audience : AUDIENCES) {
      Registry all = Registry.EMPTY.apply(entries);
      Registry other =
          Registry.EMPTY.apply(
              entries.stream().map(e -> Hiding.disguised(e, all, audience)).toList());

      assertThat(Sight.of(audience, other)).isEqualTo(Sight.of(audience, all));
    }
  }

  @Test
  void inTheseRegistriesMuchIsHiddenAndMuchIsNot() {
    long all = 0;
    long seen = 0;
    long disguised = 0;
    for (RecordedCase each : cases().toList()) {
      Registry registry = Registry.EMPTY.apply(Hiding.hiding(each, 4));
      all += registry.journal().size();
      seen += Sight.of(Audience.PUBLIC, registry).journal().size();
      disguised +=
          registry.journal().stream()
              .filter(e -> Hiding.disguised(e, registry, Audience.PUBLIC) != e)
              .count();
    }
    assertThat(seen).isBetween(all / 4, all * 3 / 4);
    assertThat(disguised).isGreaterThan(all / 10);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingThatIsNotForAnAudienceIsInItsView(RecordedCase each) {
    Registry all = Registry.EMPTY.apply(Hiding.hiding(each, 5));
    for (Audience audience : AUDIENCES) {
      for (Entry entry : Sight.of(audience, all).journal()) {
        assertThat(Hiding.isFor(audience, all, entry)).as(audience.code() + " " + entry).isTrue();
      }
    }
  }

  @Test
  void aLongChainOfVoidsIsWalkedOnce() {
    for (Releasability first : Releasability.values()) {
      Registry all = Registry.EMPTY.apply(chain(5_000, first));

      Registry seen = Sight.of(Audience.PUBLIC, all);
      assertThat(seen.pledges()).hasSize(first == Releasability.PUBLIC ? 1 : 0);
      assertThat(Sight.next(Audience.PUBLIC, seen, all, all)).isEqualTo(seen);
    }
  }

  /** A pledge whose first statement is mended by a void, that by another, and so on. */
  private static List<Entry> chain(int length, Releasability first) {
    RecordedCase each = cases().findFirst().orElseThrow();
    Content.PledgeVersion opened =
        each.entries().stream()
            .map(Entry::content)
            .filter(Content.PledgeVersion.class::isInstance)
            .map(Content.PledgeVersion.class::cast)
            .findFirst()
            .orElseThrow();
    List<Entry> entries = new ArrayList<>(List.of(RecordedCase.entry(1, opened)));
    @Nullable String corrects = null;
    for (int i = 0; i < length; i++) {
      Say say = corrects == null ? Say.pledged() : Say.that().voids(corrects);
      Statement said = say.id("s" + i).of(opened.pledge().id(), i + 1);
      Content.PledgeSaid content = new Content.PledgeSaid(said);
      entries.add(
          RecordedCase.entry(
              i + 2,
              i == 0
                  ? Hiding.released(content, first)
                  : Hiding.released(content, Releasability.PUBLIC)));
      corrects = "s" + i;
    }
    return entries;
  }
}
