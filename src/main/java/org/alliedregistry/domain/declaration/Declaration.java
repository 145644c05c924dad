package org.alliedregistry.domain.declaration;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.StatementSelection;
import org.jspecify.annotations.Nullable;

/**
 * A declaration on one day: the fold of its statements. The last statement of the strongest
 * evidence decides the title and the number of participants. The names of all statements of the
 * strongest evidence that name anybody add up.
 *
 * @param title the statement that decides the title; null if none is heard
 * @param participants the statement that decides the number of participants
 * @param names the statements that name participants, in order
 * @param named the codes of the allies that they name as participants
 * @param first the first statement that is heard; null if none is
 * @param last the last statement that is heard; null if none is
 */
public record Declaration(
    String id,
    @Nullable DeclarationStatement title,
    @Nullable DeclarationStatement participants,
    List<DeclarationStatement> names,
    SortedSet<String> named,
    @Nullable DeclarationStatement first,
    @Nullable DeclarationStatement last) {

  /**
   * @param uncorrected in order ({@link StatementSelection#uncorrected})
   */
  public static Declaration of(String id, List<DeclarationStatement> uncorrected, AsOf view) {
    List<DeclarationStatement> applicable = StatementSelection.applicable(uncorrected, view);
    List<DeclarationStatement> names =
        StatementSelection.strongest(applicable, s -> !s.named().isEmpty());
    SortedSet<String> named = new TreeSet<>();
    names.forEach(statement -> named.addAll(statement.named()));
    return new Declaration(
        id,
        StatementSelection.deciding(applicable, s -> s.title() != null).orElse(null),
        StatementSelection.deciding(applicable, s -> s.participants() != null).orElse(null),
        names,
        Collections.unmodifiableSortedSet(named),
        applicable.isEmpty() ? null : applicable.get(0),
        applicable.isEmpty() ? null : applicable.get(applicable.size() - 1));
  }

  /** The statement that the declaration is quoted by: the one of its title, or else the first. */
  public Optional<DeclarationStatement> word() {
    return Optional.ofNullable(title == null ? first : title);
  }

  /** The number of participants; null if nobody said it. */
  public @Nullable Integer participantsOrNull() {
    return participants == null ? null : participants.participants();
  }

  /** The number of participants that are not named; null if nobody said how many take part. */
  public @Nullable Integer unnamed() {
    Integer all = participantsOrNull();
    return all == null ? null : Integer.valueOf(Math.max(0, all - named().size()));
  }
}
