package org.alliedregistry.domain.pledge;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.reference.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * The identity of one promise on one set of terms. Its current terms are folded from its
 * statements. Allies, capability and purpose never change; the other fields have versions.
 *
 * @param reference the writer's own key, unique for that writer
 * @param allies the allies that promise; the first leads; several = a joint pledge
 * @param shares relative weights above 0, one per ally, or empty
 * @param financedBy the allies that pay but do not supply; never counted
 * @param partOf the id of its whole: same capability and purpose, one level deep
 * @param programme the code of its programme, if any
 * @param origin what it is supplied from, if that is known
 */
public record Pledge(
    String id,
    @Nullable String reference,
    List<String> allies,
    SortedMap<String, BigDecimal> shares,
    List<String> financedBy,
    String capability,
    Purpose purpose,
    String title,
    @Nullable String partOf,
    @Nullable String programme,
    @Nullable Origin origin) {

  public Pledge {
    allies = List.copyOf(allies);
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    financedBy = List.copyOf(financedBy);
  }

  /** Moves the pledge to another whole; null = none. */
  public Pledge partOf(@Nullable String whole) {
    return new Pledge(
        id,
        reference,
        allies,
        shares,
        financedBy,
        capability,
        purpose,
        title,
        whole,
        programme,
        origin);
  }

  /** The codes of its allies, sorted. */
  public List<String> sortedAllies() {
    return isJoint() ? allies.stream().sorted().toList() : allies;
  }

  public boolean isJoint() {
    return allies.size() > 1;
  }
}
