package org.alliedregistry.bench;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.pledge.statement.Side;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.pledge.statement.StatementContent;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.domain.reference.Source;

/** Pledges and statements that are made up by counting: every run makes the same. */
public final class Synthetic {

  /** About what the public record has at most. */
  public static final int STATEMENTS_OF_A_PLEDGE = 10;

  /**
   * So many pledge something. With the six requirements of the default baseline, a hundred pledges
   * name each of them for each: an answer has as many rows with 1,000 statements as with 1,000,000.
   */
  private static final int ALLIES = 16;

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

  private Synthetic() {}

  /** A registry and so many statements more, on pledges for what the default baseline asks. */
  public static RegistrySnapshot grown(RegistrySnapshot before, int statements) {
    return before.apply(entries(before, contents(before, 0, statements)));
  }

  /**
   * The statements from one number to another, each with the pledge that it opens.
   *
   * @param before the registry that has the allies and the capabilities
   */
  public static List<EntryContent> contents(RegistrySnapshot before, int from, int to) {
    List<String> allies = List.copyOf(before.allies().keySet());
    List<Requirement> asked = before.baseline(Baseline.DEFAULT).orElseThrow().requirements();
    List<EntryContent> contents = new ArrayList<>();
    for (int i = from; i < to; i++) {
      int pledge = i / STATEMENTS_OF_A_PLEDGE;
      String capability = asked.get(pledge / ALLIES % asked.size()).capability();
      if (i % STATEMENTS_OF_A_PLEDGE == 0) {
        String ally = allies.get(pledge % ALLIES);
        contents.add(new EntryContent.PledgeVersionRecorded(pledge(pledge, ally, capability)));
      }
      String unit = before.capability(capability).orElseThrow().unitOfAccount();
      contents.add(
          new EntryContent.StatementRecorded(
              statement(id(pledge), i % STATEMENTS_OF_A_PLEDGE, unit)));
    }
    return contents;
  }

  /** What would be recorded next, as the entries of it. */
  public static List<Entry> entries(RegistrySnapshot before, List<EntryContent> contents) {
    EntryStamp last = Objects.requireNonNull(before.last());
    List<Entry> entries = new ArrayList<>();
    for (EntryContent content : contents) {
      long sequence = last.sequence() + entries.size() + 1;
      Instant at = last.at().plusMillis(entries.size() + 1L);
      String hash = String.format("%064d", sequence);
      entries.add(new Entry(EntryStamp.of(sequence, at, "synthetic", hash, content), content));
    }
    return entries;
  }

  public static String id(int pledge) {
    return uuid("pledge " + pledge);
  }

  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  public static Pledge pledge(int number, String ally, String capability) {
    return new Pledge(
        id(number),
        null,
        List.of(ally),
        Collections.emptySortedMap(),
        List.of(),
        capability,
        Purpose.GUARANTEE_FORCE,
        "Made up, " + number,
        null,
        null,
        null);
  }

  /** One of the many things said of a pledge: sizes go up and down, now and then it is weaker. */
  public static Statement statement(String pledge, int number, String unit) {
    Attribution statement =
        new Attribution(
            FIRST_DAY.plusDays(number),
            number % 5 == 4 ? EvidenceGrade.REPORTED : EvidenceGrade.OFFICIAL,
            "Minister of Defence",
            source(pledge, number),
            Releasability.PUBLIC,
            null,
            false,
            null);
    BigDecimal min = BigDecimal.valueOf(1 + number % 7);
    Quantity amount = new Quantity(min, min.add(BigDecimal.TEN), unit);
    Progress committed = new Progress.Counted(new Quantity(min, min, unit));
    SortedSet<String> conditions = new TreeSet<>(List.of("AFTER_CEASEFIRE"));
    return new Statement(
        uuid(pledge + " " + number),
        pledge,
        statement,
        new StatementContent(
            number % 5 == 0 ? Position.PLEDGED : null,
            FieldValue.of(amount),
            FieldValue.absent(),
            number % 3 == 2 ? FieldValue.of(committed) : FieldValue.absent(),
            FieldValue.absent(),
            FieldValue.absent(),
            number % 4 == 0 ? FieldValue.of(conditions) : FieldValue.absent(),
            Collections.emptySortedSet(),
            FieldValue.absent(),
            FieldValue.of(PlaceOfEmployment.IN_UKRAINE),
            FieldValue.absent(),
            FieldValue.absent(),
            number % 2 == 0 ? FieldValue.of(30) : FieldValue.absent(),
            FieldValue.absent(),
            Side.DONOR));
  }

  private static Source source(String pledge, int number) {
    return new Source(
        "Statement " + number + " on " + pledge,
        "Ministry of Defence",
        "https://example.org/statements/" + pledge + "/" + number,
        FIRST_DAY.plusDays(number));
  }
}
