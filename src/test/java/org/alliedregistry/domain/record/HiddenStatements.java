package org.alliedregistry.domain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.support.RecordedCase;

/** Made-up registries in which some things are hidden. */
final class HiddenStatements {

  private HiddenStatements() {}

  /** The same entries, many of their statements not for everybody. */
  static List<Entry> hiding(RecordedCase each, int salt) {
    Random random = new Random(each.entries().size() * 31L + salt);
    List<Entry> hiding = new ArrayList<>();
    for (Entry entry : each.entries()) {
      Releasability released = Releasability.values()[random.nextInt(3)];
      hiding.add(new Entry(entry.stamp(), released(entry.content(), released)));
    }
    return hiding;
  }

  static EntryContent released(EntryContent content, Releasability released) {
    if (content instanceof EntryContent.StatementRecorded recorded) {
      Statement s = recorded.statement();
      return new EntryContent.StatementRecorded(
          new Statement(s.id(), s.pledge(), released(s.attribution(), released), s.content()));
    }
    if (content instanceof EntryContent.ConditionStatementRecorded recorded) {
      ConditionStatement s = recorded.statement();
      return new EntryContent.ConditionStatementRecorded(
          recorded.condition(),
          new ConditionStatement(s.id(), released(s.attribution(), released), s.state(), s.ally()));
    }
    return content;
  }

  private static Attribution released(Attribution statement, Releasability released) {
    return new Attribution(
        statement.saidOn(),
        statement.evidence(),
        statement.speaker(),
        statement.source(),
        released,
        statement.corrects(),
        statement.isVoid(),
        statement.note());
  }

  /** The same entry; where it is hidden, it says something else on another day. */
  static Entry disguised(Entry entry, RegistrySnapshot all, Audience audience) {
    if (isFor(audience, all, entry)
        || !(entry.content() instanceof EntryContent.StatementRecorded history)
        || history.statement().attribution().isVoid()) {
      return entry;
    }
    Statement s = history.statement();
    Attribution statement = s.attribution();
    Attribution other =
        new Attribution(
            statement.saidOn().plusDays(400),
            statement.evidence(),
            "somebody else",
            statement.source(),
            statement.releasability(),
            statement.corrects(),
            statement.isVoid(),
            "another note");
    return new Entry(
        entry.stamp(),
        new EntryContent.StatementRecorded(new Statement(s.id(), s.pledge(), other, s.content())));
  }

  static boolean isFor(Audience audience, RegistrySnapshot all, Entry entry) {
    if (entry.content() instanceof EntryContent.StatementRecorded recorded) {
      return audience.sees(
          recorded.statement().attribution().releasability(),
          all.pledge(recorded.statement().pledge()).orElseThrow().pledge().allies());
    }
    if (entry.content() instanceof EntryContent.ConditionStatementRecorded recorded) {
      String ally = recorded.statement().ally();
      return audience.sees(
          recorded.statement().attribution().releasability(),
          ally == null ? List.of() : List.of(ally));
    }
    return true;
  }
}
