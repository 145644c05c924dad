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
  private final Map<String, VisibleStatements<Statement>> pledges = new HashMap<>();
  private final Map<String, VisibleStatements<ConditionStatement>> conditions = new HashMap<>();
  private final Map<String, Pledge> versions = new HashMap<>();
  private final Map<String, Integer> opened = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> notYetVisible = new HashSet<>();
  private boolean hasHidden;

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
    AudienceView view = new AudienceView(audience, all, seen);
    all.entriesSince(then).forEach(view::project);
    boolean hides = view.hasHidden || !view.notYetVisible.isEmpty();
    return seen == then && !hides ? all : seen.apply(view.entries);
  }

  private void project(Entry entry) {
    EntryStamp stamp = entry.stamp();
    if (entry.content() instanceof EntryContent.PledgeVersionRecorded version) {
      if (version(version.pledge().id()) == null) {
        notYetVisible.add(version.pledge().id());
      } else {
        publishVersion(stamp, version.pledge());
      }
    } else if (entry.content() instanceof EntryContent.StatementRecorded recorded) {
      project(entry, recorded.statement());
    } else if (entry.content() instanceof EntryContent.ConditionStatementRecorded recorded) {
      project(entry, recorded.condition(), recorded.statement());
    } else {
      entries.add(entry);
    }
  }

  private void project(Entry entry, Statement statement) {
    PledgeRecord record = all.pledge(statement.pledge()).orElseThrow();
    VisibleStatements<Statement> visible =
        pledges.computeIfAbsent(
            statement.pledge(),
            id ->
                new VisibleStatements<>(
                    audience, s -> record.pledge().allies(), record.statements()));
    if (!visible.isVisible(statement)) {
      hasHidden = true;
      return;
    }
    if (version(statement.pledge()) == null) {
      openVisibly(entry.stamp(), record);
    }
    Attribution shown = visible.shown(statement);
    add(
        entry,
        shown == statement.said(),
        () ->
            new EntryContent.StatementRecorded(
                new Statement(statement.id(), statement.pledge(), shown, statement.says())));
  }

  private void project(Entry entry, String condition, ConditionStatement statement) {
    ConditionRecord record = all.condition(condition).orElseThrow();
    VisibleStatements<ConditionStatement> visible =
        conditions.computeIfAbsent(
            condition,
            code -> new VisibleStatements<>(audience, AudienceView::alliesOf, record.statements()));
    if (!visible.isVisible(statement)) {
      hasHidden = true;
      return;
    }
    Attribution shown = visible.shown(statement);
    add(
        entry,
        shown == statement.said(),
        () ->
            new EntryContent.ConditionStatementRecorded(
                condition,
                new ConditionStatement(
                    statement.id(), shown, statement.state(), statement.ally())));
  }

  private static List<String> alliesOf(ConditionStatement statement) {
    return statement.ally() == null ? List.of() : List.of(statement.ally());
  }

  private void add(Entry entry, boolean asRecorded, Supplier<EntryContent> shown) {
    hasHidden |= !asRecorded;
    entries.add(asRecorded ? entry : new Entry(entry.stamp(), shown.get()));
  }

  /** Opens a pledge with the first thing that is seen of it, and puts its parts under it. */
  private void openVisibly(EntryStamp stamp, PledgeRecord record) {
    notYetVisible.remove(record.pledge().id());
    Recorded<Pledge> latest = latest(record, stamp);
    if (latest.stamp().at().equals(stamp.at())) {
      publishVersion(latest.stamp(), latest.value());
    } else {
      hasHidden = true;
      publishVersion(stamp, latest.value());
      all.pledges()
          .everPartsOf(record.pledge().id())
          .filter(part -> version(part.pledge().id()) != null)
          .sorted(Comparator.comparingInt(part -> place(part.pledge().id())))
          .forEach(part -> publishVersion(stamp, latest(part, stamp).value()));
    }
  }

  /** Where a pledge stands in the order in which the audience came to see them. */
  private int place(String id) {
    int openingOrder = before.pledges().openingOrder(id);
    return openingOrder < 0 ? before.pledges().size() + opened.getOrDefault(id, 0) : openingOrder;
  }

  private static Recorded<Pledge> latest(PledgeRecord record, EntryStamp stamp) {
    List<Recorded<Pledge>> versions = Recorded.upTo(record.versions().versions(), stamp.sequence());
    return versions.get(versions.size() - 1);
  }

  /** A version of a pledge, unless nothing of it is new to the audience. */
  private void publishVersion(EntryStamp stamp, Pledge recorded) {
    String whole = recorded.partOf();
    Pledge shown = whole == null || version(whole) != null ? recorded : recorded.partOf(null);
    hasHidden |= shown != recorded;
    if (!shown.equals(version(shown.id()))) {
      EntryContent content = new EntryContent.PledgeVersionRecorded(shown);
      entries.add(new Entry(stamp.withContent(content), content));
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
  private static final class VisibleStatements<S extends AttributedStatement> {

    private final Audience audience;
    private final Function<S, List<String>> allies;
    private final Map<String, S> recorded = new HashMap<>();

    VisibleStatements(
        Audience audience, Function<S, List<String>> allies, List<Recorded<S>> recorded) {
      this.audience = audience;
      this.allies = allies;
      recorded.forEach(s -> this.recorded.put(s.value().id(), s.value()));
    }

    /** Word that there was no such statement is for those who saw it. */
    boolean isVisible(S statement) {
      return isFor(statement) && (!statement.said().isVoid() || visibleTarget(statement) != null);
    }

    private boolean isFor(S statement) {
      return audience.sees(statement.said().releasability(), allies.apply(statement));
    }

    /**
     * The last of those it corrects, one after the other, that is seen: a void only if something is
     * seen further down. One walk, since a chain may be long.
     */
    private @Nullable String visibleTarget(S statement) {
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
      String mended = corrects == null ? null : visibleTarget(statement);
      return Objects.equals(mended, corrects)
          ? statement.said()
          : statement.said().correcting(mended);
    }
  }
}
