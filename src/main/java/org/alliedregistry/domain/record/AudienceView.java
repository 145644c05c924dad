package org.alliedregistry.domain.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.alliedregistry.domain.declaration.DeclarationStatement;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.jspecify.annotations.Nullable;

/**
 * Projects the record for one audience: a snapshot of the entries that it may see, as if nothing
 * else had ever been recorded. So no result that is computed on it depends on a hidden entry.
 *
 * <p>A pledge begins with its first visible statement. A whole that is not visible is not named. A
 * correction takes the place of the last visible statement that it corrects.
 */
public final class AudienceView {

  private final Audience audience;
  private final RegistrySnapshot all;
  private final RegistrySnapshot before;
  private final Map<String, VisibleStatements<Statement>> pledges = new HashMap<>();
  private final Map<String, VisibleStatements<ConditionStatement>> conditions = new HashMap<>();
  private final Map<String, VisibleStatements<DeclarationStatement>> declarations = new HashMap<>();
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

  /** The view of an audience on a snapshot. */
  public static RegistrySnapshot of(Audience audience, RegistrySnapshot all) {
    return next(audience, RegistrySnapshot.EMPTY, RegistrySnapshot.EMPTY, all);
  }

  /**
   * The view of an audience on a snapshot, from its view on an earlier one.
   *
   * @param seen its view on the earlier snapshot; nothing is copied while it sees everything
   * @param then the earlier snapshot
   * @param all the present snapshot
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
    } else if (entry.content() instanceof EntryContent.DeclarationStatementRecorded recorded) {
      project(entry, recorded.statement());
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
        shown == statement.attribution(),
        () ->
            new EntryContent.StatementRecorded(
                new Statement(statement.id(), statement.pledge(), shown, statement.content())));
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
        shown == statement.attribution(),
        () ->
            new EntryContent.ConditionStatementRecorded(
                condition,
                new ConditionStatement(
                    statement.id(), shown, statement.state(), statement.ally())));
  }

  private void project(Entry entry, DeclarationStatement statement) {
    DeclarationRecord record = all.declaration(statement.declaration()).orElseThrow();
    VisibleStatements<DeclarationStatement> visible =
        declarations.computeIfAbsent(
            record.id(),
            id ->
                new VisibleStatements<>(
                    audience, DeclarationStatement::named, record.statements()));
    if (!visible.isVisible(statement)) {
      hasHidden = true;
      return;
    }
    Attribution shown = visible.shown(statement);
    add(
        entry,
        shown == statement.attribution(),
        () -> new EntryContent.DeclarationStatementRecorded(statement.with(shown)));
  }

  private static List<String> alliesOf(ConditionStatement statement) {
    return statement.ally() == null ? List.of() : List.of(statement.ally());
  }

  private void add(Entry entry, boolean asRecorded, Supplier<EntryContent> shown) {
    hasHidden |= !asRecorded;
    entries.add(asRecorded ? entry : new Entry(entry.stamp(), shown.get()));
  }

  /** Opens a pledge with its first visible statement, and puts its parts under it. */
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

  /** The opening order of a pledge in the view of the audience. */
  private int place(String id) {
    int openingOrder = before.pledges().openingOrder(id);
    return openingOrder < 0 ? before.pledges().size() + opened.getOrDefault(id, 0) : openingOrder;
  }

  private static Recorded<Pledge> latest(PledgeRecord record, EntryStamp stamp) {
    List<Recorded<Pledge>> versions = Recorded.upTo(record.versions().versions(), stamp.sequence());
    return versions.get(versions.size() - 1);
  }

  /** Adds a version of a pledge, unless it is equal to the one that the audience sees already. */
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

  /** The version of a pledge that is visible so far; null if none is. */
  private @Nullable Pledge version(String id) {
    Pledge newer = versions.get(id);
    return newer == null ? before.pledge(id).map(PledgeRecord::pledge).orElse(null) : newer;
  }
}
