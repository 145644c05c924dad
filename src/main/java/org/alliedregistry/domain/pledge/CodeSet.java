package org.alliedregistry.domain.pledge;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.StatementSelection;
import org.jspecify.annotations.Nullable;

/**
 * Conditions or caveats that hold, each with the statement that set it: all statements of the
 * strongest evidence that speak of them, applied in order. They accumulate until lifted or cleared;
 * a statement that lifts speaks of both.
 *
 * @param codes code → the statement that named it last
 * @param basis the last statement that spoke of them, null where none did
 */
public record CodeSet(
    SortedMap<String, Statement> codes, @Nullable Statement basis, boolean disputed) {

  public CodeSet {
    codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
  }

  static CodeSet by(
      List<Statement> applicable, Function<StatementContent, FieldValue<SortedSet<String>>> named) {
    List<Statement> applied =
        StatementSelection.strongest(
            applicable, s -> named.apply(s.says()).isSpoken() || !s.says().lifts().isEmpty());
    SortedMap<String, Statement> codes = new TreeMap<>();
    for (Statement statement : applied) {
      FieldValue<SortedSet<String>> said = named.apply(statement.says());
      if (said instanceof FieldValue.ExplicitNull) {
        codes.clear();
      }
      statement.says().lifts().forEach(codes::remove);
      codesOf(said).forEach(code -> codes.put(code, statement));
    }
    Statement last = applied.isEmpty() ? null : applied.get(applied.size() - 1);
    return new CodeSet(codes, last, last != null && isDisputed(applicable, named, codes, last));
  }

  private static boolean isDisputed(
      List<Statement> applicable,
      Function<StatementContent, FieldValue<SortedSet<String>>> named,
      SortedMap<String, Statement> codes,
      Statement last) {
    EvidenceGrade grade = last.said().evidence();
    return applicable.stream()
        .filter(s -> s.said().evidence().isWeakerThan(grade))
        .anyMatch(s -> contradicts(s.says(), named, codes));
  }

  private static boolean contradicts(
      StatementContent says,
      Function<StatementContent, FieldValue<SortedSet<String>>> named,
      SortedMap<String, Statement> codes) {
    FieldValue<SortedSet<String>> statement = named.apply(says);
    return (statement instanceof FieldValue.ExplicitNull && !codes.isEmpty())
        || !codes.keySet().containsAll(codesOf(statement))
        || says.lifts().stream().anyMatch(codes::containsKey);
  }

  private static Set<String> codesOf(FieldValue<SortedSet<String>> named) {
    return named instanceof FieldValue.Present<SortedSet<String>> statement
        ? statement.value()
        : Set.of();
  }

  /** These and those of the whole. */
  CodeSet with(CodeSet whole) {
    SortedMap<String, Statement> all = new TreeMap<>(whole.codes);
    all.putAll(codes);
    return new CodeSet(all, basis == null ? whole.basis : basis, disputed);
  }
}
