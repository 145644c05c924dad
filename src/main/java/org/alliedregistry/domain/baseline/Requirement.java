package org.alliedregistry.domain.baseline;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.alliedregistry.domain.quantity.Exact;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A line of a baseline that counts pledges of one capability.
 *
 * @param required null = named but not quantified
 * @param purposes which purposes count, empty = any
 * @param places which places of employment count, empty = any
 * @param refuses codes of caveats; a pledge with one of them does not count
 */
public record Requirement(
    String code,
    String title,
    String capability,
    @Nullable Required required,
    SortedSet<Purpose> purposes,
    SortedSet<PlaceOfEmployment> places,
    SortedSet<String> refuses)
    implements BaselineLine {

  /**
   * An amount above 0 in a unit of the capability.
   *
   * @param perYear whether it is required in each calendar year
   */
  public record Required(BigDecimal amount, String unit, boolean perYear) {
    public Required {
      amount = Exact.plain(amount);
    }

    /** An amount that is required in all. */
    public Required(BigDecimal amount, String unit) {
      this(amount, unit, false);
    }
  }

  public Requirement {
    purposes = Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
    places = Collections.unmodifiableSortedSet(new TreeSet<>(places));
    refuses =
        refuses == null
            ? Collections.emptySortedSet()
            : Collections.unmodifiableSortedSet(new TreeSet<>(refuses));
  }

  /** Whether an amount is required in each calendar year. */
  public boolean isPerYear() {
    return required != null && required.perYear();
  }

  public boolean accepts(Purpose purpose) {
    return purposes.isEmpty() || purposes.contains(purpose);
  }

  public boolean accepts(PlaceOfEmployment place) {
    return places.isEmpty() || places.contains(place);
  }

  /** Whether one pledge could count toward both requirements. */
  public boolean overlaps(Requirement other) {
    return capability.equals(other.capability)
        && meet(purposes, other.purposes)
        && meet(places, other.places);
  }

  private static <T> boolean meet(Set<T> some, Set<T> others) {
    return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
  }
}
