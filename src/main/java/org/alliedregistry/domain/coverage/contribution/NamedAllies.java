package org.alliedregistry.domain.coverage.contribution;

import java.util.List;

/**
 * The allies that a row names.
 *
 * @param allies their codes, in the order of the pledge
 * @param withOthers whether the question leaves out others, who are not named
 */
public record NamedAllies(List<String> allies, boolean withOthers) {

  /** Their codes, sorted. */
  public List<String> sorted() {
    return allies.stream().sorted().toList();
  }
}
