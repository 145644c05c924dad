package org.alliedregistry.pledge;

import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.reference.Hearing;

/**
 * A pledge and everything said of it that the caller may see.
 *
 * @param recorded its statements in order of recording, corrections among them
 * @param standing those that stand, in order of their day ({@link Hearing#standing})
 */
public record Dossier(Pledge pledge, List<Statement> recorded, List<Statement> standing) {

  public static Dossier of(Pledge pledge, List<Statement> recorded) {
    return new Dossier(pledge, List.copyOf(recorded), Hearing.standing(recorded));
  }

  /** Whether anything is said of it by the day, at whatever evidence. */
  public boolean isSpokenOfBy(LocalDate day) {
    return !standing.isEmpty() && !standing.get(0).said().saidOn().isAfter(day);
  }

  /** The same when only the first so many of what stands were said. */
  public Dossier whenOnlySaid(int first) {
    return new Dossier(pledge, recorded, standing.subList(0, first));
  }
}
