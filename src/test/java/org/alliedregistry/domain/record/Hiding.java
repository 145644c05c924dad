package org.alliedregistry.domain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.alliedregistry.domain.pledge.Statement;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.support.RecordedCase;

/** Made-up registries in which some things are hidden. */
final class Hiding {

  private Hiding() {}

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
    if (content instanceof EntryContent.PledgeSaid said) {
      Statement s = said.statement();
      return new EntryContent.PledgeSaid(
          new Statement(s.id(), s.pledge(), released(s.said(), released), s.says()));
    }
    if (content instanceof EntryContent.ConditionSaid said) {
      ConditionStatement s = said.statement();
      return new EntryContent.ConditionSaid(
          said.condition(),
          new ConditionStatement(s.id(), released(s.said(), released), s.state(), s.ally()));
    }
    return content;
  }

  private static Attribution released(Attribution said, Releasability released) {
    return new Attribution(
        said.saidOn(),
        said.evidence(),
        said.speaker(),
        said.source(),
        released,
        said.corrects(),
        said.isVoid(),
        said.note());
  }

  /** The same entry; where it is hidden, it says something else on another day. */
  static Entry disguised(Entry entry, RegistrySnapshot all, Audience audience) {
    if (isFor(audience, all, entry)
        || !(entry.content() instanceof EntryContent.PledgeSaid told)
        || told.statement().said().isVoid()) {
      return entry;
    }
    Statement s = told.statement();
    Attribution said = s.said();
    Attribution other =
        new Attribution(
            said.saidOn().plusDays(400),
            said.evidence(),
            "somebody else",
            said.source(),
            said.releasability(),
            said.corrects(),
            said.isVoid(),
            "another note");
    return new Entry(
        entry.stamp(),
        new EntryContent.PledgeSaid(new Statement(s.id(), s.pledge(), other, s.says())));
  }

  static boolean isFor(Audience audience, RegistrySnapshot all, Entry entry) {
    if (entry.content() instanceof EntryContent.PledgeSaid said) {
      return audience.sees(
          said.statement().said().releasability(),
          all.pledge(said.statement().pledge()).orElseThrow().pledge().allies());
    }
    if (entry.content() instanceof EntryContent.ConditionSaid said) {
      String ally = said.statement().ally();
      return audience.sees(
          said.statement().said().releasability(), ally == null ? List.of() : List.of(ally));
    }
    return true;
  }
}
