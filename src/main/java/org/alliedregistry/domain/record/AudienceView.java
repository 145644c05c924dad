package org.alliedregistry.domain.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.Statement;
import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.jspecify.annotations.Nullable;

/**
 * What an audience sees: a registry of its own, made of the entries it may see as if nothing else
 * had ever been recorded. Whatever is computed on it cannot depend on what is hidden.
 *
 * <p>A pledge is there from its first visible statement on, opened together with it; a whole that
 * is not there is not named; and a correction stands for the last visible of those that it mends.
 */
public final class AudienceView {

  private final Audience audience;
  private final RegistrySnapshot all;
  private final RegistrySnapshot before;
  private final Map<String, Told<Statement>> pledges = new HashMap<>();
  private final Map<String, Told<ConditionStatement>> conditions = new HashMap<>();
  private final Map<String, Pledge> versions = new HashMap<>();
  private final Map<String, Integer> opened = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> unopened = new HashSet<>();
  private boolean hides;

  private AudienceView(Audience audience, RegistrySnapshot all, RegistrySnapshot before) {
    this.audience = audience;
    this.all = all;
    this.before = before;
  }

  /** What an audience sees of a registry. */
  public static RegistrySnapshot of(Audience audience, RegistrySnapshot all) {
    return next(audience, RegistrySnapshot.EMPTY, RegistrySnapshot.EMPTY, all);
  }

  /**
   * The same, where it is known what it saw of an earlier state.
   *
   * @param seen what it saw then; where that was everything, and still is, nothing is copied
   * @param then the earlier state of the registry
   * @param all the registry now
   */
  public static RegistrySnapshot next(
      Audience audience, RegistrySnapshot seen, RegistrySnapshot then, RegistrySnapshot all) {
    if (audience.equals(Audience.SECRETARIAT)) {
      return all;
    }
    AudienceView sight = new AudienceView(audience, all, seen);
    all.entriesSince(then).forEach(sight::look);
    boolean hides = sight.hides || !sight.unopened.isEmpty();
    return seen == then && !hides ? all : seen.apply(sight.entries);
  }

  private void look(Entry entry) {
    EntryStamp stamp = entry.stamp();
    if (entry.content() instanceof EntryContent.PledgeVersion version) {
      if (version(version.pledge().id()) == null) {
        unopened.add(version.pledge().id());
      } else {
        show(stamp, version.pledge());
      }
    } else if (entry.content() instanceof EntryContent.PledgeSaid said) {
      look(entry, said.statement());
    } else if (entry.content() instanceof EntryContent.ConditionSaid said) {
      look(entry, said.condition(), said.statement());
    } else {
      entries.add(entry);
    }
  }

  private void look(Entry entry, Statement statement) {
    PledgeRecord file = all.pledge(statement.pledge()).orElseThrow();
    Told<Statement> told =
        pledges.computeIfAbsent(
            statement.pledge(),
            id -> new Told<>(audience, s -> file.pledge().allies(), file.statements()));
    if (!told.isSeen(statement)) {
      hides = true;
      return;
    }
    if (version(statement.pledge()) == null) {
      open(entry.stamp(), file);
    }
    Attribution shown = told.shown(statement);
    add(
        entry,
        shown == statement.said(),
        () ->
            new EntryContent.PledgeSaid(
                new Statement(statement.id(), statement.pledge(), shown, statement.says())));
  }

  private void look(Entry entry, String condition, ConditionStatement statement) {
    ConditionRecord record = all.condition(condition).orElseThrow();
    Told<ConditionStatement> told =
        conditions.computeIfAbsent(
            condition, code -> new Told<>(audience, AudienceView::alliesOf, record.statements()));
    if (!told.isSeen(statement)) {
      hides = true;
      return;
    }
    Attribution shown = told.shown(statement);
    add(
        entry,
        shown == statement.said(),
        () ->
            new EntryContent.ConditionSaid(
                condition,
                new ConditionStatement(
                    statement.id(), shown, statement.state(), statement.ally())));
  }

  private static List<String> alliesOf(ConditionStatement statement) {
    return statement.ally() == null ? List.of() : List.of(statement.ally());
  }

  private void add(Entry entry, boolean asRecorded, Supplier<EntryContent> shown) {
    hides |= !asRecorded;
    entries.add(asRecorded ? entry : new Entry(entry.stamp(), shown.get()));
  }

  /** Opens a pledge with the first thing that is seen of it, and puts its parts under it. */
  private void open(EntryStamp stamp, PledgeRecord file) {
    unopened.remove(file.pledge().id());
    Recorded<Pledge> latest = latest(file, stamp);
    if (latest.stamp().at().equals(stamp.at())) {
      show(latest.stamp(), latest.value());
    } else {
      hides = true;
      show(stamp, latest.value());
      all.pledges()
          .everPartsOf(file.pledge().id())
          .filter(part -> version(part.pledge().id()) != null)
          .sorted(Comparator.comparingInt(part -> place(part.pledge().id())))
          .forEach(part -> show(stamp, latest(part, stamp).value()));
    }
  }

  /** Where a pledge stands in the order in which the audience came to see them. */
  private int place(String id) {
    int age = before.pledges().age(id);
    return age < 0 ? before.pledges().size() + opened.getOrDefault(id, 0) : age;
  }

  private static Recorded<Pledge> latest(PledgeRecord file, EntryStamp stamp) {
    List<Recorded<Pledge>> versions = Recorded.upTo(file.history().versions(), stamp.sequence());
    return versions.get(versions.size() - 1);
  }

  /** A version of a pledge, unless nothing of it is new to the audience. */
  private void show(EntryStamp stamp, Pledge recorded) {
    String whole = recorded.partOf();
    Pledge shown = whole == null || version(whole) != null ? recorded : recorded.partOf(null);
    hides |= shown != recorded;
    if (!shown.equals(version(shown.id()))) {
      EntryContent content = new EntryContent.PledgeVersion(shown);
      entries.add(new Entry(stamp.alsoOf(content), content));
      versions.put(shown.id(), shown);
      opened.putIfAbsent(shown.id(), opened.size());
    }
  }

  /** What is seen of a pledge so far, null where it is not there. */
  private @Nullable Pledge version(String id) {
    Pledge newer = versions.get(id);
    return newer == null ? before.pledge(id).map(PledgeRecord::pledge).orElse(null) : newer;
  }

  /** The statements of one thing, and which of them an audience sees. */
  private static final class Told<S extends AttributedStatement> {

    private final Audience audience;
    private final Function<S, List<String>> allies;
    private final Map<String, S> recorded = new HashMap<>();

    Told(Audience audience, Function<S, List<String>> allies, List<Recorded<S>> recorded) {
      this.audience = audience;
      this.allies = allies;
      recorded.forEach(s -> this.recorded.put(s.value().id(), s.value()));
    }

    /** Word that there was no such statement is for those who saw it. */
    boolean isSeen(S statement) {
      return isFor(statement) && (!statement.said().isVoid() || mended(statement) != null);
    }

    private boolean isFor(S statement) {
      return audience.sees(statement.said().releasability(), allies.apply(statement));
    }

    /**
     * The last of those it corrects, one after the other, that is seen: a void only if something is
     * seen further down. One walk, since a chain may be long.
     */
    private @Nullable String mended(S statement) {
      String last = null;
      S target = corrected(statement);
      while (target != null) {
        if (isFor(target)) {
          last = last == null ? target.id() : last;
          if (!target.said().isVoid()) {
            return last;
          }
        }
        target = corrected(target);
      }
      return null;
    }

    private @Nullable S corrected(S statement) {
      String target = statement.said().corrects();
      return target == null ? null : recorded.get(target);
    }

    Attribution shown(S statement) {
      String corrects = statement.said().corrects();
      String mended = corrects == null ? null : mended(statement);
      return Objects.equals(mended, corrects)
          ? statement.said()
          : statement.said().correcting(mended);
    }
  }
}
