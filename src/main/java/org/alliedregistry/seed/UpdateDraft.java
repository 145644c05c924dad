package org.alliedregistry.seed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.Ledger.AuthoredCommands;
import org.alliedregistry.problem.ProblemException;

/** Decides the steps of an update one after the other, and collects their entries. */
final class UpdateDraft {

  private RegistrySnapshot registry;
  private final List<AuthoredCommands> commands = new ArrayList<>();
  private final Map<Change.Kind, Integer> counts = new EnumMap<>(Change.Kind.class);
  private final List<String> leftAlone = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  UpdateDraft(RegistrySnapshot registry) {
    this.registry = registry;
  }

  /** The registry with the entries so far. */
  RegistrySnapshot registry() {
    return registry;
  }

  /**
   * Decides steps. A step that is refused may need a later one first, such as a whole for its part.
   * So it is decided again after the others, until no step is decided any more.
   *
   * @param author the name that the entries are recorded by
   */
  void decide(String author, List<UpdateStep> steps) {
    List<EntryContent> entries = new ArrayList<>();
    Map<UpdateStep, ProblemException> left = refusedOf(author, steps, entries);
    int before = steps.size();
    while (!left.isEmpty() && left.size() < before) {
      before = left.size();
      left = refusedOf(author, List.copyOf(left.keySet()), entries);
    }
    left.forEach((step, refusal) -> refused.add(step.about() + ": " + reason(refusal)));
    if (!entries.isEmpty()) {
      commands.add(new AuthoredCommands(author, List.of(seen -> entries)));
    }
  }

  private Map<UpdateStep, ProblemException> refusedOf(
      String author, List<UpdateStep> steps, List<EntryContent> entries) {
    Map<UpdateStep, ProblemException> left = new LinkedHashMap<>();
    for (UpdateStep step : steps) {
      try {
        Change change = step.decision().apply(registry);
        apply(author, change.entries());
        entries.addAll(change.entries());
        counts.merge(change.kind(), 1, Integer::sum);
        if (change.kind() == Change.Kind.LEFT_ALONE) {
          leftAlone.add(step.about());
        }
      } catch (ProblemException e) {
        left.put(step, e);
      }
    }
    return left;
  }

  /** Applies entries whose stamps only tell their author and their order. */
  private void apply(String author, List<EntryContent> contents) {
    if (contents.isEmpty()) {
      return;
    }
    EntryStamp last = Objects.requireNonNull(registry.last());
    List<Entry> entries = new ArrayList<>();
    for (EntryContent content : contents) {
      long sequence = last.sequence() + entries.size() + 1;
      entries.add(
          new Entry(EntryStamp.of(sequence, last.at(), author, last.hash(), content), content));
    }
    registry = registry.apply(entries);
  }

  private static String reason(ProblemException refusal) {
    return refusal.faults().isEmpty()
        ? refusal.detail()
        : refusal.faults().stream()
            .map(fault -> fault.pointer() + " " + fault.detail())
            .collect(Collectors.joining("; "));
  }

  UpdatePlan plan() {
    return new UpdatePlan(commands, counts, leftAlone, refused);
  }
}
