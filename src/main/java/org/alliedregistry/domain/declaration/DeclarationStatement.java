package org.alliedregistry.domain.declaration;

import java.util.List;
import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.domain.reference.Attribution;
import org.jspecify.annotations.Nullable;

/**
 * A statement about what a group declared together. The first one opens the declaration.
 *
 * @param declaration the id of the declaration
 * @param title null = it says nothing of the title
 * @param participants how many take part; null = it says nothing of that
 * @param named the codes of allies that it names as participants, in ascending order
 */
public record DeclarationStatement(
    String id,
    String declaration,
    Attribution attribution,
    @Nullable String title,
    @Nullable Integer participants,
    List<String> named)
    implements AttributedStatement {

  public DeclarationStatement {
    named = named.stream().sorted().distinct().toList();
  }

  /** Replaces the attribution. */
  public DeclarationStatement with(Attribution other) {
    return new DeclarationStatement(id, declaration, other, title, participants, named);
  }
}
