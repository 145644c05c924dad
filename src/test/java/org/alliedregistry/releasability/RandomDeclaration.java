package org.alliedregistry.releasability;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One declaration of the script. */
final class RandomDeclaration {

  final List<RandomStatement> statements = new ArrayList<>();

  /** Empty until its first statement is recorded. */
  String id = "";

  /** Whether the caller may know of it. */
  boolean seen;

  String path() {
    return "/v1/declarations/" + id;
  }

  /** Whether everybody reads a title in another statement than one that is to be corrected. */
  boolean hasPublicTitleBeside(@Nullable RandomStatement target) {
    return statements.stream()
        .filter(s -> s != target && !s.corrected && !s.isVoid())
        .anyMatch(s -> s.body().has("title") && s.releasability().equals("PUBLIC"));
  }
}
