package org.alliedregistry.domain.coverage.contribution;

import java.util.Set;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.domain.pledge.Pledge;

/**
 * The pledges that a question is about, by how they are paid and from what. A pledge must match
 * each set that is not empty. A part of a whole goes by its own fields.
 *
 * @param financedBy codes of allies; one of them pays
 * @param programmes codes of programmes; the pledge has one of them
 * @param origins the pledge has one of them
 */
public record PledgeFilter(Set<String> financedBy, Set<String> programmes, Set<Origin> origins) {

  public static final PledgeFilter NONE = new PledgeFilter(Set.of(), Set.of(), Set.of());

  public PledgeFilter {
    financedBy = Set.copyOf(financedBy);
    programmes = Set.copyOf(programmes);
    origins = Set.copyOf(origins);
  }

  public boolean accepts(Pledge pledge) {
    return (financedBy.isEmpty() || pledge.financedBy().stream().anyMatch(financedBy::contains))
        && (programmes.isEmpty()
            || (pledge.programme() != null && programmes.contains(pledge.programme())))
        && (origins.isEmpty() || (pledge.origin() != null && origins.contains(pledge.origin())));
  }
}
