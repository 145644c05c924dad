package org.alliedregistry.domain.pledge;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.pledge.statement.StatementContent;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.StatementSelection;
import org.jspecify.annotations.Nullable;

/**
 * The conditions or caveats in effect, each with the statement that set it. All statements of the
 * strongest evidence that speak of them are applied in order. Codes accumulate until a statement
 * lifts or clears them. A statement that lifts codes speaks of both conditions and caveats, so it
 * also overrides weaker statements on both. Within one statement, clearing comes first, then
 * lifting, then naming.
 *
 * @param codes code → the statement that named it last
 * @param basis the last statement that spoke of them; null if there is none
 */
public record CodeSet(
    SortedMap<String, Statement> codes, @Nullable Statement basis, boolean disputed) {

  private static final CodeSet NONE = new CodeSet(new TreeMap<>(), null, false);

  public CodeSet {
    codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
  }

  static CodeSet by(
      List<Statement> statements, Function<StatementContent, FieldValue<SortedSet<String>>> named) {
    List<Statement> applied =
        StatementSelection.strongest(
            statements, s -> named.apply(s.content()).isSpoken() || !s.content().lifts().isEmpty());
    if (applied.isEmpty()) {
      return NONE;
    }
    SortedMap<String, Statement> codes = new TreeMap<>();
    for (Statement statement : applied) {
      FieldValue<SortedSet<String>> said = named.apply(statement.content());
      if (said instanceof FieldValue.ExplicitNull) {
        codes.clear();
      }
      statement.content().lifts().forEach(codes::remove);
      codesOf(said).forEach(code -> codes.put(code, statement));
    }
    Statement last = applied.get(applied.size() - 1);
    return new CodeSet(codes, last, isDisputed(statements, named, codes, last));
  }

  private static boolean isDisputed(
      List<Statement> statements,
      Function<StatementContent, FieldValue<SortedSet<String>>> named,
      SortedMap<String, Statement> codes,
      Statement last) {
    EvidenceGrade grade = last.attribution().evidence();
    return statements.stream()
        .filter(s -> s.attribution().evidence().isWeakerThan(grade))
        .anyMatch(s -> contradicts(s.content(), named, codes));
  }

  private static boolean contradicts(
      StatementContent content,
      Function<StatementContent, FieldValue<SortedSet<String>>> named,
      SortedMap<String, Statement> codes) {
    FieldValue<SortedSet<String>> other = named.apply(content);
    return (other instanceof FieldValue.ExplicitNull && !codes.isEmpty())
        || !codes.keySet().containsAll(codesOf(other))
        || content.lifts().stream().anyMatch(codes::containsKey);
  }

  private static Set<String> codesOf(FieldValue<SortedSet<String>> named) {
    return named instanceof FieldValue.Present<SortedSet<String>> present
        ? present.value()
        : Set.of();
  }

  /** Adds the codes of the whole. */
  CodeSet with(CodeSet whole) {
    SortedMap<String, Statement> all = new TreeMap<>(whole.codes);
    all.putAll(codes);
    return new CodeSet(all, basis == null ? whole.basis : basis, disputed);
  }
}
