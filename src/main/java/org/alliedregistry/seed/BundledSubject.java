package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.ledger.WriteCommand;

/**
 * The statements of the bundled record on one subject.
 *
 * @param statements in order of recording; none if this release has none on it
 */
record BundledSubject<S extends AttributedStatement>(
    String path, StatementSubject<S> subject, List<BundledStatement> statements) {

  private static final String VOIDED =
      "The public record of a later release does not have this statement.";

  /** The commands that record the statements in a registry that has none of them. */
  List<WriteCommand> commands() {
    List<WriteCommand> commands = new ArrayList<>();
    for (BundledStatement next : statements) {
      commands.add(registry -> subject.decide(registry, next.body(), next.id()));
    }
    return commands;
  }

  /**
   * The steps that make the statements of the public record in a registry those of the bundled one.
   * Statements of others stay, and so does what they corrected.
   */
  List<UpdateStep> steps(RegistrySnapshot registry) {
    List<UpdateStep> steps = new ArrayList<>();
    for (BundledStatement next : statements) {
      steps.add(step(next.id(), now -> addOrCorrect(now, next)));
    }
    Set<String> kept = statements.stream().map(BundledStatement::id).collect(Collectors.toSet());
    for (Recorded<S> root : subject.recorded(registry)) {
      if (root.value().attribution().corrects() == null
          && PublicRecord.isOwn(root)
          && !kept.contains(root.value().id())) {
        steps.add(step(root.value().id(), now -> voidLast(now, root)));
      }
    }
    return steps;
  }

  private UpdateStep step(String statement, Function<RegistrySnapshot, Change> decision) {
    return new UpdateStep(path + "/statements/" + statement, decision);
  }

  private Change addOrCorrect(RegistrySnapshot registry, BundledStatement next) {
    List<Recorded<S>> recorded = subject.recorded(registry);
    Recorded<S> root =
        recorded.stream().filter(s -> s.value().id().equals(next.id())).findFirst().orElse(null);
    if (root == null) {
      List<EntryContent> entries = subject.decide(registry, next.body(), next.id());
      return new Change(
          entries.size() > 1 ? Change.Kind.PLEDGE_OPENED : Change.Kind.STATEMENT_ADDED, entries);
    }
    List<Recorded<S>> last = lastCorrections(root, recorded);
    if (!last.stream().allMatch(PublicRecord::isOwn)) {
      return Change.LEFT_ALONE;
    }
    S before = last.get(0).value();
    List<EntryContent> entries =
        subject.decide(registry, next.correcting(before.id()), correctionId(before.id()));
    S after = subject.statement(entries.get(entries.size() - 1));
    return subject.fields(after).equals(subject.fields(before))
        ? Change.NONE
        : new Change(Change.Kind.STATEMENT_CORRECTED, entries);
  }

  private Change voidLast(RegistrySnapshot registry, Recorded<S> root) {
    List<Recorded<S>> last = lastCorrections(root, subject.recorded(registry));
    if (last.stream().allMatch(s -> s.value().attribution().isVoid())) {
      return Change.NONE;
    }
    if (!last.stream().allMatch(PublicRecord::isOwn)) {
      return Change.LEFT_ALONE;
    }
    String target = last.get(0).value().id();
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("corrects", target)
            .put("void", true)
            .put("note", VOIDED);
    return new Change(
        Change.Kind.STATEMENT_VOIDED, subject.decide(registry, body, correctionId(target)));
  }

  /**
   * The last corrections of a statement; itself if nothing corrects it. There are several if a
   * writer corrected what another had corrected without its seeing that.
   */
  private static <S extends AttributedStatement> List<Recorded<S>> lastCorrections(
      Recorded<S> root, List<Recorded<S>> recorded) {
    Set<String> chain = new HashSet<>(Set.of(root.value().id()));
    Map<String, Recorded<S>> last = new LinkedHashMap<>(Map.of(root.value().id(), root));
    for (Recorded<S> next : recorded) {
      String target = next.value().attribution().corrects();
      if (target != null && chain.contains(target)) {
        chain.add(next.value().id());
        last.remove(target);
        last.put(next.value().id(), next);
      }
    }
    return List.copyOf(last.values());
  }

  /** A statement is corrected once, so the id of its correction follows from its own. */
  private static String correctionId(String target) {
    return PublicRecord.id("correction:" + target);
  }
}
