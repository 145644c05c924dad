package org.alliedregistry.domain.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.support.RandomCase;
import org.alliedregistry.support.RecordedCase;
import org.alliedregistry.support.StatementFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an audience sees, on made-up registries in which some things are hidden. */
@Tag("property")
@Execution(ExecutionMode.CONCURRENT)
class AudienceViewTest {

  private static final List<Audience> AUDIENCES =
      List.of(Audience.PUBLIC, Audience.COALITION, Audience.of("EST"), Audience.of("FRA"));

  static Stream<RecordedCase> cases() {
    return RandomCase.all().limit(120).map(RecordedCase::of);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSecretariatSeesEverything(RecordedCase each) {
    RegistrySnapshot all = RegistrySnapshot.EMPTY.apply(HiddenStatements.hiding(each, 1));

    assertThat(AudienceView.of(Audience.SECRETARIAT, all)).isSameAs(all);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whereNothingIsHiddenTheViewIsTheRegistryButForWhenAPledgeIsOpened(RecordedCase each) {
    RegistrySnapshot seen = AudienceView.of(Audience.PUBLIC, each.registry());

    seen.pledges()
        .forEach(
            (id, record) ->
                assertThat(record.pledgeStatements())
                    .isEqualTo(
                        each.registry()
                            .pledge(id)
                            .orElseThrow()
                            .pledgeStatements()
                            .withOrder(record.pledgeStatements().openingOrder())));
    assertThat(seen.conditions()).isEqualTo(each.registry().conditions());
  }

  /** Those whose pledges can be recorded in any order. */
  static Stream<RecordedCase> casesWithoutParts() {
    return cases()
        .filter(
            each ->
                each.registry().pledges().values().stream()
                    .allMatch(record -> record.pledge().partOf() == null));
  }

  @ParameterizedTest
  @MethodSource("casesWithoutParts")
  void whatIsRecordedAtOnceAndHidesNothingIsNotCopied(RecordedCase each) {
    RegistrySnapshot all =
        RegistrySnapshot.EMPTY.apply(
            each.entries().stream().map(AudienceViewTest::atOnce).toList());

    assertThat(AudienceView.of(Audience.PUBLIC, all)).isSameAs(all);
  }

  private static Entry atOnce(Entry entry) {
    return new Entry(
        EntryStamp.of(
            entry.stamp().sequence(),
            Instant.EPOCH,
            entry.stamp().recordedBy(),
            entry.stamp().hash(),
            entry.content()),
        entry.content());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void growingWithTheLedgerIsTheSameAsBeingMadeAnew(RecordedCase each) {
    List<Entry> entries = HiddenStatements.hiding(each, 2);
    for (Audience audience : AUDIENCES) {
      RegistrySnapshot all = RegistrySnapshot.EMPTY;
      RegistrySnapshot seen = RegistrySnapshot.EMPTY;
      for (Entry entry : entries) {
        RegistrySnapshot next = all.apply(List.of(entry));
        seen = AudienceView.next(audience, seen, all, next);
        all = next;
      }
      assertThat(seen).as(audience.code()).isEqualTo(AudienceView.of(audience, all));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatWasKnownThenIsWhatWasSeenThen(RecordedCase each) {
    RegistrySnapshot all = RegistrySnapshot.EMPTY.apply(HiddenStatements.hiding(each, 3));
    for (Audience audience : AUDIENCES) {
      RegistrySnapshot seen = AudienceView.of(audience, all);
      for (long then = 1; then < all.log().size(); then += 7) {
        assertThat(AudienceView.of(audience, all.asOf(then)))
            .as(audience.code() + " as of " + then)
            .isEqualTo(seen.asOf(then));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsHiddenMayBeAnythingAndTheViewStaysAsItIs(RecordedCase each) {
    List<Entry> entries = HiddenStatements.hiding(each, 4);
    for (Audience audience : AUDIENCES) {
      RegistrySnapshot all = RegistrySnapshot.EMPTY.apply(entries);
      RegistrySnapshot other =
          RegistrySnapshot.EMPTY.apply(
              entries.stream().map(e -> HiddenStatements.disguised(e, all, audience)).toList());

      assertThat(AudienceView.of(audience, other)).isEqualTo(AudienceView.of(audience, all));
    }
  }

  @Test
  void inTheseRegistriesMuchIsHiddenAndMuchIsNot() {
    long all = 0;
    long seen = 0;
    long disguised = 0;
    for (RecordedCase each : cases().toList()) {
      RegistrySnapshot registry = RegistrySnapshot.EMPTY.apply(HiddenStatements.hiding(each, 4));
      all += registry.log().size();
      seen += AudienceView.of(Audience.PUBLIC, registry).log().size();
      disguised +=
          registry.log().stream()
              .filter(e -> HiddenStatements.disguised(e, registry, Audience.PUBLIC) != e)
              .count();
    }
    assertThat(seen).isBetween(all / 4, all * 3 / 4);
    assertThat(disguised).isGreaterThan(all / 10);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingThatIsNotForAnAudienceIsInItsView(RecordedCase each) {
    RegistrySnapshot all = RegistrySnapshot.EMPTY.apply(HiddenStatements.hiding(each, 5));
    for (Audience audience : AUDIENCES) {
      for (Entry entry : AudienceView.of(audience, all).log()) {
        assertThat(HiddenStatements.isFor(audience, all, entry))
            .as(audience.code() + " " + entry)
            .isTrue();
      }
    }
  }

  @Test
  void aLongChainOfVoidsIsWalkedOnce() {
    for (Releasability first : Releasability.values()) {
      RegistrySnapshot all = RegistrySnapshot.EMPTY.apply(chain(5_000, first));

      RegistrySnapshot seen = AudienceView.of(Audience.PUBLIC, all);
      assertThat(seen.pledges()).hasSize(first == Releasability.PUBLIC ? 1 : 0);
      assertThat(AudienceView.next(Audience.PUBLIC, seen, all, all)).isEqualTo(seen);
    }
  }

  /** A pledge whose first statement is mended by a void, that by another, and so on. */
  private static List<Entry> chain(int length, Releasability first) {
    RecordedCase each = cases().findFirst().orElseThrow();
    EntryContent.PledgeVersionRecorded opened =
        each.entries().stream()
            .map(Entry::content)
            .filter(EntryContent.PledgeVersionRecorded.class::isInstance)
            .map(EntryContent.PledgeVersionRecorded.class::cast)
            .findFirst()
            .orElseThrow();
    List<Entry> entries = new ArrayList<>(List.of(RecordedCase.entry(1, opened)));
    @Nullable String corrects = null;
    for (int i = 0; i < length; i++) {
      StatementFixture say =
          corrects == null ? StatementFixture.pledged() : StatementFixture.that().voids(corrects);
      Statement statement = say.id("s" + i).of(opened.pledge().id(), i + 1);
      EntryContent.StatementRecorded content = new EntryContent.StatementRecorded(statement);
      entries.add(
          RecordedCase.entry(
              i + 2,
              i == 0
                  ? HiddenStatements.released(content, first)
                  : HiddenStatements.released(content, Releasability.PUBLIC)));
      corrects = "s" + i;
    }
    return entries;
  }
}
